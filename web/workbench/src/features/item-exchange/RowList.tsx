import { listImportRows, rowVerdicts, type ImportRow, type ItemImport, type RowVerdict } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { usePaged } from '../../shared/list/use-paged.ts';
import { RowDrawer } from './RowDrawer.tsx';
import { text } from './text.ts';

const words = text.rows;
const tones: Readonly<Record<RowVerdict, Tone>> = { new: 'todo', changed: 'todo', unchanged: 'neutral', differs: 'warning', refused: 'danger' };

/** Issues of a row, then what it changes. */
function RowContent({ row }: { row: ImportRow }) {
  return (
    <ul className="exchange__issues">
      {row.outcomeReason ? <li>{row.outcomeReason}</li> : null}
      {row.issues.map(({ position, severity, message }) => <li key={`${position}${message}`} className={`is-${severity}`}><span className="number">{position}</span> {message}</li>)}
      {row.verdict === 'changed' ? <li className="muted">{words.changes}：{row.changes.join('、')}</li> : null}
      {row.differences.length > 0 ? <li className="muted">{words.differences}：{row.differences.join('、')}</li> : null}
    </ul>
  );
}

const columns: readonly Column<ImportRow>[] = [
  { key: 'position', title: words.position, width: '8rem', fixed: true, render: (row) => <span className="number">{row.position}</span> },
  {
    key: 'verdict', title: words.verdict, width: '6.5rem',
    render: (row) => (row.outcome ? <Tag tone={row.outcome === 'written' ? 'done' : row.outcome === 'failed' ? 'danger' : 'neutral'}>{words.outcomes[row.outcome]}</Tag> : <Tag tone={tones[row.verdict]}>{words.verdicts[row.verdict]}</Tag>),
  },
  { key: 'name', title: words.name, width: '17rem', render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'content', title: words.content, wrap: true, render: (row) => <RowContent row={row} /> },
  { key: 'department', title: words.department, width: '10rem', wrap: true, render: (row) => row.departmentName },
  { key: 'code', title: words.code, width: '14rem', render: (row) => <span className="number faint">{row.code}</span> },
];

/** The rows of an import with their faults by cell; a row opens beside what stands on the platform. */
export function RowList({ of: one }: { of: ItemImport }) {
  const [filters, setFilters] = useFilters(['verdict', 'q']);
  const [opened, setOpened] = useState<ImportRow>();
  const verdict = rowVerdicts.find((name) => name === filters.verdict);
  const query = { ...(verdict ? { verdict } : {}), ...(filters.q ? { q: filters.q } : {}) };
  const paged = usePaged({
    key: [listImportRows.id, one.id, one.state, query], fetch: (page, signal) => api.call(listImportRows, { params: { importId: one.id }, query: { ...query, ...page } }, { signal }),
  });
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect
          label={words.verdict} any={words.all} value={verdict} width={150}
          options={rowVerdicts.map((name) => ({ value: name, label: `${words.verdicts[name]}（${one.counts[name]}）` }))} onChange={(next) => setFilters({ verdict: next })}
        />
        <SearchField value={filters.q} placeholder={words.q} onChange={(q) => setFilters({ q })} />
      </div>
      <ListFrame
        label={words.content} columns={columns} rowKey={(row) => String(row.number)} paged={paged} minWidth="76rem" onOpen={setOpened}
        empty={words.empty}
      />
      <RowDrawer importId={one.id} row={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
