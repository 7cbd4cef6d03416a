import { App } from 'antd';
import { text } from '../text.ts';
import { DangerButton } from './DangerButton.tsx';
import type { Deed } from './deed.ts';
import type { Kept } from './kept.ts';

const words = text.versions;

interface DiscardDraftProps {
  keeper: Kept;
  title: string;
  lead: string;
  deed: Deed;
  /** Discards this revision, then calls `done`. */
  send: (revision: number, done: () => void) => Promise<unknown>;
  /** Reads the list again and goes there: the draft itself is not there any more. */
  onDone: () => void;
}

/** Gives a draft up. */
export function DiscardDraft({ keeper, title, lead, deed, send, onDone }: DiscardDraftProps) {
  const { message } = App.useApp();
  const discard = async () => {
    // What is still on its way would come back as an older revision.
    const revision = await keeper.flush();
    await send(revision ?? keeper.revision, () => {
      keeper.end();
      void message.success(words.discarded);
      onDone();
    });
  };
  return <DangerButton press={words.discard} title={title} lead={lead} deed={deed} onConfirm={discard} />;
}
