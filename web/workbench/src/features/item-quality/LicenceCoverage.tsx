import { useQuery } from '@tanstack/react-query';
import { exportLicenceCoverage, listLicenceCoverage, type LicenceCoverage as Coverage } from '@tongban/server/src/modules/item-quality/contract.ts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { links } from '../../shared/links.ts';
import { useEntries } from '../../shared/use-dictionary.ts';
import { useGovernedRegions } from '../../shared/use-governed-regions.ts';
import { text } from './text.ts';

const words = text.coverage;
/** Every step that a licence may lack; how often it is inspected differs from law to law. */
const steps = ['issue', 'change', 'renew', 'replace', 'end'] as const;
const gaps = ['any', ...steps] as const;

type Step = Coverage['stages'][number];

/** 证照各环节: which items issue, change, renew, replace, inspect and end each licence, and what nobody offers (CAT-07). */
export function LicenceCoverage() {
  const [filters, setFilters, reset] = useFilters(['tab', 'q', 'missing', 'region']);
  const [regions, stages] = [useGovernedRegions(), useEntries('licence-stage')];
  const missing = gaps.find((one) => one === filters.missing);
  const place = filters.region ? { regionCode: filters.region } : {};
  const filter = { ...place, ...(filters.q ? { q: filters.q } : {}), ...(missing ? { missing } : {}) };
  const paged = useListed(listLicenceCoverage, filter);
  const nameOf = (code: string): string => stages.find(({ value }) => value === code)?.label ?? code;
  const { tab } = filters;
  const clear = Object.keys(filters).length > 1 ? () => { reset(); setFilters({ tab }); } : undefined;
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
        {regions.length > 1 ? (
          <FilterSelect label={text.columns.region} any={words.ownRegion} value={filters.region} options={regions} width={140} search onChange={(region) => setFilters({ region })} />
        ) : null}
        <FilterSelect
          label={words.gap} any={words.all} value={missing} width={150} onChange={(value) => setFilters({ missing: value })}
          options={[{ value: 'any', label: words.incomplete }, ...steps.map((step) => ({ value: step, label: words.lacks(nameOf(step)) }))]}
        />
        {clear ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
        <Button href={api.url(exportLicenceCoverage, { query: filter })}>{text.export}</Button>
        <Summary place={place} />
      </div>
      <ListFrame<Coverage> label={text.tabs.licences} columns={columnsFor(stages)} rowKey={(row) => row.code} paged={paged} minWidth="72rem" empty={words.none} onReset={clear} />
    </>
  );
}

function Summary({ place }: { place: { regionCode?: string } }) {
  const summary = useQuery({ queryKey: [listLicenceCoverage.id, 'summary', place], queryFn: () => api.call(listLicenceCoverage, { query: { ...place, limit: 1 } }) });
  return summary.data ? <span className="faint small">{words.summary(summary.data.region.name ?? summary.data.region.code, summary.data.total, summary.data.incomplete)}</span> : null;
}

function columnsFor(stages: readonly { value: string; label: string }[]): Column<Coverage>[] {
  return [
    { key: 'licence', title: words.licence, width: '14rem', fixed: true, wrap: true, render: (row) => <span className="list__strong">{row.name}</span> },
    ...stages.map(({ value, label }): Column<Coverage> => ({
      key: value, title: label, wrap: true, render: (row) => { const step = row.stages.find(({ stage }) => stage === value); return step ? <Items step={step} /> : null; },
    })),
  ];
}

function Items({ step: { items, needed } }: { step: Step }) {
  if (items.length === 0) return needed ? <Tag tone="warning">{words.noItem}</Tag> : <span className="faint">{words.notNeeded}</span>;
  return (
    <ul className="quality-licence">
      {items.map(({ itemId, versionId, name, departmentName, within }) => (
        <li key={itemId}>{within ? <Link to={links.catalogueVersion(versionId)}>{name}</Link> : name}<br /><span className="faint small">{departmentName}</span></li>
      ))}
    </ul>
  );
}
