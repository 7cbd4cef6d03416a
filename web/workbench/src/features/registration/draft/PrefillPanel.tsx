import type { PrefillConsent, PrefillSource } from '@tongban/server/src/modules/intake/contract.ts';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatDateTime, formatTime, today } from '../../../shared/format/dates.ts';
import { TimeField } from '../../../shared/list/TimeField.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { PrefillHandle, WindowWay } from './use-prefill.ts';

const words = text.prefill;
const ways = Object.keys(words.ways) as WindowWay[];

/** Which sources may be read, with how and when the person at the counter agreed. */
function Question({ sources, handle, onAnswer, onAnswered }: { sources: readonly PrefillSource[]; handle: PrefillHandle; onAnswer: () => void; onAnswered: () => void }) {
  const [way, setWay] = useState<WindowWay>();
  const [time, setTime] = useState(() => formatTime(new Date().toISOString()));
  const at = `${today()}T${time}:00+08:00`;
  const late = Date.parse(at) > Date.now();
  const missing = useMissing({ 'consent-way': way === undefined && words.wayLack, 'consent-time': late && words.timeLack });
  const agree = () => {
    if (!missing.check() || way === undefined) return;
    onAnswer();
    void handle.answer(sources.map(({ key }) => key), { way, at: new Date(at).toISOString() }).then(onAnswered);
  };
  const decline = () => {
    onAnswer();
    void handle.answer([], { way: way ?? 'oral', at: new Date().toISOString() }).then(onAnswered);
  };
  return (
    <Alert
      className="problem" type="info" title={words.question}
      description={(
        <div className="prefill-question">
          <p>{words.lead}</p>
          <ul className="dots">{sources.map(({ key, name, fields }) => <li key={key}>{words.source(name, fields.join('、'))}</li>)}</ul>
          <div
            className="prefill-question__how" id="consent-way" tabIndex={-1}
            onKeyDown={(event) => {
              // Without a way chosen Enter leaves the question open and goes on.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || way === undefined) return;
              event.preventDefault();
              agree();
            }}
          >
            <span>{words.way}</span>
            <Radio.Group aria-label={words.way} value={way ?? null} options={ways.map((one) => ({ value: one, label: words.ways[one] }))} onChange={({ target }) => setWay(target.value as WindowWay)} />
            <label htmlFor="consent-time">{words.at}</label>
            {/* Enter takes the time that was typed; it does not answer the question with the time before. */}
            <span onKeyDown={(event) => event.stopPropagation()}><TimeField id="consent-time" value={time} onChange={setTime} /></span>
          </div>
          <Lack text={missing.of('consent-way') ?? missing.of('consent-time')} />
          <div className="filling__choices">
            <Button size="small" type="primary" loading={handle.busy} onClick={agree}>{words.agree}</Button>
            <Button size="small" disabled={handle.busy} onClick={decline}>{words.decline}</Button>
          </div>
        </div>
      )}
    />
  );
}

/** What was read and what came of it; the applicant may take the consent back. */
function Outcome({ consent, handle }: { consent: PrefillConsent; handle: PrefillHandle }) {
  const count = Object.values(handle.prefilled).filter(({ sourceId }) => sourceId !== 'profile').length;
  const { notes } = handle.prefill;
  const failed = notes.some(({ tone }) => tone === 'warning');
  return (
    <Alert
      className="problem" type={failed ? 'warning' : 'success'} showIcon title={count > 0 ? words.done(count) : words.nothing}
      description={(
        <>
          <p className="small">{words.consent(formatDateTime(consent.givenAt), consent.way === 'online' ? '' : words.ways[consent.way], consent.recordedByName, consent.sources.map(({ name }) => name).join('；'))}</p>
          {notes.length > 0 ? <ul className="dots">{notes.map(({ message }) => <li key={message}>{message}</li>)}</ul> : null}
        </>
      )}
      action={(
        <span className="filling__choices">
          {failed && consent.way !== 'online' ? <Again consent={consent} way={consent.way} handle={handle} /> : null}
          <Button size="small" loading={handle.busy} onClick={() => void handle.withdraw()}>{words.withdraw}</Button>
        </span>
      )}
    />
  );
}

function Again({ consent, way, handle }: { consent: PrefillConsent; way: WindowWay; handle: PrefillHandle }) {
  return <Button size="small" loading={handle.busy} onClick={() => void handle.answer(consent.sources.map(({ key }) => key), { way, at: consent.givenAt })}>{words.again}</Button>;
}

/** Asks whether further sources may be read for the person at the counter, and shows what came of it (FRM-02). */
export function PrefillPanel({ handle, onAnswered }: { handle: PrefillHandle; onAnswered: () => void }) {
  const [reopened, setReopened] = useState(false);
  const { consent, offered } = handle.prefill;
  const sources = offered.filter(({ available }) => available);
  const given = consent !== null && consent.sources.length > 0 && consent.withdrawnAt === null;
  if (!given && sources.length === 0) return null;
  const answered = consent !== null && !reopened;
  return (
    <>
      <ProblemAlert problem={handle.problem} />
      {given ? <Outcome consent={consent} handle={handle} /> : null}
      {!given && answered ? <p className="muted small">{consent.withdrawnAt === null ? words.declined : words.withdrawn} <Button size="small" type="link" onClick={() => setReopened(true)}>{words.reopen}</Button></p> : null}
      {!given && !answered ? <Question sources={sources} handle={handle} onAnswer={() => setReopened(false)} onAnswered={onAnswered} /> : null}
    </>
  );
}
