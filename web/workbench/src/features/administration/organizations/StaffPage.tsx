import { useQuery } from '@tanstack/react-query';
import { listOrganizations } from '@tongban/server/src/kernel/organization/contract.ts';
import { Button } from 'antd';
import { api } from '../../../shared/api.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { AccountsPage } from '../accounts/AccountsPage.tsx';
import { text } from '../text.ts';
import { StaffTable } from './StaffTable.tsx';

const words = text.staff;

/** Officers: their accounts for who keeps them, else all with their posts and roles (ORG-01). */
export function StaffPage() {
  return useHolds('identity.staff-account.manage') ? <AccountsPage /> : <StaffList />;
}

function StaffList() {
  const [filters, setFilters, reset] = useFilters(['q', 'organizationId']);
  const organizations = useQuery({ queryKey: [listOrganizations.id, {}], queryFn: async ({ signal }) => (await api.call(listOrganizations, { query: {} }, { signal })).items }).data ?? [];
  return (
    <Page
      fill title={words.title}
      bar={(
        <>
          <SearchField value={filters.q} placeholder={words.search} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={words.columns.organization} any={words.organization} value={filters.organizationId} width="17.5rem" search
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))} onChange={(organizationId) => setFilters({ organizationId })}
          />
          {Object.keys(filters).length > 0 ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
        </>
      )}
    >
      <div className="frame"><StaffTable organizationId={filters.organizationId} search={filters.q} empty={words.empty} withOrganization /></div>
    </Page>
  );
}
