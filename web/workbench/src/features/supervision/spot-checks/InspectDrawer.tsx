import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getSpotCheck, listSpotChecks, readSpotCase, recordFindings, spotPoints, spotResults, type SpotAnswer, type SpotCase, type SpotPoint } from '@tongban/server/src/modules/supervision/spot-checks.contract.ts';
import { App, Button, Drawer, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.spots;
const points = Object.keys(spotPoints) as SpotPoint[];

type Typed = { answers: Partial<Record<SpotPoint, SpotAnswer['result']>>; notes: Partial<Record<SpotPoint, string>>; conclusion: string };

/** The whole record of a drawn case beside the points to look at; what was found is entered once. */
export function InspectDrawer({ spotCase, checkId, onClose }: { spotCase: SpotCase; checkId: string; onClose: () => void }) {
  return (
    <Drawer open title={`${spotCase.itemName}　${spotCase.caseNumber}`} width={880} onClose={onClose} extra={<Link to={links.case(spotCase.caseId)} target="_blank">{words.openCase}</Link>}>
      <div className="inspect">
        {spotCase.mine ? <Record spotCase={spotCase} /> : null}
        {spotCase.doneAt === null ? (spotCase.mine ? <Findings spotCase={spotCase} checkId={checkId} onDone={onClose} /> : <p className="muted">{words.waiting}</p>) : <Found spotCase={spotCase} />}
      </div>
    </Drawer>
  );
}

function Record({ spotCase }: { spotCase: SpotCase }) {
  // Reading is an action that goes on record: once for each time the case is opened here.
  const query = useQuery({ queryKey: [readSpotCase.id, spotCase.id], queryFn: () => api.call(readSpotCase, { params: { spotCaseId: spotCase.id } }), staleTime: Infinity });
  return (
    <QueryState query={query} lines={6}>
      {({ actions, notices }) => (
        <section>
          <p className="muted">{words.record}</p>
          <ol className="order__steps">
            {actions.map((one) => (
              <li key={one.at + one.label}>
                <p><strong>{one.label}</strong><span className="faint small">　{one.by}{one.organizationName ? ` · ${one.organizationName}` : ''}　{formatDateTime(one.at)}</span></p>
                {one.opinion ? <p className="pre-line">{one.opinion}</p> : null}
              </li>
            ))}
          </ol>
          {notices.length > 0 ? <p className="muted">{words.notices}</p> : null}
          {notices.map((one) => <p key={one.documentNumber} className="small">{one.title}　<span className="number">{one.documentNumber}</span>　{formatDateTime(one.issuedAt)}</p>)}
        </section>
      )}
    </QueryState>
  );
}

function Findings({ spotCase, checkId, onDone }: { spotCase: SpotCase; checkId: string; onDone: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [typed, setTyped, forget] = useTyped<Typed>(`inspect.${spotCase.id}`, { answers: {}, notes: {}, conclusion: '' });
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(recordFindings);
  const missing = useMissing({ 'inspect-conclusion': typed.conclusion.trim().length < 2 && sharedText.missing.write(words.conclusion) });
  const open = points.filter((point) => typed.answers[point] === undefined);
  const unsaid = points.filter((point) => typed.answers[point] === 'problem' && (typed.notes[point] ?? '').trim() === '');
  const save = () => {
    setTried(true);
    if (!missing.check() || open.length > 0 || unsaid.length > 0) return;
    const answers = points.flatMap((point) => { const result = typed.answers[point]; return result ? [{ point, result, note: typed.notes[point]?.trim() ?? '' }] : []; });
    void run({ params: { spotCaseId: spotCase.id }, body: { answers, conclusion: typed.conclusion.trim() } }, (check) => {
      forget();
      void message.success(words.saved);
      client.setQueryData([getSpotCheck.id, checkId], check);
      void client.invalidateQueries({ queryKey: [listSpotChecks.id] });
      onDone();
    });
  };
  return (
    <section className="order-form">
      <p className="muted">{words.points}</p>
      <ProblemAlert problem={problem} />
      {points.map((point) => (
        <div key={point} className="inspect__point">
          <span>{spotPoints[point]}</span>
          <Segmented aria-label={spotPoints[point]} size="small" value={typed.answers[point] ?? ''} options={spotResults.map((one) => ({ value: one, label: words.answers[one] }))} onChange={(next) => { const result = spotResults.find((one) => one === next); if (result) setTyped((before) => ({ ...before, answers: { ...before.answers, [point]: result } })); }} />
          {typed.answers[point] === 'problem' ? <Input status={tried && unsaid.includes(point) ? 'error' : ''} aria-label={`${spotPoints[point]} ${words.note}`} placeholder={words.note} maxLength={500} value={typed.notes[point] ?? ''} onChange={(event) => { const note = event.target.value; setTyped((before) => ({ ...before, notes: { ...before.notes, [point]: note } })); }} /> : null}
        </div>
      ))}
      {tried && open.length > 0 ? <Lack text={words.incomplete} /> : null}
      {tried && unsaid.length > 0 ? <Lack text={words.noteLack} /> : null}
      <label htmlFor="inspect-conclusion">{words.conclusion}</label>
      <Input.TextArea id="inspect-conclusion" rows={3} maxLength={1000} value={typed.conclusion} onChange={(event) => { const conclusion = event.target.value; setTyped((before) => ({ ...before, conclusion })); }} />
      {missing.of('inspect-conclusion') ? <Lack text={missing.of('inspect-conclusion')} /> : null}
      <div><Button type="primary" loading={busy} onClick={save}>{words.save}</Button></div>
    </section>
  );
}

function Found({ spotCase: { answers, conclusion } }: { spotCase: SpotCase }) {
  return (
    <section>
      <p className="muted">{words.conclusion}</p>
      <p className="pre-line">{conclusion}</p>
      {answers.map(({ point, result, note }) => <p key={point} className="small"><b className={result === 'problem' ? 'count is-danger' : 'faint'}>{words.answers[result]}</b>　{spotPoints[point]}{note ? `：${note}` : ''}</p>)}
    </section>
  );
}
