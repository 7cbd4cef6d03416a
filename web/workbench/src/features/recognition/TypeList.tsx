import { listDocumentTypes, typeStateLabels, typeStates, type DocumentTypeLine } from '@tongban/server/src/modules/recognition/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
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
import { AddTypeDialog } from './AddTypeDialog.tsx';
import { text } from './text.ts';
import { useRecognitionAbilities } from './use-overview.ts';

const titles = text.columns;
const columns: readonly Column<DocumentTypeLine>[] = [
  { key: 'name', title: titles.name, width: '12rem', fixed: true, render: (row) => <>{row.name}<br /><span className="faint small">{row.code}</span></> },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <Tag tone={row.state === 'active' ? 'done' : 'neutral'}>{typeStateLabels[row.state]}</Tag> },
  { key: 'materials', title: titles.materials, wrap: true, render: (row) => row.materialNames.join('、') },
  { key: 'fields', title: titles.fields, width: '4.5rem', align: 'right', render: (row) => row.fieldCount },
  { key: 'regions', title: titles.regions, width: '6rem', align: 'right', render: (row) => row.regionCount },
  { key: 'type', title: titles.typeThreshold, width: '6rem', align: 'right', render: (row) => text.percent(row.typeThreshold) },
  { key: 'field', title: titles.fieldThreshold, width: '6rem', align: 'right', render: (row) => text.percent(row.fieldThreshold) },
  { key: 'samples', title: titles.samples, width: '4.5rem', align: 'right', render: (row) => row.samples },
  { key: 'edited', title: titles.edited, width: '13rem', render: (row) => <>{row.editedByName}　<span className="number faint">{formatMoment(row.editedAt)}</span></> },
];

/** The catalogue of recognised materials (智审目录). */
export function TypeList() {
  const [filters, setFilters] = useFilters(['tab', 'q', 'state']);
  const navigate = useNavigate();
  const mayEdit = useRecognitionAbilities().edit;
  const [adding, setAdding] = useState(false);
  const state = typeStates.find((one) => one === filters.state);
  const query = { ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}) };
  const paged = useListed(listDocumentTypes, query);
  const filtered = Object.keys(query).length > 0;
  const clear = () => setFilters({ q: undefined, state: undefined });
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={text.search} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={titles.state} any={text.anyState} value={state} width={120} options={typeStates.map((one) => ({ value: one, label: typeStateLabels[one] }))} onChange={(next) => setFilters({ state: next })} />
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
        {mayEdit ? <Button type="primary" className="recognition-add" onClick={() => setAdding(true)}>{text.add}</Button> : null}
      </div>
      <ListFrame<DocumentTypeLine>
        label={text.tabs.types} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="76rem" empty={text.emptyTypes} onReset={filtered ? clear : undefined}
        onOpen={(row) => { void navigate(links.documentType(row.id)); }}
      />
      {adding ? <AddTypeDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
