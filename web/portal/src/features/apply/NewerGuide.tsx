import { useMutation, useQuery } from '@tanstack/react-query';
import { compareNewerGuide, renewDraft, type Draft, type NewerGuide as Newer } from '@tongban/server/src/modules/intake/contract.ts';
import { Button, Dialog, Notice } from '@tongban/ui';
import { useState } from 'react';
import { api, problemOf } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import type { DraftHandle } from './draft/useDraft.ts';
import { text } from './text.ts';

const words = text.newer;

/** Tells of a newer version of the guide, what it asks otherwise, and lets the draft go on by it when its owner wants so (FRM-03). */
export function NewerGuide({ draft, handle, onRenewed }: { draft: Draft; handle: DraftHandle; onRenewed: (draft: Draft, done: Newer) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice tone="info" actions={<Button onClick={() => setOpen(true)}>{words.look}</Button>}><p>{words.notice}</p></Notice>
      {open ? <Compare draft={draft} handle={handle} onClose={() => setOpen(false)} onRenewed={onRenewed} /> : null}
    </>
  );
}

function Compare({ draft, handle, onClose, onRenewed }: { draft: Draft; handle: DraftHandle; onClose: () => void; onRenewed: (draft: Draft, done: Newer) => void }) {
  const params = { draftId: draft.id };
  const newer = useQuery({
    queryKey: [compareNewerGuide.id, draft.id], gcTime: 0,
    // The server looks at what it has: first everything is saved.
    queryFn: async () => {
      await handle.flush();
      return api.call(compareNewerGuide, { params });
    },
  });
  const versionId = newer.data?.versionId ?? null;
  const renew = useMutation({
    mutationFn: async (chosen: string) => {
      await handle.flush();
      return api.call(renewDraft, { params, body: { revision: handle.read().revision, versionId: chosen } });
    },
    onSuccess: ({ draft: renewed, done }) => {
      handle.forget();
      onRenewed(renewed, done);
    },
  });
  const problem = renew.isError ? problemOf(renew.error) : undefined;
  return (
    <Dialog
      open title={words.title} onClose={onClose}
      footer={versionId === null ? <Button onClick={onClose}>{words.close}</Button> : (
        <>
          <Button onClick={onClose}>{words.stay}</Button>
          <Button variant="primary" busy={renew.isPending} onClick={() => renew.mutate(versionId)}>{words.renew}</Button>
        </>
      )}
    >
      {problem ? <Notice tone="danger" title={`${words.failed}：${problem.title}`} live><p>{problem.detail}</p></Notice> : null}
      <Answer query={newer} lines={4}>{(data) => <Told newer={data} />}</Answer>
    </Dialog>
  );
}

function Told({ newer: { versionId, reason, changes, keptAnswers, moved, unneeded } }: { newer: Newer }) {
  if (versionId === null) return <p>{reason ?? words.noChange}</p>;
  return (
    <div className="stack">
      {changes.length === 0 ? <p>{words.noChange}</p> : <section><h3>{words.changes}</h3><ul>{changes.map((one) => <li key={one}>{one}</li>)}</ul></section>}
      <p>{words.kept(keptAnswers)}</p>
      {moved.length + unneeded.length === 0 ? null : (
        <section>
          <h3>{words.moved}</h3>
          <ul>
            {moved.map(({ label, outcome, before, message }) => <li key={`${label} ${before}`}><strong>{words[outcome]}</strong>　{message}<br /><span className="muted">{words.before(before)}</span></li>)}
            {unneeded.map(({ name, files }) => <li key={name}>{words.unneeded(name, files)}</li>)}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What came of it, with what has to be written again. */
export function Renewed({ done: { keptAnswers, moved } }: { done: Newer }) {
  const lost = moved.filter(({ outcome }) => outcome === 'dropped');
  return (
    <Notice tone="success" title={words.done(keptAnswers)} live>
      {lost.length === 0 ? null : <><p>{words.lost}</p><ul>{lost.map(({ label, before }) => <li key={`${label} ${before}`}>{label}：{before}</li>)}</ul></>}
    </Notice>
  );
}
