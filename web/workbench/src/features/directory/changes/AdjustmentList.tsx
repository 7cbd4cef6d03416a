import { adjustmentKinds, listAdjustments, type Adjustment, type AdjustmentKind } from '@tongban/server/src/modules/directory/change.contract.ts';
import { Checkbox } from 'antd';
import { useNavigate } from 'react-router';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { text } from '../text.ts';

const words = text.changes;
const titles = words.columns;
export const kindTones: Record<AdjustmentKind, Tone> = { added: 'done', changed: 'todo', cancelled: 'neutral' };

const columns: readonly Column<Adjustment>[] = [
  { key: 'at', title: titles.at, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.at)}</span> },
  { key: 'kind', title: titles.kind, width: '5rem', render: (row) => <Tag tone={kindTones[row.kind]}>{words.kinds[row.kind]}</Tag> },
  { key: 'entry', title: titles.entry, render: (row) => <><span className="list__strong">{row.entry.name}</span> <span className="faint small number">{row.entry.code}</span></> },
  { key: 'elements', title: titles.elements, width: '18rem', render: (row) => row.elements.map(({ label }) => label).join('、') },
  { key: 'affected', title: titles.affected, width: '6.5rem', align: 'right', render: (row) => <span className="number">{row.affectedItems}</span> },
  { key: 'open', title: titles.open, width: '7.5rem', align: 'right', render: (row) => (row.openDifferences > 0 ? <Tag tone="warning">{String(row.openDifferences)}</Tag> : '') },
];

/** Changes of the directory that came into force, the last first. */
export function AdjustmentList() {
  const [filters, setFilters] = useFilters(['kind', 'open']);
  const navigate = useNavigate();
  const kind = adjustmentKinds.find((one) => one === filters.kind);
  const query = { ...(kind ? { kind } : {}), ...(filters.open ? { open: true } : {}) };
  const paged = useListed(listAdjustments, query);
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect
          label={titles.kind} any={words.filter.kind} value={kind} width={120}
          options={adjustmentKinds.map((one) => ({ value: one, label: words.kinds[one] }))} onChange={(next) => setFilters({ kind: next })}
        />
        <Checkbox checked={filters.open !== undefined} onChange={(event) => setFilters({ open: event.target.checked ? 'yes' : undefined })}>{words.filter.open}</Checkbox>
      </div>
      <ListFrame
        label={words.views.adjustments}
        columns={columns}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="64rem"
        onOpen={(row) => {
          void navigate(links.directoryChange(row.id));
        }}
        empty={words.emptyAdjustments}
        onReset={kind || filters.open ? () => setFilters({ kind: undefined, open: undefined }) : undefined}
      />
    </>
  );
}
