import type { Static } from '@tongban/contract-kit';
import { qualityFilters, staffItemOrders, versionStates, type ItemTag } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { useEntries } from '../../shared/use-dictionary.ts';
import { useGovernedRegions } from '../../shared/use-governed-regions.ts';
import { text } from './text.ts';

const { columns: titles, list: words } = text;

export const filterNames = ['q', 'state', 'type', 'departmentId', 'region', 'tag', 'stage', 'quality', 'source', 'findings', 'closed', 'order'] as const;
export type CatalogueFilterValues = Partial<Record<(typeof filterNames)[number], string>>;

interface CatalogueFiltersProps {
  filters: CatalogueFilterValues;
  setFilters: (change: Partial<Record<(typeof filterNames)[number], string | undefined>>) => void;
  reset: () => void;
  tags: readonly Static<typeof ItemTag>[];
}

/** What the list of items is narrowed to; what is asked for less often opens on demand. */
export function CatalogueFilters({ filters, setFilters, reset, tags }: CatalogueFiltersProps) {
  const more = ['region', 'tag', 'stage', 'source', 'findings', 'closed'] as const;
  const [open, setOpen] = useState(() => more.some((name) => filters[name] !== undefined));
  const [types, regions, stages] = [useEntries('task-type'), useGovernedRegions(), useStages()];
  const pick = (name: (typeof filterNames)[number], any: string, options: readonly { value: string; label: string }[], width: number, label: string) => (
    <FilterSelect label={label} any={any} value={filters[name]} width={width} options={options} search onChange={(value) => setFilters({ [name]: value })} />
  );
  return (
    <>
      <SearchField value={filters.q} placeholder={text.filter.q} onChange={(q) => setFilters({ q })} />
      <span style={{ width: 190 }}>
        <OrganizationPicker
          value={filters.departmentId}
          allowClear
          placeholder={text.filter.department}
          onChange={(chosen) => setFilters({ departmentId: chosen?.id })}
        />
      </span>
      {pick('type', text.filter.type, types, 120, titles.type)}
      {pick('state', text.filter.state, versionStates.map((one) => ({ value: one, label: text.states[one] })), 120, titles.state)}
      {pick('quality', words.anyQuality, qualityFilters.map((one) => ({ value: one, label: words.qualities[one] })), 130, words.quality)}
      {pick('order', words.orders.updated, staffItemOrders.filter((one) => one !== 'updated').map((one) => ({ value: one, label: words.orders[one] })), 110, words.order)}
      <Button type="link" aria-expanded={open} onClick={() => setOpen(!open)}>{words.more}</Button>
      {open ? (
        <>
          {pick('region', words.anyRegion, regions, 150, words.region)}
          {pick('tag', words.anyTag, tags.map(({ code, name }) => ({ value: code, label: name })), 130, words.tag)}
          {pick('stage', words.anyStage, stages, 150, words.stage)}
          {pick('source', text.filter.source, Object.entries(text.sources).map(([value, label]) => ({ value, label })), 110, titles.source)}
          <Checkbox checked={filters.findings !== undefined} onChange={({ target }) => setFilters({ findings: target.checked ? 'yes' : undefined })}>{text.filter.findings}</Checkbox>
          <Checkbox checked={filters.closed !== undefined} onChange={({ target }) => setFilters({ closed: target.checked ? 'yes' : undefined })}>{words.closed}</Checkbox>
        </>
      ) : null}
      {Object.keys(filters).length > 0 ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
    </>
  );
}

function useStages(): { value: string; label: string }[] {
  const [person, company] = [useEntries('person-life-stage'), useEntries('company-life-stage')];
  const marked = (who: 'person' | 'company', entries: readonly { value: string; label: string }[]) =>
    entries.map(({ value, label }) => ({ value: `${who}:${value}`, label: `${text.editing.audiences[who]} · ${label}` }));
  return [...marked('person', person), ...marked('company', company)];
}
