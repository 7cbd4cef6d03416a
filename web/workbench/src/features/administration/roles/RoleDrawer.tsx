import { useQueryClient } from '@tanstack/react-query';
import { addRole, changeRole, listRoles, type Role } from '@tongban/server/src/kernel/access/contract.ts';
import { App, Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { usePermissions } from './use-roles.ts';
import '../administration.css';

const words = text.roles;

/** One role with its permissions, to read or to change; `new` for one that does not exist yet. */
export function RoleDrawer({ role, onClose }: { role: Role | 'new' | undefined; onClose: () => void }) {
  return (
    <Drawer open={role !== undefined} title={role === 'new' ? words.add : role?.name ?? words.edit.title} size={640} onClose={onClose} destroyOnHidden>
      {role ? <RoleForm key={role === 'new' ? 'new' : `${role.code} ${role.revision}`} role={role === 'new' ? undefined : role} onDone={onClose} /> : null}
    </Drawer>
  );
}

function RoleForm({ role, onDone }: { role: Role | undefined; onDone: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const manages = useHolds('access.role.manage');
  const fixed = !manages || Boolean(role?.administration);
  const [name, setName] = useState(role?.name ?? '');
  const [code, setCode] = useState(role?.code ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(role?.permissions));
  const add = useAction(addRole);
  const change = useAction(changeRole);
  const missing = useMissing({ 'role-name': name.trim().length < 2 && words.edit.needName, 'role-code': role === undefined && !/^[a-z][a-z0-9-]{2,59}$/.test(code) && words.edit.codeHint });
  const refresh = () => { void client.invalidateQueries({ queryKey: [listRoles.id] }); };
  const done = () => { void message.success(words.edit.saved); refresh(); onDone(); };

  function save() {
    if (!missing.check()) return;
    const body = { name: name.trim(), permissions: [...chosen].sort() };
    if (role) void change.run({ params: { code: role.code }, body: { ...body, revision: role.revision } }, done);
    else void add.run({ body: { ...body, code } }, done);
  }
  return (
    <Form layout="vertical">
      <ProblemAlert problem={add.problem ?? change.problem} labels={{ name: words.edit.name, code: words.edit.code, permissions: words.edit.permissions }} onRefresh={() => { refresh(); onDone(); }} />
      <Form.Item label={words.edit.name} htmlFor="role-name" required {...missing.item('role-name')}><Input id="role-name" value={name} disabled={fixed} maxLength={60} onChange={(event) => setName(event.target.value)} /></Form.Item>
      <Form.Item label={words.edit.code} htmlFor="role-code" required={role === undefined} {...(missing.of('role-code') ? missing.item('role-code') : { extra: role ? undefined : words.edit.codeHint })}>
        <Input id="role-code" value={code} disabled={role !== undefined} maxLength={60} onChange={(event) => setCode(event.target.value)} />
      </Form.Item>
      {role?.administration ? <p className="muted">{words.edit.fixed}</p> : null}
      <PermissionChoice chosen={chosen} disabled={fixed} onChange={setChosen} />
      {fixed ? null : <Button type="primary" loading={add.busy || change.busy} onClick={save}>{words.edit.save}</Button>}
    </Form>
  );
}

/** The permissions of business roles by module; those of 三员 only where the role holds them. */
function PermissionChoice({ chosen, disabled, onChange }: { chosen: ReadonlySet<string>; disabled: boolean; onChange: (next: ReadonlySet<string>) => void }) {
  const permissions = (usePermissions().data ?? []).filter(({ code, administration }) => chosen.has(code) || (!disabled && administration === null));
  const modules = [...new Set(permissions.map(({ module }) => module))];
  const toggle = (code: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(code); else next.delete(code);
    onChange(next);
  };
  return modules.map((module) => (
    <fieldset className="permissions" key={module}>
      <legend>{words.modules[module] ?? module}</legend>
      {permissions.filter((permission) => permission.module === module).map(({ code, label }) => (
        <Checkbox key={code} checked={chosen.has(code)} disabled={disabled} onChange={(event) => toggle(code, event.target.checked)}>{label}</Checkbox>
      ))}
    </fieldset>
  ));
}
