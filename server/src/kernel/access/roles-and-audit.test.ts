import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { sealAuditEntries } from '../audit/index.ts';
import { send } from '../identity/testing/http.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';

describe('角色与授权', () => {
  const server = useTestServer();
  const security = () => signInTestStaff(server().kernel, { roles: ['security-administrator'] });
  const assign = (staffId: string, roleCode: string, headers: Record<string, string>, scope: object = { kind: 'all' }) =>
    send(server(), 'POST', '/api/v1/role-assignments', { staffId, roleCode, scope }, headers);
  const permissionsOf = async (headers: Record<string, string>) =>
    ((await send(server(), 'GET', '/api/v1/session', undefined, headers)).body['session'] as { permissions: string[] }).permissions;

  test('授予即生效，收回即失效，都留痕', async () => {
    const [administrator, staff] = [await security(), await signInTestStaff(server().kernel)];
    expect(await permissionsOf(staff.headers)).not.toContain('identity.staff-account.manage');
    const assigned = await assign(staff.id, 'system-administrator', administrator.headers);
    expect(assigned).toMatchObject({ status: 201, body: { staff: { id: staff.id }, role: { name: '系统管理员' }, scope: { kind: 'all' } } });
    expect(await permissionsOf(staff.headers)).toContain('identity.staff-account.manage');
    expect((await assign(staff.id, 'system-administrator', administrator.headers)).body['code']).toBe('access.already-assigned');
    expect((await send(server(), 'DELETE', `/api/v1/role-assignments/${String(assigned.body['id'])}`, undefined, administrator.headers)).status).toBe(204);
    expect(await permissionsOf(staff.headers)).not.toContain('identity.staff-account.manage');
    const { rows } = await server().database.db.pool.query(`select action from kernel.audit_entry where object_id = $1 order by at, id`, [staff.id]);
    expect(rows.map(({ action }) => action)).toEqual(['access.assign-role', 'access.remove-role']);
  });

  test('三员互斥、三员与业务互斥，由服务端拒绝并点名规则（ORG-04）', async () => {
    const administrator = await security();
    const staff = await signInTestStaff(server().kernel, { roles: ['audit-administrator'] });
    expect((await assign(staff.id, 'system-administrator', administrator.headers)).body).toMatchObject({
      status: 422, code: 'access.administrators-exclude-each-other', detail: expect.stringContaining('审计管理员'),
    });
    expect((await assign(staff.id, 'window-clerk', administrator.headers)).body['code']).toBe('access.administrator-without-business');
    const clerk = await signInTestStaff(server().kernel, { roles: ['window-clerk'] });
    expect((await assign(clerk.id, 'audit-administrator', administrator.headers)).body['code']).toBe('access.administrator-without-business');
  });

  test('两项互斥的授权同时提交只成一项', async () => {
    const [one, two, staff] = [await security(), await security(), await signInTestStaff(server().kernel)];
    const answers = await Promise.all([assign(staff.id, 'system-administrator', one.headers), assign(staff.id, 'audit-administrator', two.headers)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('不能给自己授权；非安全管理员不能授权', async () => {
    const administrator = await security();
    expect((await assign(administrator.id, 'window-clerk', administrator.headers)).body['code']).toBe('access.own-roles');
    const staff = await signInTestStaff(server().kernel);
    for (const other of [await signInTestStaff(server().kernel, { roles: ['system-administrator'] }), await signInTestPerson(server().kernel), staff]) {
      expect((await assign(staff.id, 'window-clerk', other.headers)).status).toBe(403);
      expect((await send(server(), 'GET', '/api/v1/roles', undefined, other.headers)).status).toBe(403);
    }
  });

  test('同一权限来自多个角色时取最宽的范围，互不包含的都算（ORG-04）', async () => {
    const organization = await addTestOrganization(server().kernel);
    const staff = await signInTestStaff(server().kernel, {
      organizationId: organization.id,
      roles: [
        { code: 'reviewer', scope: { kind: 'organization', organizationPath: organization.path } },
        { code: 'reviewer', scope: { kind: 'region', regionCode: '511602000000' } },
        { code: 'reviewer', scope: { kind: 'region', regionCode: '511600000000' } },
      ],
    });
    await server().database.db.pool.query(`update access.role set permissions = array['catalog.item.view'] where code = 'reviewer'`);
    const { authenticateOf } = await import('../identity/authenticate.ts');
    const actor = await authenticateOf(server().kernel)(server().kernel, staff.headers.authorization.slice(7));
    expect(actor?.kind === 'staff' && actor.permissions.get('catalog.item.view')).toEqual({
      kind: 'several', scopes: [{ kind: 'organization', organizationPath: organization.path }, { kind: 'region', regionCode: '511600000000' }],
    });
  });

  test('在两个互不隶属的机构都有角色的人，两边都看得到，别处看不到（ORG-04）', async () => {
    const [first, second, third] = [await addTestOrganization(server().kernel), await addTestOrganization(server().kernel), await addTestOrganization(server().kernel)];
    const members = await Promise.all([first, second, third].map(({ id }) => signInTestStaff(server().kernel, { organizationId: id, name: '两处可见' })));
    const leader = await signInTestStaff(server().kernel, {
      roles: [first, second].map(({ id, path }) => ({ code: 'hall-leader', scope: { kind: 'organization' as const, organizationPath: path }, organizationId: id })),
    });
    const { items } = (await send(server(), 'GET', `/api/v1/staff?search=${encodeURIComponent('两处可见')}`, undefined, leader.headers)).body as { items: { id: string }[] };
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(members.slice(0, 2).map(({ id }) => id)));
  });

  test('业务角色可由安全管理员增改，但不能装进管理权限；并发修改有人会被告知', async () => {
    const { headers } = await security();
    const added = await send(server(), 'POST', '/api/v1/roles', { code: 'archivist', name: '档案员', permissions: ['catalog.item.view'] }, headers);
    expect(added).toMatchObject({ status: 201, body: { revision: 1, administration: null } });
    const change = (permissions: string[], revision = 1) => send(server(), 'PUT', '/api/v1/roles/archivist', { revision, name: '档案员', permissions }, headers);
    expect((await change(['access.audit.view'])).body).toMatchObject({ code: 'access.business-role-with-administration', title: expect.stringContaining('审计日志') });
    expect((await change(['no.such.permission'])).body['code']).toBe('access.unknown-permission');
    expect((await change([])).body).toMatchObject({ permissions: [], revision: 2 });
    expect((await change(['catalog.item.view'])).body['code']).toBe('kernel.conflict');
    expect((await send(server(), 'PUT', '/api/v1/roles/audit-administrator', { revision: 2, name: '审计管理员', permissions: ['catalog.item.view'] }, headers)).body['code'])
      .toBe('access.administrator-role-with-other-permission');
  });
});

describe('审计日志（ORG-05）', () => {
  const server = useTestServer();

  test('审计管理员可筛选、翻页、导出、核对；其他人都不能', async () => {
    const auditor = await signInTestStaff(server().kernel, { roles: ['audit-administrator'] });
    const person = await signInTestPerson(server().kernel, { name: '=SUM(A1)' });
    await send(server(), 'GET', '/api/v1/me', undefined, person.headers);
    await send(server(), 'GET', '/api/v1/roles', undefined, person.headers);
    const list = (query: string) => send(server(), 'GET', `/api/v1/audit-entries?${query}`, undefined, auditor.headers);
    expect((await list(`actorId=${person.id}&result=refused`)).body).toMatchObject({ items: [{ action: 'access.list-roles', actor: { id: person.id } }], nextCursor: null });
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${String(first.body['nextCursor'])}`);
    const ids = [...first.body['items'] as { id: string }[], ...second.body['items'] as { id: string }[]].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const file = await server().app.inject({ method: 'GET', url: `/api/v1/audit-entries/export?actorId=${person.id}`, headers: auditor.headers });
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain("'=SUM(A1)");
    await sealAuditEntries(server().database.db);
    expect((await send(server(), 'POST', '/api/v1/audit-entries/verification', undefined, auditor.headers)).body).toMatchObject({ intact: true, fault: null });
    for (const other of [person, await signInTestStaff(server().kernel, { roles: ['system-administrator'] }), await signInTestStaff(server().kernel, { roles: ['security-administrator'] })]) {
      expect((await send(server(), 'GET', '/api/v1/audit-entries', undefined, other.headers)).status).toBe(403);
      expect((await send(server(), 'GET', '/api/v1/audit-entries/export', undefined, other.headers)).status).toBe(403);
    }
  });
});
