import { listTriedCases, type MigrationRoute, type TriedCase } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { text } from '../text.ts';

const words = text.migration;
const names = (nodes: TriedCase['stands']): string => nodes.map(({ name }) => name).join('、');

const columns: readonly Column<TriedCase>[] = [
  { key: 'number', title: words.caseColumns.number, width: '15rem', fixed: true, render: (row) => <span className="code">{row.number}</span> },
  { key: 'title', title: words.caseColumns.title, render: (row) => row.title },
  { key: 'stands', title: words.caseColumns.stands, width: '11rem', render: (row) => names(row.stands) },
  {
    key: 'result', title: words.caseColumns.result, width: '26rem',
    render: ({ result, arrives, begins, reason }) => (result === 'refused'
      ? <><Tag tone="danger">{words.refused}</Tag> <span className="small">{reason}</span></>
      : <><Tag tone="done">{words.moves}</Tag> {arrives.length === 0 ? words.ends : names(arrives)}{begins.length === 0 ? null : <span className="small muted">　{words.begins(begins.join('、'))}</span>}</>),
  },
];

/** What would become of each case. */
export function TriedCases({ processKey, route }: { processKey: string; route: MigrationRoute }) {
  const paged = usePaged<TriedCase>({
    key: [listTriedCases.id, processKey, route], limit: 20, fetch: (page, signal) => api.call(listTriedCases, { params: { key: processKey }, body: { ...route, ...page } }, { signal }),
  });
  return <div className="frame process-migration__cases"><ListTable label={words.casesTitle} columns={columns} rows={paged.rows} rowKey={(row) => row.instanceId} paged={paged} minWidth="66rem" empty={<Empty title={words.nothing} />} /></div>;
}
