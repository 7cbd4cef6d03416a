import { ReloadOutlined } from '@ant-design/icons';
import { licenceStateLabels, licenceStates, listLicences, type LicenceSummary } from '@tongban/server/src/modules/licences/contract.ts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { formatDate } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { LicenceStateTag, validUntil } from './licence-state.tsx';
import { text } from './text.ts';

const { columns: titles } = text;

const columns: readonly Column<LicenceSummary>[] = [
  { key: 'number', title: titles.number, width: '13rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'type', title: titles.type, render: (row) => row.typeName },
  { key: 'holder', title: titles.holder, width: '12rem', render: (row) => row.holderName },
  { key: 'state', title: titles.state, width: '5.5rem', render: (row) => <LicenceStateTag state={row.state} /> },
  { key: 'issued', title: titles.issued, width: '9rem', render: (row) => <span className="number">{formatDate(row.issuedOn)}</span> },
  { key: 'valid', title: titles.valid, width: '9rem', render: (row) => <span className="number">{validUntil(row.validTo)}</span> },
  { key: 'version', title: titles.version, width: '4.5rem', render: (row) => text.versionNumber(row.version) },
  { key: 'issuer', title: titles.issuer, width: '13rem', render: (row) => row.issuerName },
];

/** The licences that one's organisation issued (LIC-02). */
export function LicenceListPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'state']);
  const navigate = useNavigate();
  const state = licenceStates.find((one) => one === filters.state);
  const query = { ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}) };
  const paged = useListed(listLicences, query);
  const filtered = Object.keys(filters).length > 0;
  return (
    <Page
      fill title={text.title} actions={<Button icon={<ReloadOutlined />} onClick={paged.refresh}>{text.refresh}</Button>}
      bar={(
        <>
          <SearchField value={filters.q} placeholder={text.filter.q} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={titles.state} any={text.filter.state} value={state} width="9.5rem"
            options={licenceStates.map((one) => ({ value: one, label: licenceStateLabels[one] }))} onChange={(next) => setFilters({ state: next })}
          />
          {filtered ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
        </>
      )}
    >
      <ListFrame
        cards
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="76rem"
        onOpen={(row) => { void navigate(links.licence(row.id)); }} empty={text.empty} onReset={filtered ? reset : undefined}
      />
    </Page>
  );
}
