import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { Role } from '../contract.ts';
import { fail } from '../errors.ts';
import { findMisplacedPermission } from '../separation-of-duties.ts';
import type { AccessTables } from '../tables.ts';
import { getRole } from '../queries/roles.ts';

/** The permissions, each once, known, and fit for this kind of role. @throws access.unknown-permission and the rules of separation */
async function checkPermissions(ctx: Context, role: Pick<Role, 'name' | 'administration'>, codes: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(codes)].sort();
  const known = await tablesOf<AccessTables>(ctx.kernel.db).selectFrom('access.permission').select(['code', 'label', 'administration', 'everyStaff'])
    .where('code', 'in', [...wanted, '']).execute();
  const unknown = wanted.find((code) => !known.some((permission) => permission.code === code));
  if (unknown !== undefined) throw fail('access.unknown-permission', { permission: unknown });
  const misplaced = findMisplacedPermission(role.administration, known);
  if (!misplaced) return wanted;
  const permission = known.find(({ code }) => code === misplaced.code)?.label ?? misplaced.code;
  throw role.administration === null
    ? fail('access.business-role-with-administration', { permission }) : fail('access.administrator-role-with-other-permission', { permission, role: role.name });
}

/** Adds a business role. @throws access.role-exists, access.unknown-permission, access.business-role-with-administration */
export async function addRole(ctx: Context, input: { code: string; name: string; permissions: readonly string[] }): Promise<Role> {
  const permissions = await checkPermissions(ctx, { name: input.name, administration: null }, input.permissions);
  const batch = new WriteBatch();
  writesFor<AccessTables>(batch).insert('access.role', { code: input.code, name: input.name.trim(), administration: null, permissions });
  batch.onViolation('role_pkey', () => fail('access.role-exists', { code: input.code }));
  recordAudit(ctx, batch, { action: 'access.add-role', objectType: 'role', objectId: input.code, detail: { permissions } });
  await commit(ctx, batch);
  return getRole(ctx, input.code);
}

/** Changes a role; whoever holds it holds the new permissions from the next request on. @throws kernel.conflict and the rules of separation */
export async function changeRole(ctx: Context, code: string, input: { revision: number; name: string; permissions: readonly string[] }): Promise<Role> {
  const role = await getRole(ctx, code);
  const permissions = await checkPermissions(ctx, role, input.permissions);
  const batch = new WriteBatch();
  writesFor<AccessTables>(batch).update('access.role', { name: input.name.trim(), permissions, revision: input.revision + 1 }, { code, revision: input.revision },
    { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  recordAudit(ctx, batch, {
    action: 'access.change-role', objectType: 'role', objectId: code,
    detail: { added: permissions.filter((one) => !role.permissions.includes(one)), removed: role.permissions.filter((one) => !permissions.includes(one)) },
  });
  await commit(ctx, batch);
  return getRole(ctx, code);
}
