import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  bulkOutcomes, getBulkChange, listBulkChangeItems, listStaffItems, runBulkChange, undoBulkChange, type BulkChange, type BulkChangeItem, type BulkOutcome,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Progress, Segmented } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api, problemOf } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { useElementWords } from '../use-element-words.ts';
import '../catalogue.css';

const words = text.bulk;
const tones: Record<BulkOutcome, Tone> = { ready: 'todo', unchanged: 'neutral', refused: 'warning', done: 'done', failed: 'danger', undone: 'neutral', kept: 'warning' };

/** One bulk change: what each item has and will have, how far it is, what became of each; and the way back. */
export function BulkChangePage() {
  const { bulkChangeId = '' } = useParams();
  const change = useQuery({
    queryKey: [getBulkChange.id, bulkChangeId],
    queryFn: () => api.call(getBulkChange, { params: { bulkChangeId } }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' || data?.state === 'undoing' ? 1000 : false),
  });
  return <PageState query={change}>{(data) => <Change change={data} />}</PageState>;
}

function Change({ change }: { change: BulkChange }) {
  const [filters, setFilters] = useFilters(['outcome']);
  const describe = useElementWords();
  const outcome = bulkOutcomes.find((one) => one === filters.outcome);
  const paged = usePaged<BulkChangeItem>({
    key: [listBulkChangeItems.id, change.id, outcome, change.state, change.counts],
    fetch: (page, signal) => api.call(listBulkChangeItems, { params: { bulkChangeId: change.id }, query: { ...page, ...(outcome ? { outcome } : {}) } }, { signal }),
  });
  const counts = bulkOutcomes.filter((one) => (change.counts[one] ?? 0) > 0);
  return (
    <Page title={words.change(change.elementLabel, words.modes[change.mode])} aside={<Standing change={change} />} actions={<Actions change={change} />}>
      <Segmented
        value={outcome ?? ''}
        options={[{ value: '', label: `${words.all} ${change.total}` }, ...counts.map((one) => ({ value: one, label: `${words.outcomes[one]} ${change.counts[one] ?? 0}` }))]}
        onChange={(next) => setFilters({ outcome: String(next) })}
        style={{ alignSelf: 'start' }}
      />
      {paged.failure ? <ProblemAlert problem={problemOf(paged.failure)} onRetry={paged.refresh} /> : null}
      <div className="frame" style={{ overflow: 'auto' }}>
        <table className="bulk__table" aria-label={words.title}>
          <colgroup><col style={{ width: '19rem' }} /><col style={{ width: '9.5rem' }} /><col /><col /></colgroup>
          <thead>
            <tr><th>{words.columns.item}</th><th>{words.columns.outcome}</th><th>{words.before}</th><th>{words.after}</th></tr>
          </thead>
          <tbody>
            {paged.loading ? <tr><td colSpan={4} className="muted" role="status">{words.loading}</td></tr> : null}
            {paged.rows.map((row) => (
              <tr key={row.itemId}>
                <td>
                  {row.versionId && row.outcome === 'done' ? <Link to={links.catalogueVersion(row.versionId)}>{row.itemName}</Link> : row.itemName}
                  <p className="faint small">{row.departmentName}</p>
                </td>
                <td>
                  <Tag tone={tones[row.outcome]}>{words.outcomes[row.outcome]}</Tag>
                  {row.reason ? <p className="small muted">{row.reason}</p> : null}
                </td>
                <td><div className="bulk__values">{describe(change.element, row.before)}</div></td>
                <td><div className="bulk__values">{describe(change.element, row.after)}</div></td>
              </tr>
            ))}
          </tbody>
        </table>
        {paged.hasMore ? <Button type="link" onClick={paged.more}>{words.all}</Button> : null}
      </div>
    </Page>
  );
}

function Standing({ change }: { change: BulkChange }) {
  const running = change.state === 'running' || change.state === 'undoing';
  const left = change.counts[change.state === 'undoing' ? 'done' : 'ready'] ?? 0;
  const planned = left + (change.counts['done'] ?? 0) + (change.counts['failed'] ?? 0) + (change.counts['undone'] ?? 0) + (change.counts['kept'] ?? 0);
  return (
    <span role="status" className="bulk__standing">
      <Tag tone={change.state === 'done' ? 'done' : 'todo'}>{words.states[change.state]}</Tag>
      {running ? <Progress style={{ width: 160, marginLeft: 8 }} size="small" percent={Math.round((100 * (planned - left)) / Math.max(planned, 1))} /> : null}
    </span>
  );
}

function Actions({ change }: { change: BulkChange }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const start = useAction(runBulkChange);
  const undo = useAction(undoBulkChange);
  const params = { bulkChangeId: change.id };
  const refresh = () => {
    for (const operation of [getBulkChange, listStaffItems]) void client.invalidateQueries({ queryKey: [operation.id] });
  };
  const ready = change.counts['ready'] ?? 0;
  return (
    <>
      <Button onClick={() => void navigate(links.bulkChanges())}>{words.history}</Button>
      {change.state === 'done' && (change.counts['done'] ?? 0) > 0 ? (
        <Button
          loading={undo.busy}
          onClick={() => {
            modal.confirm({ title: words.undo, content: words.confirmUndo, okText: words.undo, cancelText: text.cancel, onOk: async () => { await undo.run({ params }, refresh); } });
          }}
        >
          {words.undo}
        </Button>
      ) : null}
      {change.state === 'prepared' && ready === 0 ? <span className="muted">{words.nothing}</span> : null}
      {change.state === 'prepared' && ready > 0 ? (
        <Button
          type="primary"
          loading={start.busy}
          onClick={() => {
            void start.run({ params }, refresh);
          }}
        >
          {words.run(ready)}
        </Button>
      ) : null}
      {start.problem ?? undo.problem ? <div className="version__problem"><ProblemAlert problem={start.problem ?? undo.problem} onRefresh={refresh} /></div> : null}
    </>
  );
}
