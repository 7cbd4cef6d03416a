import { useQuery } from '@tanstack/react-query';
import { bundleStates, bundleStateLabels, exportBundleCatalogue, listBundleCatalogue, renewalLabels, renewals, type BundleState, type BundleSummary, type Renewal } from '@tongban/server/src/modules/bundles/contract.ts';
import { audiences } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Checkbox, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds, useSession } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { BundleDrawer } from './BundleDrawer.tsx';
import { BundleStateTag } from './BundleStateTag.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { Progress } from './Progress.tsx';
import '../bundles.css';

const titles = text.columns;

const columns: readonly Column<BundleSummary>[] = [
  { key: 'name', title: titles.name, fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'code', title: titles.code, width: '7rem', render: (row) => <span className="number faint">{row.code}</span> },
  { key: 'batch', title: titles.batch, width: '8.5rem', render: (row) => row.batch ?? <span className="faint">—</span> },
  { key: 'audience', title: titles.audience, width: '5.5rem', render: (row) => text.audiences[row.audience] },
  { key: 'suggested', title: titles.suggested, width: '10rem', render: (row) => row.leadDepartmentName ?? <span className="faint">—</span> },
  { key: 'lead', title: titles.lead, width: '8rem', render: (row) => row.lead?.name ?? <span className="faint">—</span> },
  {
    key: 'state', title: titles.state, width: '11.5rem',
    render: (row) => <BundleStateTag bundle={row} />,
  },
  { key: 'items', title: titles.items, width: '4rem', align: 'right', render: (row) => (row.itemCount > 0 ? <span className="number">{row.itemCount}</span> : '') },
  { key: 'version', title: titles.version, width: '5rem', render: (row) => (row.versionNumber === null ? '' : text.detail.version(row.versionNumber)) },
  { key: 'updated', title: titles.updated, width: '7.5rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
];

/** How the state filter writes that a new version of a published bundle stands there. */
const renewalValue = (renewal: Renewal) => `renewal-${renewal}`;

const filterNames = ['q', 'state', 'batch', 'audience', 'mine', 'bundle'] as const;

/** Every bundle that the city should or wants to offer, with how far each has come (BDL-01). */
export function BundlesPage() {
  const [filters, setFilters, reset] = useFilters(filterNames);
  const own = useSession().account.organization;
  const manages = useHolds('bundles.catalogue.manage');
  const [dialog, setDialog] = useState<'add' | 'import'>();
  const state = bundleStates.find((one) => one === filters.state);
  const renewal = renewals.find((one) => filters.state === renewalValue(one));
  const audience = audiences.find((one) => one === filters.audience);
  const others = {
    ...(filters.q ? { q: filters.q } : {}), ...(filters.batch ? { batch: filters.batch } : {}), ...(audience ? { audience } : {}), ...(filters.mine && own ? { leadOrganizationId: own.id } : {}),
  };
  const query = { ...others, ...(state ? { state } : {}), ...(renewal ? { renewal } : {}) };
  const paged = useListed(listBundleCatalogue, query);
  const counted = useQuery({ queryKey: [listBundleCatalogue.id, 'counts', others], placeholderData: (before) => before, queryFn: () => api.call(listBundleCatalogue, { query: { ...others, limit: 1 } }) }).data;
  const chooseState = (next: BundleState | undefined) => setFilters({ state: next });
  return (
    <Page
      fill
      title={text.title}
      actions={
        <>
          <Dropdown
            menu={{
              items: [
                ...(manages ? [{ key: 'import', label: text.import }] : []),
                { key: 'export', label: <a href={api.url(exportBundleCatalogue, { query })}>{text.export}</a> },
              ],
              onClick: ({ key }) => { if (key === 'import') setDialog('import'); },
            }}
          >
            <Button>{text.more}</Button>
          </Dropdown>
          {manages ? <Button type="primary" onClick={() => setDialog('add')}>{text.add}</Button> : null}
        </>
      }
      bar={
        <>
          {counted ? <Progress counts={counted.counts} state={state} onState={chooseState} /> : null}
          <SearchField value={filters.q} placeholder={text.filter.q} onChange={(q) => setFilters({ q })} />
          <Select value={state ?? (renewal ? renewalValue(renewal) : '')} style={{ width: 140 }} aria-label={titles.state} options={[{ value: '', label: text.filter.state }, ...bundleStates.map((one) => ({ value: one, label: bundleStateLabels[one] })), ...renewals.map((one) => ({ value: renewalValue(one), label: renewalLabels[one] }))]} onChange={(next) => setFilters({ state: next })} />
          <FilterSelect
            label={titles.batch} any={text.filter.batch} value={filters.batch} width={170}
            options={(counted?.batches ?? []).map((one) => ({ value: one, label: one }))} onChange={(batch) => setFilters({ batch })}
          />
          <FilterSelect
            label={titles.audience} any={text.filter.audience} value={filters.audience} width={120}
            options={audiences.map((one) => ({ value: one, label: text.audiences[one] }))} onChange={(next) => setFilters({ audience: next })}
          />
          {own ? <Checkbox checked={filters.mine !== undefined} onChange={({ target }) => setFilters({ mine: target.checked ? 'yes' : undefined })}>{text.filter.mine}</Checkbox> : null}
          {Object.keys(query).length > 0 ? <Button type="link" size="small" onClick={reset}>{text.filter.reset}</Button> : null}
        </>
      }
    >
      <ListFrame
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="78rem" onOpen={(row) => setFilters({ bundle: row.id })}
        empty={text.empty}
      />
      <BundleDrawer bundleId={filters.bundle} onClose={() => setFilters({ bundle: undefined })} />
      {dialog === 'add' ? <EntryDialog onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'import' ? <ImportDialog onClose={() => setDialog(undefined)} /> : null}
    </Page>
  );
}
