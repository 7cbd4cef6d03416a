import { makeBatch, type EnvelopeLine, type Leg } from '@tongban/server/src/modules/custody/contract.ts';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

interface MakeBatchDialogProps { leg: Leg; envelopes: readonly EnvelopeLine[]; onClose: () => void; onMade: (batchIds: string[]) => void }

const words = text.batching;

/** Envelopes by the place they go to: each gets a batch of its own. */
function groupsOf(leg: Leg, envelopes: readonly EnvelopeLine[]): { name: string; envelopes: EnvelopeLine[] }[] {
  const groups = new Map<string, { name: string; envelopes: EnvelopeLine[] }>();
  for (const one of envelopes) {
    const key = leg === 'forward' ? `${one.holder.id} ${one.destination.id}` : one.holder.id;
    const group = groups.get(key) ?? { name: leg === 'forward' ? one.destination.name : one.holder.name, envelopes: [] };
    group.envelopes.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Puts the chosen envelopes into batches, one for each department they go to. */
export function MakeBatchDialog({ leg, envelopes, onClose, onMade }: MakeBatchDialogProps) {
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const [archive, setArchive] = useState<{ id: string; name: string }>();
  const [made, setMade] = useState<string[]>([]);
  const { run, busy, problem } = useAction(makeBatch);
  const groups = groupsOf(leg, envelopes);
  const missing = useMissing({ 'custody-archive': leg === 'archive' && archive === undefined && sharedText.missing.choose(words.archive) });
  const send = async () => {
    if (!missing.check()) return;
    const ids = [...made];
    let number = '';
    for (const group of groups.slice(made.length)) {
      const sent = await run({ body: { leg, envelopes: group.envelopes.map(({ id, version }) => ({ id, version })), ...(note.trim() === '' ? {} : { note: note.trim() }), ...(archive ? { toId: archive.id } : {}) } }, (batch) => { ids.push(batch.id); number = batch.number; });
      setMade([...ids]);
      if (!sent) { if (ids.length > 0) void message.warning(words.partly(ids.length)); return; }
    }
    void message.success(ids.length === 1 ? words.done(number) : words.several(ids.length));
    onMade(ids);
  };
  return (
    <Modal open title={words.open[leg]} okText={words.confirm} confirmLoading={busy} onOk={() => { void send(); }} onCancel={() => (made.length > 0 ? onMade(made) : onClose())} destroyOnHidden>
      <ProblemAlert problem={problem} />
      <p className="muted">{leg === 'back' ? words.back : groups.length > 1 && leg === 'forward' ? words.groups(groups.length) : words.one}</p>
      <ul className="custody-groups">{groups.map((group) => <li key={group.name}>{words.line(leg === 'forward' ? group.name : `${group.name}保管`, group.envelopes.length)}</li>)}</ul>
      <Form layout="vertical" component="div">
        {leg === 'archive' ? (
          <Form.Item label={words.archive} htmlFor="custody-archive" required {...missing.item('custody-archive')}>
            <OrganizationPicker id="custody-archive" placeholder={words.archivePick} value={archive?.id} name={archive?.name} onChange={setArchive} />
          </Form.Item>
        ) : null}
        <Form.Item label={words.note} htmlFor="custody-note"><Input id="custody-note" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} /></Form.Item>
      </Form>
    </Modal>
  );
}
