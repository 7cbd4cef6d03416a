import { ReloadOutlined } from '@ant-design/icons';
import { applicationStateLabels, applicationStates, listBundleApplications, type BundleApplicationLine } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { text } from './text.ts';
import { stateTone } from './tones.ts';

const { columns: titles } = text;

const columns: readonly Column<BundleApplicationLine>[] = [
  { key: 'number', title: titles.number, width: '15rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'bundle', title: titles.bundle, render: (row) => row.bundleName },
  { key: 'applicant', title: titles.applicant, width: '14rem', render: (row) => row.applicantName },
  { key: 'state', title: titles.state, width: '9.5rem', render: (row) => <Tag tone={stateTone[row.state]}>{row.stateLabel}</Tag> },
  { key: 'items', title: titles.items, width: '11rem', render: ({ items }) => <><span className="number">{text.progress(items.settled, items.all)}</span>{items.failed > 0 ? <span className="faint small">　{text.failed(items.failed)}</span> : null}</> },
  { key: 'lead', title: titles.lead, width: '12rem', render: (row) => row.leadName },
  { key: 'submitted', title: titles.submitted, width: '8rem', render: (row) => <span className="number">{formatMoment(row.submittedAt)}</span> },
];

/** Bundles that were applied for, within the officer's scope, with how far each has come (INT-07). */
export function BundleCasesPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'state']);
  const navigate = useNavigate();
  const state = applicationStates.find((one) => one === filters.state);
  const filter = { ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}) };
  const paged = useListed(listBundleApplications, filter);
  const filtered = Object.keys(filter).length > 0;
  return (
    <Page
      fill title={text.title} actions={<Button icon={<ReloadOutlined />} onClick={paged.refresh}>{text.refresh}</Button>}
      bar={(
        <>
          <SearchField value={filters.q} placeholder={text.filter.q} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={titles.state} any={text.filter.state} value={state} width={170}
            options={applicationStates.map((one) => ({ value: one, label: applicationStateLabels[one] }))} onChange={(next) => setFilters({ state: next })}
          />
          {filtered ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
        </>
      )}
    >
      <ListFrame
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="76rem"
        onOpen={(row) => { void navigate(links.bundleCase(row.id)); }} empty={text.empty} onReset={filtered ? reset : undefined}
      />
    </Page>
  );
}
