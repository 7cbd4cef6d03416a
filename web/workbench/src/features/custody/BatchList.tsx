import { batchStateLabels, batchStates, legLabels, listBatches, type BatchLine } from '@tongban/server/src/modules/custody/contract.ts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { text as sharedText } from '../../shared/text.ts';
import { text } from './text.ts';
import { batchTone } from './tones.ts';

const { columns: titles } = text;

const columns: readonly Column<BatchLine>[] = [
  { key: 'number', title: titles.number, width: '8.5rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'state', title: titles.state, width: '10rem', render: (row) => <Tag tone={batchTone(row)}>{row.stateLabel}</Tag> },
  { key: 'leg', title: titles.leg, width: '6rem', render: (row) => legLabels[row.leg] },
  { key: 'from', title: titles.sender, render: (row) => row.from.name },
  { key: 'to', title: titles.receiver, render: (row) => row.to.name },
  { key: 'size', title: titles.size, width: '9rem', render: (row) => <>{row.size}{row.state === 'handed-over' ? <span className="faint small">　{text.batch.waiting(row.waiting)}</span> : null}</> },
  { key: 'made', title: titles.made, width: '12rem', render: (row) => <span className="number">{formatMoment(row.madeAt)}　<span className="faint small">{row.madeByName}</span></span> },
  { key: 'handed', title: titles.handed, width: '9rem', render: (row) => (row.handedOverAt === null ? <span className="faint">{text.none}</span> : <span className="number">{formatMoment(row.handedOverAt)}</span>) },
];

/** Batches of the reader's offices, the newest first. */
export function BatchList() {
  const [filters, setFilters] = useFilters(['q', 'state']);
  const navigate = useNavigate();
  const state = batchStates.find((one) => one === filters.state);
  const paged = useListed(listBatches, { ...(state ? { state } : {}), ...(filters.q ? { q: filters.q } : {}) });
  const narrowed = filters.q !== undefined || filters.state !== undefined;
  const reset = () => setFilters({ q: undefined, state: undefined });
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={`${titles.number}、${titles.sender}或${titles.receiver}`} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={titles.state} any={text.any.state} value={state} width={150} options={batchStates.map((one) => ({ value: one, label: batchStateLabels[one] }))} onChange={(next) => setFilters({ state: next })} />
        {narrowed ? <Button type="link" onClick={reset}>{sharedText.list.reset}</Button> : null}
      </div>
      <ListFrame<BatchLine> cards label={text.tabs.batches} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="66rem" onOpen={(row) => { void navigate(links.custodyBatch(row.id)); }} empty={text.empty.batches} onReset={narrowed ? reset : undefined} />
    </>
  );
}
