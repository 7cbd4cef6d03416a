import { listPushes, pushStates, retryPush } from '@tongban/server/src/modules/intelligence/contract.ts';
import { App, Button } from 'antd';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed, type RowOf } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.pushes;
const titles = words.columns;
type Line = RowOf<typeof listPushes>;
const tones = { queued: 'todo', sent: 'done', failed: 'danger' } as const;

const columns: readonly Column<Line>[] = [
  { key: 'created', title: titles.created, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.createdAt)}</span> },
  { key: 'kind', title: titles.kind, width: '5rem', render: (row) => words.kinds[row.kind] },
  { key: 'title', title: titles.title, wrap: true, render: (row) => row.title },
  { key: 'state', title: titles.state, width: '7rem', render: (row) => <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag> },
  { key: 'attempts', title: titles.attempts, width: '4rem', align: 'right', render: (row) => row.attempts },
  { key: 'sent', title: titles.sent, width: '9rem', render: (row) => <span className="number">{formatMoment(row.sentAt) || '—'}</span> },
  { key: 'error', title: titles.error, wrap: true, render: (row) => <span className="muted">{row.error ?? '—'}</span> },
];

/** What the city brain is told, and what became of it; what was given up can be pushed again. */
export function PushList({ state, onFilter }: { state: string | undefined; onFilter: (state: string | undefined) => void }) {
  const { message } = App.useApp();
  const mayRetry = useHolds('intelligence.push.retry');
  const { run, busy, problem, clear } = useAction(retryPush);
  const chosen = pushStates.find((one) => one === state);
  const paged = useListed(listPushes, chosen ? { state: chosen } : {}, { refetchInterval: 30_000 });
  const retry = (row: Line) => run({ params: { pushId: row.id } }, () => {
    void message.success(words.retried);
    paged.refresh();
  });
  const action: Column<Line> = {
    key: 'action', title: titles.action, width: '5rem', fixed: true,
    render: (row) => (row.state === 'failed' ? <span className="row-buttons"><Button size="small" type="link" disabled={busy} onClick={() => { void retry(row); }}>{words.retry}</Button></span> : null),
  };
  return (
    <>
      <div className="wb-page__bar"><FilterSelect label={words.state} any={words.anyState} value={chosen} width={140} options={pushStates.map((one) => ({ value: one, label: words.states[one] }))} onChange={onFilter} /></div>
      <ProblemAlert problem={problem} onRefresh={paged.refresh} onClose={clear} />
      <ListFrame label={text.tabs.pushes} columns={mayRetry ? [...columns, action] : columns} rowKey={(row) => row.id} paged={paged} minWidth="68rem" empty={words.empty} onReset={chosen ? () => onFilter(undefined) : undefined} />
    </>
  );
}
