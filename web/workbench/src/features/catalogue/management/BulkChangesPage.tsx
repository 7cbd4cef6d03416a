import { listBulkChanges, type BulkChange } from '@tongban/server/src/modules/catalog/contract.ts';
import { Link, useNavigate } from 'react-router';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { useElementWords } from '../use-element-words.ts';

const words = text.bulk;

const columnsFor = (describe: (path: string, value: unknown) => string): Column<BulkChange>[] => [
  { key: 'what', title: words.columns.what, render: (row) => <span className="list__strong">{words.change(row.elementLabel, words.modes[row.mode])}　<span className="muted">{describe(row.element, row.value).replaceAll('\n', ' ')}</span></span> },
  { key: 'count', title: words.columns.count, width: '7rem', align: 'right', render: (row) => row.total },
  { key: 'state', title: words.columns.state, width: '8rem', render: (row) => <Tag tone={row.state === 'done' ? 'done' : 'todo'}>{words.states[row.state]}</Tag> },
  { key: 'when', title: words.columns.when, width: '12rem', render: (row) => <span className="number">{formatDateTime(row.createdAt)}</span> },
];

/** The bulk changes the reader has made. */
export function BulkChangesPage() {
  const navigate = useNavigate();
  const describe = useElementWords();
  const paged = useListed(listBulkChanges, {});
  return (
    <Page fill title={words.history} actions={<Link to={links.catalogue()}>{text.backToItems}</Link>}>
      <ListFrame label={words.history} columns={columnsFor(describe)} rowKey={(row) => row.id} paged={paged} onOpen={(row) => void navigate(links.bulkChange(row.id))} empty={[words.none]} />
    </Page>
  );
}
