import { listStaff, type StaffMember } from '@tongban/server/src/kernel/organization/contract.ts';
import { useNavigate } from 'react-router';
import { formatDate } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';

const words = text.staff;
const titles = words.columns;

const columns: readonly Column<StaffMember>[] = [
  { key: 'name', title: titles.name, width: '7rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'account', title: titles.account, width: '10rem', render: (row) => (row.accountName ? <span className="code">{row.accountName}</span> : <span className="faint">{words.noAccount}</span>) },
  { key: 'posts', title: titles.posts, width: '11rem', render: (row) => row.posts.map(({ name }) => name).join('、') || '—' },
  { key: 'roles', title: titles.roles, render: (row) => row.roles.map(({ name }) => name).join('、') || '—' },
  { key: 'until', title: titles.until, width: '8.5rem', render: (row) => formatDate(row.validTo) || words.ongoing },
];
const organization: Column<StaffMember> = { key: 'organization', title: titles.organization, width: '16rem', render: (row) => row.organization.name };

interface StaffTableProps { organizationId?: string | undefined; search?: string | undefined; empty: readonly string[]; withOrganization?: boolean }

/** Officers with posts and roles; a row leads to the roles of that officer where one may see them. */
export function StaffTable({ organizationId, search, empty, withOrganization = false }: StaffTableProps) {
  const navigate = useNavigate();
  const readsRoles = useHolds('access.role.view');
  const query = { ...(organizationId ? { organizationId } : {}), ...(search ? { search } : {}) };
  const paged = useListed(listStaff, query);
  return (
    <ListTable
      label={words.title} columns={withOrganization ? [...columns.slice(0, 2), organization, ...columns.slice(2)] : columns} rows={paged.rows} rowKey={(row) => row.id} paged={paged}
      minWidth={withOrganization ? '64rem' : '44rem'} empty={<Empty title={empty[0] ?? ''}>{empty[1]}</Empty>}
      {...(readsRoles ? { onOpen: (row: StaffMember) => { void navigate(`${links.roles()}?staffId=${row.id}`); } } : {})}
    />
  );
}
