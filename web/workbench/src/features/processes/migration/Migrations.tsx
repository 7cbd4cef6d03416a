import { listMigrations, type Migration } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { links } from '../../../shared/links.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { text } from '../text.ts';

const words = text.migration;

const columns: readonly Column<Migration>[] = [
  { key: 'route', title: words.listColumns.route, width: '14rem', fixed: true, render: ({ from, to }) => <span className="list__strong">{words.runTitle(from.version, to.version)}</span> },
  { key: 'state', title: words.listColumns.state, width: '7rem', render: ({ state, stateLabel }) => <Tag tone={state === 'running' ? 'todo' : state === 'done' ? 'done' : 'neutral'}>{stateLabel}</Tag> },
  { key: 'sum', title: words.listColumns.sum, width: '16rem', render: ({ total, moved, refused, failed }) => words.runSum(total, moved, refused + failed) },
  { key: 'reason', title: words.reason, render: ({ reason }) => reason },
  { key: 'by', title: words.listColumns.by, width: '15rem', render: ({ startedAt, startedByName }) => `${formatDateTime(startedAt)}　${startedByName}` },
];

/** What was migrated of a process before. */
export function Migrations({ processKey }: { processKey: string }) {
  const navigate = useNavigate();
  const paged = usePaged<Migration>({ key: [listMigrations.id, processKey], fetch: (page, signal) => api.call(listMigrations, { params: { key: processKey }, query: page }, { signal }) });
  return <ListTable label={words.list} columns={columns} rows={paged.rows} rowKey={(row) => row.migrationId} paged={paged} minWidth="62rem" onOpen={(row) => { void navigate(links.processMigrationRun(row.migrationId)); }} empty={<Empty title={words.noMigrations} />} />;
}
