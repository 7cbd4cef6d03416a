import { useQuery } from '@tanstack/react-query';
import { listFormParts, type FormPart } from '@tongban/server/src/modules/catalog/contract.ts';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.parts;

function labelsIn({ section }: FormPart): string {
  const rows = Array.isArray(section['rows']) ? section['rows'] as { cells?: { field?: { label?: string } }[] }[] : [];
  return rows.flatMap(({ cells = [] }) => cells.flatMap(({ field }) => field?.label ?? [])).join('、');
}

const columns: readonly Column<FormPart>[] = [
  { key: 'name', title: words.columns.name, width: '14rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'revision', title: words.columns.revision, width: '6rem', render: (row) => words.revision(row.revision) },
  { key: 'fields', title: words.columns.fields, wrap: true, render: labelsIn },
  { key: 'saved', title: words.columns.saved, width: '14rem', render: (row) => <>{row.savedByName}　<span className="number faint">{formatMoment(row.savedAt)}</span></> },
  { key: 'uses', title: '', width: '8rem', render: (row) => <Link to={links.forms({ part: row.id })}>{words.forms}</Link> },
];

/** The library of groups of fields that forms share by copy (FRM-04). */
export function PartList() {
  const parts = useQuery({ queryKey: [listFormParts.id], queryFn: () => api.call(listFormParts, {}) });
  return (
    <>
      <p className="muted small">{words.lead}</p>
      <div className="frame">
        <QueryState query={parts} lines={6}>
          {({ parts: rows }) => <ListTable<FormPart> label={text.tabs.parts} columns={columns} rows={rows} rowKey={(row) => row.id} empty={<Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty>} />}
        </QueryState>
      </div>
    </>
  );
}
