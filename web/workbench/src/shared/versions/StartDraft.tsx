import { App, Button } from 'antd';
import { text } from '../text.ts';
import type { Deed } from './deed.ts';
import './versions.css';

const words = text.versions;

interface StartDraftProps { deed: Deed; send: (done: (number: number) => void) => Promise<unknown>; link?: boolean }

/** Starts the next draft, from the version in force or from the one it stands beside: that is how one goes back. */
export function StartDraft({ deed, send, link = false }: StartDraftProps) {
  const { message } = App.useApp();
  return (
    <>
      <Button type={link ? 'link' : 'default'} size={link ? 'small' : 'middle'} loading={deed.busy} onClick={() => { void send((number) => { void message.success(words.drafted(number)); }); }}>{link ? words.draftFrom : words.newDraft}</Button>
      {deed.problem ? <span className="version-fault small" role="alert">{deed.problem.title}</span> : null}
    </>
  );
}
