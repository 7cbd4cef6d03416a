import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listReconciliations, reconcile, type Reconciliation } from '@tongban/server/src/modules/self-built/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDate, formatMoment, today } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.reconcile;

/** The latest comparisons with a system, and one more for chosen days. */
export function Comparisons({ systemId }: { systemId: string }) {
  const client = useQueryClient();
  const manages = useHolds('self-built.system.manage');
  const query = useQuery({ queryKey: [listReconciliations.id, systemId], queryFn: async () => (await api.call(listReconciliations, { params: { systemId } })).items });
  const [days, setDays] = useState<{ from: string | undefined; to: string | undefined }>({ from: today(), to: today() });
  const { run, busy, problem, clear } = useAction(reconcile);
  const { from, to } = days;
  const missing = useMissing({ 'self-built-from': (!from || !to) && words.needDays });
  const compare = () => {
    if (!missing.check() || !from || !to) return;
    void run({ params: { systemId }, body: { from, to } }, () => { void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('self-built.') }); });
  };
  const [emptyTitle, emptyDetail] = words.empty;
  return (
    <>
      {manages ? (
        <div className="wb-page__bar">
          <label htmlFor="self-built-from">{words.from}</label><DateField id="self-built-from" value={from} onChange={(next) => setDays((before) => ({ ...before, from: next }))} />
          <label htmlFor="self-built-to">{words.to}</label><DateField id="self-built-to" value={to} onChange={(next) => setDays((before) => ({ ...before, to: next }))} />
          <Button type="primary" loading={busy} onClick={compare}>{words.run}</Button><Lack text={missing.of('self-built-from')} />
        </div>
      ) : null}
      <ProblemAlert problem={problem} onClose={clear} />
      <QueryState query={query}>
        {(items) => (items.length === 0 ? <Empty title={emptyTitle}>{emptyDetail}</Empty> : <div className="self-built-comparisons">{items.map((one) => <Comparison key={one.id} one={one} />)}</div>)}
      </QueryState>
    </>
  );
}

function Comparison({ one }: { one: Reconciliation }) {
  return (
    <section className="frame self-built-comparison" aria-label={words.title(formatDate(one.from), formatDate(one.to))}>
      <p><b>{words.title(formatDate(one.from), formatDate(one.to))}</b>　<span className="muted small">{words.by(one.by, formatMoment(one.at))}</span></p>
      <p>{words.counts(one.ours, one.theirs, one.taken)}　{one.differences.length === 0 ? <Tag tone="done">{words.same}</Tag> : null}</p>
      <ul>
        {one.differences.map((difference) => (
          <li key={`${difference.kind} ${difference.caseNumber}`}><Tag tone={difference.kind === 'behind' ? 'warning' : 'danger'}>{words.kinds[difference.kind]}</Tag><span className="number">{difference.caseNumber}</span><span className="muted">{words.sequences(difference.ours, difference.theirs)}</span></li>
        ))}
      </ul>
    </section>
  );
}
