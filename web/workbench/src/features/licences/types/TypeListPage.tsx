import { ReloadOutlined } from '@ant-design/icons';
import { licenceHolderKinds, licenceTypeStates, listLicenceTypes, mostCountedLicences, type LicenceTypeSummary } from '@tongban/server/src/modules/licences/contract.ts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { links } from '../../../shared/links.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { TypeStateTag } from './TypeStateTag.tsx';
import './types.css';

const words = text.types;
const { columns: titles } = words;

const columns: readonly Column<LicenceTypeSummary>[] = [
  { key: 'name', title: titles.name, width: '15rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'typeCode', title: titles.typeCode, width: '13.5rem', render: (row) => <span className="number">{row.typeCode}</span> },
  { key: 'holder', title: titles.holder, width: '8rem', render: (row) => words.holders[row.holderKind] },
  { key: 'issuer', title: titles.issuer, render: (row) => row.issuer?.name ?? <span className="faint">{words.none}</span> },
  { key: 'state', title: titles.state, width: '5.5rem', render: (row) => <TypeStateTag state={row.state} /> },
  { key: 'items', title: titles.items, width: '5.5rem', align: 'right', render: (row) => <span className="number">{row.itemCount}</span> },
  { key: 'licences', title: titles.licences, width: '6.5rem', align: 'right', render: (row) => <span className="number">{row.licenceCount >= mostCountedLicences ? words.many(mostCountedLicences) : row.licenceCount}</span> },
  { key: 'updated', title: titles.updated, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.updatedAt)}</span> },
  { key: 'code', title: titles.code, width: '13rem', render: (row) => <span className="code">{row.code}</span> },
];

/** The licence catalogue: what kinds of licences there are, who issues them, and how much hangs on each (LIC-01). */
export function TypeListPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'holder', 'state', 'issuer', 'issuerName']);
  const navigate = useNavigate();
  const mayManage = useHolds('licences.type.manage');
  const [holderKind, state] = [licenceHolderKinds.find((one) => one === filters.holder), licenceTypeStates.find((one) => one === filters.state)];
  const paged = useListed(listLicenceTypes, {
    ...(filters.q ? { q: filters.q } : {}), ...(holderKind ? { holderKind } : {}), ...(state ? { state } : {}), ...(filters.issuer ? { issuerId: filters.issuer } : {}),
  });
  const filtered = Object.keys(filters).length > 0;
  return (
    <Page
      fill title={words.title}
      actions={(
        <>
          <Button icon={<ReloadOutlined />} onClick={paged.refresh}>{words.refresh}</Button>
          {mayManage ? <Button type="primary" onClick={() => { void navigate(links.newLicenceType()); }}>{words.create}</Button> : null}
        </>
      )}
      bar={(
        <>
          <SearchField value={filters.q} placeholder={words.search} width={280} onChange={(q) => setFilters({ q })} />
          <div className="licence-types__issuer">
            <OrganizationPicker
              label={titles.issuer} value={filters.issuer} name={filters.issuerName} allowClear placeholder={words.any.issuer}
              onChange={(chosen) => setFilters({ issuer: chosen?.id, issuerName: chosen?.name })}
            />
          </div>
          <FilterSelect
            label={titles.holder} any={words.any.holder} value={holderKind} width="10rem"
            options={licenceHolderKinds.map((one) => ({ value: one, label: words.holders[one] }))} onChange={(next) => setFilters({ holder: next })}
          />
          <FilterSelect
            label={titles.state} any={words.any.state} value={state} width="8rem" options={licenceTypeStates.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next) => setFilters({ state: next })}
          />
          {filtered ? <Button type="link" onClick={reset}>{words.reset}</Button> : null}
        </>
      )}
    >
      <ListFrame
        cards
        label={words.title} columns={columns} rowKey={(row) => row.code} paged={paged} minWidth="92rem"
        onOpen={(row) => { void navigate(links.licenceType(row.code)); }} empty={words.empty} onReset={filtered ? reset : undefined}
      />
    </Page>
  );
}
