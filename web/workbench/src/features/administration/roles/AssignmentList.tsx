import { useQueryClient } from '@tanstack/react-query';
import { listRoleAssignments, removeRole, type RoleAssignment } from '@tongban/server/src/kernel/access/contract.ts';
import { listStaff } from '@tongban/server/src/kernel/organization/contract.ts';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useListed } from '../../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { RegionName } from '../../../shared/RegionName.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { StaffPicker } from '../../../shared/staff/StaffPicker.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { useRoles } from './use-roles.ts';

const words = text.roles;
const titles = words.columns;

const columns: readonly Column<RoleAssignment>[] = [
  { key: 'staff', title: titles.staff, width: '10rem', fixed: true, render: (row) => <span className="list__strong">{row.staff.name}</span> },
  { key: 'role', title: titles.role, width: '12rem', render: (row) => row.role.name },
  { key: 'scope', title: titles.scope, render: (row) => <Scope scope={row.scope} /> },
  { key: 'at', title: titles.at, width: '11rem', render: (row) => <span className="number">{formatDateTime(row.assignedAt)}</span> },
  { key: 'by', title: titles.by, width: '8rem', render: (row) => (row.assignedBy === 'seed' ? words.system : row.assignedBy) },
];

function Scope({ scope: { kind, organization, regionCode } }: { scope: RoleAssignment['scope'] }) {
  if (organization) return `${words.scopes[kind]}：${organization.name}`;
  return regionCode ? <>{words.scopes[kind]}：<RegionName code={regionCode} /></> : words.scopes[kind];
}

interface AssignmentListProps {
  filters: { staffId?: string; roleCode?: string };
  onFilter: (change: { staffId?: string | undefined; roleCode?: string | undefined }) => void;
}

/** The roles given to officers; taking one back takes effect at once. */
export function AssignmentList({ filters, onFilter }: AssignmentListProps) {
  const roles = useRoles().data ?? [];
  const assigns = useHolds('access.role.assign');
  const [removing, setRemoving] = useState<RoleAssignment>();
  const query = { ...(filters.staffId ? { staffId: filters.staffId } : {}), ...(filters.roleCode ? { roleCode: filters.roleCode } : {}) };
  const paged = useListed(listRoleAssignments, query);
  const action: Column<RoleAssignment> = {
    key: 'action', title: titles.action, width: '5rem', fixed: true,
    render: (row) => <span className="row-buttons"><Button size="small" type="link" danger onClick={() => setRemoving(row)}>{words.remove}</Button></span>,
  };
  return (
    <>
      <div className="wb-page__bar">
        <div style={{ width: '15rem' }} aria-label={words.filter.staff}><StaffPicker value={filters.staffId} name={paged.rows.find(({ staff }) => staff.id === filters.staffId)?.staff.name} onChange={(staffId) => onFilter({ staffId })} /></div>
        <FilterSelect
          label={titles.role} any={words.filter.role} value={filters.roleCode} width="11.5rem"
          options={roles.map(({ code, name }) => ({ value: code, label: name }))} onChange={(roleCode) => onFilter({ roleCode })}
        />
      </div>
      <ListFrame
        label={words.tabs.assignments} columns={assigns ? [...columns, action] : columns} rowKey={(row) => row.id} paged={paged} minWidth="60rem"
        empty={words.empty}
      />
      <RemoveDialog assignment={removing} onClose={() => setRemoving(undefined)} />
    </>
  );
}

function RemoveDialog({ assignment, onClose }: { assignment: RoleAssignment | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { run, busy, problem, clear } = useAction(removeRole);
  const close = () => { clear(); onClose(); };
  function remove() {
    if (!assignment) return;
    void run({ params: { assignmentId: assignment.id } }, () => {
      void message.success(words.removed);
      void client.invalidateQueries({ queryKey: [listRoleAssignments.id] });
      void client.invalidateQueries({ queryKey: [listStaff.id] });
      close();
    });
  }
  return (
    <Modal
      open={assignment !== undefined} title={words.removeTitle} okText={words.remove} okButtonProps={{ danger: true }} cancelText={sharedText.confirm.cancel} confirmLoading={busy}
      onOk={remove} onCancel={close} destroyOnHidden
    >
      <ProblemAlert problem={problem} />
      <p>{assignment ? words.removeLead(assignment.staff.name, assignment.role.name) : ''}</p>
    </Modal>
  );
}
