import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { PrimaryButton } from '../keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { Deed } from './deed.ts';
import { isTouched, type Kept } from './kept.ts';

const words = text.versions;

interface PublishDraftProps {
  keeper: Kept;
  draft: { readonly revision: number; readonly updatedByName: string; readonly note: string; readonly abilities: { readonly publish: boolean } };
  title: string;
  lead: string;
  /** Said when it is in force. */
  done: string;
  /** How much keeps it from being published, and what shows that. */
  obstacles: number;
  onObstacles: () => void;
  /** May publish what others changed last. */
  publisher: boolean;
  deed: Deed;
  send: (revision: number, done: () => void) => Promise<unknown>;
  onDone: () => void;
  /** Reads again when it was refused. */
  onRefresh: () => void;
}

/** Puts a draft in force after a second look by another person; what keeps it from that is shown first. */
export function PublishDraft({ keeper, draft, title, lead, done, obstacles, onObstacles, publisher, deed, send, onDone, onRefresh }: PublishDraftProps) {
  const [asking, setAsking] = useState(false);
  const { message } = App.useApp();
  const press = obstacles > 0 ? words.obstacles(obstacles) : words.publish;
  if (!draft.abilities.publish || isTouched(keeper, draft.revision)) {
    if (keeper.state === 'closed') return null;
    return <Button onClick={onObstacles} title={publisher ? words.otherPublishes : words.askPublisher}>{obstacles > 0 ? press : words.toPublish}</Button>;
  }
  const publish = () => send(keeper.revision, () => {
    keeper.end();
    setAsking(false);
    void message.success(done);
    onDone();
  });
  return (
    <>
      <PrimaryButton onPress={() => { if (obstacles > 0) onObstacles(); else setAsking(true); }}>{words.publish}</PrimaryButton>
      <Modal open={asking} title={title} okText={words.publish} cancelText={text.confirm.cancel} confirmLoading={deed.busy} onOk={() => { void publish(); }} onCancel={() => { setAsking(false); deed.clear(); }} width={520}>
        <ProblemAlert problem={deed.problem} onRefresh={() => { setAsking(false); onRefresh(); }} />
        <p>{lead}</p>
        <p className="muted">{words.lastChanged(draft.updatedByName)}</p>
        {draft.note === '' ? null : <p>{words.note(draft.note)}</p>}
      </Modal>
    </>
  );
}
