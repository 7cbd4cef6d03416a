import { listImports, type ItemImport } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { useNavigate } from 'react-router';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed } from '../../shared/list/use-listed.ts';
import { ImportStateTag } from './ImportStateTag.tsx';
import { text } from './text.ts';

const { columns: titles } = text;

const columns: readonly Column<ItemImport>[] = [
  { key: 'file', title: titles.file, fixed: true, render: (row) => <span className="list__strong">{row.fileName}</span> },
  { key: 'state', title: titles.state, width: '7rem', render: (row) => <ImportStateTag of={row} /> },
  {
    key: 'counts', title: titles.counts, width: '15rem', align: 'right',
    render: ({ counts }) => <span className="number">{[counts.new, counts.changed, counts.differs, counts.refused].join(' / ')}</span>,
  },
  { key: 'written', title: titles.written, width: '6rem', align: 'right', render: ({ outcome }) => <span className="number">{outcome.written - outcome.undone}</span> },
  { key: 'by', title: titles.by, width: '7rem', render: (row) => row.createdByName },
  { key: 'at', title: titles.at, width: '9rem', render: (row) => <span className="number">{formatMoment(row.createdAt)}</span> },
];

/** Imports, the newest first. */
export function ImportList() {
  const navigate = useNavigate();
  const paged = useListed(listImports, {}, { refetchInterval: 10_000 });
  return (
    <>
      <p className="exchange__note">{text.lead}</p>
      <ListFrame
        label={text.tabs.imports} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="60rem"
        onOpen={(row) => { void navigate(links.itemImport(row.id)); }} empty={text.noImports}
      />
    </>
  );
}
