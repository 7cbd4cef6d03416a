import { elementTypeCodes, elementTypes, listElements, sensitivities, sensitivityLabels, sourceKindLabels, type SourceKind } from '@tongban/server/src/modules/data-elements/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { useDataElements, useMayEditElements } from '../../../shared/form/use-data-elements.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed, type RowOf } from '../../../shared/list/use-listed.ts';
import { text } from '../text.ts';
import { ElementDrawer } from './ElementDrawer.tsx';

const words = text.elements;
const { columns: titles } = words;
type Row = RowOf<typeof listElements>;
const kinds = Object.keys(sourceKindLabels) as SourceKind[];

function columnsFor(labelsOf: (code: string) => readonly string[]): Column<Row>[] {
  return [
    { key: 'name', title: titles.name, width: '15rem', fixed: true, wrap: true, render: (row) => <><span className="list__strong">{row.name}</span><br /><span className="faint small">{row.code}</span></> },
    { key: 'type', title: titles.type, width: '8rem', render: (row) => elementTypes[row.type].label },
    { key: 'format', title: titles.format, width: '7rem', render: (row) => row.format || text.none },
    { key: 'sensitivity', title: titles.sensitivity, width: '7.5rem', render: (row) => (row.sensitivity === 'general' ? sensitivityLabels.general : <Tag tone={row.sensitivity === 'sensitive' ? 'warning' : 'neutral'}>{sensitivityLabels[row.sensitivity]}</Tag>) },
    { key: 'sources', title: titles.sources, wrap: true, render: (row) => labelsOf(row.code).map((label, index) => `${index + 1}. ${label}`).join('　') || <span className="faint">{words.noSources}</span> },
    { key: 'forms', title: titles.forms, width: '5rem', align: 'right', render: (row) => <span className="number">{row.forms}</span> },
    { key: 'edited', title: titles.edited, width: '9rem', render: (row) => <>{row.editedByName}<br /><span className="number faint small">{formatMoment(row.editedAt)}</span></> },
  ];
}

/** The dictionary of data elements: found by words and filters, opened to see who uses one and to change it (FRM-02). */
export function ElementList() {
  const [filters, setFilters] = useFilters(['q', 'type', 'sensitivity', 'source', 'used', 'code']);
  const [adding, setAdding] = useState(false);
  const mayEdit = useMayEditElements();
  const choices = useDataElements();
  const labelsOf = (code: string): readonly string[] => (choices.find((one) => one.code === code)?.sourceOptions ?? []).map(({ label }) => label);
  const type = elementTypeCodes.find((one) => one === filters.type);
  const sensitivity = sensitivities.find((one) => one === filters.sensitivity);
  const source = ([...kinds, 'none'] as const).find((one) => one === filters.source);
  const query = {
    ...(filters.q ? { q: filters.q } : {}), ...(type ? { type } : {}), ...(sensitivity ? { sensitivity } : {}), ...(source ? { source } : {}), ...(filters.used ? { used: filters.used === 'yes' } : {}),
  };
  const paged = useListed(listElements, query);
  const filtered = Object.keys(query).length > 0;
  const clear = () => setFilters({ q: undefined, type: undefined, sensitivity: undefined, source: undefined, used: undefined });
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={words.type} any={words.anyType} value={type} width={150} options={elementTypeCodes.map((one) => ({ value: one, label: elementTypes[one].label }))} onChange={(next) => setFilters({ type: next })} />
        <FilterSelect label={words.sensitivity} any={words.anySensitivity} value={sensitivity} width={150} options={sensitivities.map((one) => ({ value: one, label: sensitivityLabels[one] }))} onChange={(next) => setFilters({ sensitivity: next })} />
        <FilterSelect label={words.source} any={words.anySource} value={source} width={140} options={[...kinds.map((one) => ({ value: one, label: sourceKindLabels[one] })), { value: 'none', label: words.noSource }]} onChange={(next) => setFilters({ source: next })} />
        <FilterSelect label={words.used} any={words.anyUsed} value={filters.used} width={130} options={[{ value: 'yes', label: words.usedYes }, { value: 'no', label: words.usedNo }]} onChange={(used) => setFilters({ used })} />
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
        {mayEdit ? <Button type="primary" className="form-management__add" onClick={() => setAdding(true)}>{words.add}</Button> : null}
      </div>
      <ListFrame<Row>
        label={text.tabs.elements} columns={columnsFor(labelsOf)} rowKey={(row) => row.code} paged={paged} minWidth="76rem" empty={words.empty} onReset={filtered ? clear : undefined}
        onOpen={(row) => setFilters({ code: row.code })}
      />
      <ElementDrawer code={adding ? 'new' : filters.code} onClose={() => { setAdding(false); setFilters({ code: undefined }); }} />
    </>
  );
}
