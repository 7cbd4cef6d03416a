import { useQuery } from '@tanstack/react-query';
import { listFormParts, listForms, type StaffForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { StartFromDialog } from './StartFromDialog.tsx';
import { text } from './text.ts';

const words = text.forms;
const states = ['draft', 'in-review', 'approved', 'published'] as const;
const stateName = (state: StaffForm['state']): string => words.states[states.find((one) => one === state) ?? 'published'];

/** Where a form is used, in words; that it is the example of a material it fills is no news. */
function usesOf({ uses }: StaffForm): string {
  const filled = new Set(uses.flatMap(({ kind, name }) => (kind === 'material' ? name : [])));
  return uses.filter(({ kind, name }) => kind !== 'sample' || !filled.has(name)).map(({ kind, name }) => words.uses[kind](name)).join('、');
}

function columnsFor(start: ((form: StaffForm) => void) | undefined): Column<StaffForm>[] {
  const { columns: titles } = words;
  return [
    { key: 'form', title: titles.form, width: '14rem', fixed: true, wrap: true, render: (row) => <Link to={links.formDesigner(row.versionId, row.formKey)}>{row.formName}</Link> },
    { key: 'item', title: titles.item, wrap: true, render: (row) => <>{row.itemName}<br /><span className="faint small">{row.departmentName}</span></> },
    { key: 'state', title: titles.state, width: '8rem', render: (row) => <><Tag tone={row.state === 'published' ? 'done' : row.state === 'draft' ? 'neutral' : 'todo'}>{stateName(row.state)}</Tag><span className="faint small">　{words.version(row.versionNumber)}</span></> },
    { key: 'fields', title: titles.fields, width: '4rem', align: 'right', render: (row) => (row.fields === null ? <Tag tone="danger">{words.broken}</Tag> : <span className="number">{row.fields}</span>) },
    { key: 'bound', title: titles.bound, width: '6rem', align: 'right', render: (row) => <span className="number">{row.boundFields ?? text.none}</span> },
    { key: 'uses', title: titles.uses, width: '14rem', wrap: true, render: (row) => usesOf(row) || <span className="faint">{words.unused}</span> },
    { key: 'parts', title: titles.parts, width: '8rem', wrap: true, render: (row) => row.parts.map(({ name, revision }) => words.part_(name, revision)).join('、') || text.none },
    { key: 'saved', title: titles.saved, width: '8rem', render: (row) => <>{row.savedByName ?? ''}<br /><span className="number faint small">{formatMoment(row.savedAt)}</span></> },
    ...(start ? [{ key: 'act', title: titles.act, width: '7rem', fixed: true, render: (row: StaffForm) => (row.fields === null ? null : <Button size="small" onClick={() => start(row)}>{words.start}</Button>) }] : []),
  ];
}

/** Every form of an open or published version; one leads to its designer or begins another (FRM-04). */
export function FormList() {
  const [filters, setFilters] = useFilters(['q', 'state', 'part', 'own', 'element']);
  const navigate = useNavigate();
  const mayEdit = useHolds('catalog.item.edit');
  const [starting, setStarting] = useState<StaffForm>();
  const parts = useQuery({ queryKey: [listFormParts.id], queryFn: () => api.call(listFormParts, {}) });
  const state = states.find((one) => one === filters.state);
  const query = {
    ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}), ...(filters.part ? { part: filters.part } : {}),
    ...(filters.own ? { own: true } : {}), ...(filters.element ? { dataElement: filters.element } : {}),
  };
  const paged = useListed(listForms, query);
  const filtered = Object.keys(query).length > 0;
  const clear = () => setFilters({ q: undefined, state: undefined, part: undefined, own: undefined, element: undefined });
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={words.state} any={words.anyState} value={state} width={120} options={states.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => setFilters({ state: next })} />
        <FilterSelect
          label={words.part} any={words.anyPart} value={filters.part} width={170} search
          options={[{ value: 'any', label: words.somePart }, ...(parts.data?.parts ?? []).map(({ id, name }) => ({ value: id, label: name }))]} onChange={(part) => setFilters({ part })}
        />
        <Checkbox checked={filters.own !== undefined} onChange={({ target }) => setFilters({ own: target.checked ? 'yes' : undefined })}>{words.own}</Checkbox>
        {filters.element ? <span className="muted small">{words.element(filters.element)}</span> : null}
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
      </div>
      <ListFrame<StaffForm>
        label={text.tabs.forms} columns={columnsFor(mayEdit ? setStarting : undefined)} rowKey={(row) => `${row.versionId} ${row.formKey}`} paged={paged} minWidth="78rem" empty={words.empty}
        onReset={filtered ? clear : undefined} onOpen={(row) => { void navigate(links.formDesigner(row.versionId, row.formKey)); }}
      />
      {starting ? <StartFromDialog form={starting} onClose={() => setStarting(undefined)} /> : null}
    </>
  );
}
