import { PlusOutlined } from '@ant-design/icons';
import { listStaffAccounts, staffAccountFilters, type StaffAccount } from '@tongban/server/src/kernel/identity/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { AccountDrawer } from './AccountDrawer.tsx';
import { stateOf } from './account-state.ts';
import { InitialPassword, type ToldPassword } from './InitialPassword.tsx';
import { OpenAccountDrawer } from './OpenAccountDrawer.tsx';
import { useOrganizations } from './PlaceFields.tsx';
import '../administration.css';

const words = text.accounts;
const titles = words.columns;

const columns: readonly Column<StaffAccount>[] = [
  { key: 'name', title: titles.name, width: '7rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'account', title: titles.account, width: '10rem', render: (row) => <span className="code">{row.accountName}</span> },
  { key: 'state', title: titles.state, width: '9rem', render: (row) => <StateTag account={row} /> },
  { key: 'organization', title: titles.organization, width: '16rem', render: (row) => row.organization.name },
  { key: 'posts', title: titles.posts, width: '10rem', render: (row) => row.posts.map(({ name }) => name).join('、') || '—' },
  { key: 'roles', title: titles.roles, render: (row) => row.roles.map(({ name }) => name).join('、') || '—' },
  {
    key: 'lastSignIn',
    title: titles.lastSignIn,
    width: '9rem',
    render: (row) => <span className="number">{formatMoment(row.lastSignInAt) || words.never}</span>,
  },
];

function StateTag({ account }: { account: StaffAccount }) {
  const { label, tone } = stateOf(account);
  return <Tag tone={tone}>{label}</Tag>;
}

/** Officers' accounts, kept by the system administrator: open, move, lock out and let back in (ORG-01, IDN-02, IDN-06). */
export function AccountsPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'organizationId', 'state', 'id']);
  const [opening, setOpening] = useState(false);
  const [told, setTold] = useState<ToldPassword>();
  const organizations = useOrganizations();
  const state = staffAccountFilters.find((one) => one === filters.state);
  const query = {
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.organizationId ? { organizationId: filters.organizationId } : {}),
    ...(state ? { state } : {}),
  };
  const paged = useListed(listStaffAccounts, query);
  return (
    <Page
      fill
      title={words.title}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
          {words.open}
        </Button>
      }
      bar={
        <>
          <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={titles.organization} any={words.organization} value={filters.organizationId} width="17.5rem" search
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))} onChange={(organizationId) => setFilters({ organizationId })}
          />
          <FilterSelect
            label={titles.state} any={words.allStates} value={state} width="10.5rem"
            options={staffAccountFilters.map((value) => ({ value, label: words.states[value] }))} onChange={(next) => setFilters({ state: next })}
          />
          {filters.q || filters.organizationId || state ? (
            <Button type="link" onClick={reset}>
              {text.reset}
            </Button>
          ) : null}
        </>
      }
    >
      <ListFrame
        label={words.title}
        columns={columns}
        rowKey={(row) => row.staffId}
        paged={paged}
        minWidth="72rem"
        rowTone={(row) => (row.validTo === null ? undefined : 'quiet')}
        onOpen={(row) => setFilters({ id: row.staffId })}
        empty={words.empty}
        onReset={filters.q || filters.organizationId || state ? reset : undefined}
      />
      <OpenAccountDrawer
        open={opening}
        onClose={() => setOpening(false)}
        onOpened={(password) => {
          setOpening(false);
          setTold(password);
        }}
      />
      <AccountDrawer staffId={filters.id} onClose={() => setFilters({ id: undefined })} onPassword={setTold} />
      <InitialPassword told={told} onClose={() => setTold(undefined)} />
    </Page>
  );
}
