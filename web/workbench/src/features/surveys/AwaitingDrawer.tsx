import { listAwaitingGuidance, type AwaitingGuidance } from '@tongban/server/src/modules/surveys/contract.ts';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const words = text.board.awaiting;

const columns: readonly Column<AwaitingGuidance>[] = [
  { key: 'name', title: text.board.name, fixed: true, wrap: true, render: (row) => <><Link to={links.guidanceEditor(row.versionId, { tab: 'confirmation' })}>{row.name}</Link><br /><span className="faint small number">{row.code}</span></> },
  { key: 'department', title: text.board.department, width: '11rem', wrap: true, render: (row) => row.organizationName },
  { key: 'asked', title: words.asked, width: '9rem', render: (row) => <>{row.askedByName}<br /><span className="faint small">{formatMoment(row.askedAt)}</span></> },
];

/** The items whose guidance waits for its department, the longest first (GDE-01). */
export function AwaitingDrawer({ organizationId, onClose }: { organizationId: string | undefined; onClose: () => void }) {
  const filter = organizationId === undefined ? {} : { organizationId };
  const paged = useListed(listAwaitingGuidance, filter);
  return (
    <Drawer open onClose={onClose} size={720} title={words.title}>
      <ListTable label={words.title} columns={columns} rows={paged.rows} rowKey={(row) => row.versionId} paged={paged} empty={<Empty title={words.none} />} />
    </Drawer>
  );
}
