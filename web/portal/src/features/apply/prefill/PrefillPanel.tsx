import { Button, Dialog, Notice } from '@tongban/ui';
import { useState } from 'react';
import type { PrefillConsent, PrefillSource } from '@tongban/server/src/modules/intake/contract.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { text } from '../text.ts';
import type { PrefillHandle } from './use-prefill.ts';

const t = text.prefill;

/** One clear question: which sources may be read for this application, and what they would fill in. */
function Question({ sources, handle, onNo }: { sources: readonly PrefillSource[]; handle: PrefillHandle; onNo: () => void }) {
  return (
    <Notice
      tone="info" title={t.question(new Set(sources.flatMap(({ fields }) => fields)).size)}
      actions={(
        <>
          <Button variant="primary" busy={handle.busy} onClick={() => void handle.answer(sources.map(({ key }) => key))}>{t.agree}</Button>
          <Button disabled={handle.busy} onClick={onNo}>{t.decline}</Button>
        </>
      )}
    >
      <p>{t.lead}</p>
      <ul>{sources.map(({ key, name, fields }) => <li key={key}>{t.source(name, fields.join('、'))}</li>)}</ul>
      <p>{t.promise}</p>
    </Notice>
  );
}

function Withdraw({ handle, count }: { handle: PrefillHandle; count: number }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} disabled={handle.busy}>{t.withdraw}</Button>
      <Dialog
        open={asking} title={t.withdrawTitle} onClose={() => setAsking(false)}
        footer={(
          <>
            <Button onClick={() => setAsking(false)}>{t.keep}</Button>
            <Button variant="primary" busy={handle.busy} onClick={() => { void handle.withdraw().then(() => setAsking(false)); }}>{t.withdraw}</Button>
          </>
        )}
      >
        <p>{t.withdrawLead(count)}</p>
      </Dialog>
    </>
  );
}

/** What was read by consent and what came of it; it can be taken back. */
function Outcome({ consent, handle }: { consent: PrefillConsent; handle: PrefillHandle }) {
  const count = Object.values(handle.prefilled).filter(({ sourceId }) => sourceId !== 'profile').length;
  const { notes } = handle.prefill;
  return (
    <Notice
      tone={notes.some(({ tone }) => tone === 'warning') ? 'warning' : 'success'} live title={count > 0 ? t.done(count) : t.nothing}
      actions={(
        <>
          {notes.some(({ tone }) => tone === 'warning') && <Button busy={handle.busy} onClick={() => void handle.answer(consent.sources.map(({ key }) => key))}>{t.again}</Button>}
          <Withdraw handle={handle} count={count} />
        </>
      )}
    >
      <p>{t.consent(formatDateTime(consent.givenAt), consent.sources.map(({ name }) => name).join('；'))}</p>
      {notes.length > 0 && <ul>{notes.map(({ message }) => <li key={message}>{message}</li>)}</ul>}
    </Notice>
  );
}

/** Asks once whether further sources may be read, and shows what came of it (FRM-02). */
export function PrefillPanel({ handle }: { handle: PrefillHandle }) {
  const [reopened, setReopened] = useState(false);
  const { consent, offered } = handle.prefill;
  const sources = offered.filter(({ available }) => available);
  const given = consent !== null && consent.sources.length > 0 && consent.withdrawnAt === null;
  const answered = consent !== null && !reopened;
  if (!given && sources.length === 0) return null;
  return (
    <>
      {handle.problem && <Notice tone="danger" live title={handle.problem.title}>{handle.problem.detail}</Notice>}
      {given && <Outcome consent={consent} handle={handle} />}
      {!given && answered && (
        <p className="prefill-line">{consent.withdrawnAt === null ? t.declined : t.withdrawn} <Button variant="quiet" onClick={() => setReopened(true)}>{t.reopen}</Button></p>
      )}
      {!given && !answered && <Question sources={sources} handle={handle} onNo={() => { setReopened(false); void handle.answer([]); }} />}
    </>
  );
}
