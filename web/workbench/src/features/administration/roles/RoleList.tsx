import type { Role } from '@tongban/server/src/kernel/access/contract.ts';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { RoleDrawer } from './RoleDrawer.tsx';
import { usePermissions, useRoles } from './use-roles.ts';

const words = text.roles;
const titles = words.columns;

/** Every role; opening one shows its permissions. */
export function RoleList() {
  const roles = useRoles();
  const permissions = usePermissions().data ?? [];
  const [role, setRole] = useState<Role>();
  const labels = new Map(permissions.map(({ code, label }) => [code, label]));
  const columns: readonly Column<Role>[] = [
    { key: 'name', title: titles.name, width: '11rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
    {
      key: 'kind', title: titles.kind, width: '10rem',
      render: (row) => (row.administration ? <Tag tone="todo">{words.administration(words.administrations[row.administration])}</Tag> : <Tag>{words.business}</Tag>),
    },
    { key: 'count', title: titles.permissions, width: '7rem', render: (row) => words.permissionCount(row.permissions.length) },
    { key: 'permissions', title: '', wrap: true, render: (row) => <span className="muted">{row.permissions.map((code) => labels.get(code) ?? code).join('、')}</span> },
    { key: 'code', title: titles.code, width: '12rem', render: (row) => <span className="code">{row.code}</span> },
  ];
  return (
    <div className="frame">
      <QueryState query={roles} lines={8}>
        {(items) => (
          <ListTable
            label={words.tabs.roles} columns={columns} rows={items} rowKey={(row) => row.code} onOpen={setRole} minWidth="64rem"
            empty={<Empty title={words.noRoles[0] ?? ''}>{words.noRoles[1]}</Empty>}
          />
        )}
      </QueryState>
      <RoleDrawer role={role} onClose={() => setRole(undefined)} />
    </div>
  );
}
