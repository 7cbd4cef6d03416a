import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { modules } from '../../modules.ts';
import { signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';

const permissions = new Map(modules.flatMap((module) => (module.permissions ?? []).map((permission) => [permission.code, permission])));
const operations = modules.flatMap((module) => (module.routes ?? []).map(({ operation }) => operation));
const guarded = operations.filter(({ permission }) => permission !== 'public');
const reserved = guarded.filter(({ permission }) => permission !== 'signed-in');

describe('每个接口先认人，再看内容', () => {
  const server = useTestServer();
  const ask = async ({ method, path }: (typeof operations)[number], headers: Record<string, string>) =>
    (await server().app.inject({ method, url: path.replace(/:[A-Za-z]+/g, '00000000-0000-7000-8000-000000000000'), headers })).statusCode;

  test('未登录一律 401', async () => {
    const open: string[] = [];
    for (const operation of guarded) if (await ask(operation, {}) !== 401) open.push(operation.id);
    expect(guarded.length).toBeGreaterThan(50);
    expect(open).toEqual([]);
  });

  test('没有角色的工作人员只能用人人都有的权限，其余 403', async () => {
    const { headers } = await signInTestStaff(server().kernel);
    const open: string[] = [];
    for (const operation of reserved.filter(({ permission }) => !permissions.get(permission)?.everyStaff)) {
      if (await ask(operation, headers) !== 403) open.push(operation.id);
    }
    expect(open).toEqual([]);
  });

  test('自然人用不了任何工作人员的权限', async () => {
    const { headers } = await signInTestPerson(server().kernel);
    const open: string[] = [];
    for (const operation of reserved.filter(({ permission }) => !permissions.get(permission)?.everyPerson)) {
      if (await ask(operation, headers) !== 403) open.push(operation.id);
    }
    expect(open).toEqual([]);
  });

  test('每个要角色的权限都有初始角色持有，三员的权限不落到业务角色', async () => {
    const { rows } = await server().database.db.pool.query<{ code: string }>(
      `select p.code from access.permission p where not exists (select from access.role r where p.code = any(r.permissions))`);
    const unheld = rows.map(({ code }) => code).filter((code) => !permissions.get(code)?.everyPerson && !permissions.get(code)?.everyStaff);
    expect(unheld).toEqual([]);
    const { rows: misplaced } = await server().database.db.pool.query(
      `select r.code as role, p.code from access.role r join access.permission p on p.code = any(r.permissions)
       where not p.every_staff and p.administration is distinct from r.administration`);
    expect(misplaced).toEqual([]);
  });
});
