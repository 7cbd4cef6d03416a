import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import type { listStaffAccounts as operation, StaffAccount } from '../contract.ts';
import type { IdentityTables } from '../tables.ts';

type Tables = IdentityTables & Pick<OrganizationTables, 'organization.staff' | 'organization.organization'>;
type Named = { code: string; name: string }[];

/** Days without a sign-in after which an account is called dormant (IDN-06 僵尸账号). */
const dormantDays = 90;

function accounts(ctx: Context) {
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('identity.credential as c')
    .innerJoin('organization.staff as s', 's.id', 'c.accountId').innerJoin('organization.organization as o', 'o.id', 's.organizationId')
    .leftJoin('identity.signInFailure as f', (join) => join.on('f.subject', '=', sql<string>`'account:' || c.account_id`))
    .where('c.kind', '=', 'staff')
    .select([
      'c.accountId as staffId', 'c.accountName', 'c.suspendedAt', 'c.totpConfirmedAt', 'c.mustChangePassword', 'c.lastSignInAt', 'c.createdAt',
      's.name', 's.validTo', 'o.id as organizationId', 'o.name as organizationName', 'f.lockedUntil',
      sql<Named>`(SELECT coalesce(json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY p.position), '[]')
        FROM organization.staff_post sp JOIN organization.post p ON p.code = sp.post_code WHERE sp.staff_id = s.id AND sp.valid_to IS NULL)`.as('posts'),
      sql<Named>`(SELECT coalesce(json_agg(DISTINCT jsonb_build_object('code', r.code, 'name', r.name)), '[]')
        FROM access.role_assignment ra JOIN access.role r ON r.code = ra.role_code WHERE ra.staff_id = s.id AND ra.ended_at IS NULL)`.as('roles'),
      sql<StaffAccount['administration']>`(SELECT r.administration FROM access.role_assignment ra JOIN access.role r ON r.code = ra.role_code
        WHERE ra.staff_id = s.id AND ra.ended_at IS NULL AND r.administration IS NOT NULL LIMIT 1)`.as('administration'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number];

function present(ctx: Context, row: Row): StaffAccount {
  return {
    staffId: row.staffId, accountName: row.accountName ?? '', name: row.name, organization: { id: row.organizationId, name: row.organizationName },
    posts: row.posts, roles: row.roles, administration: row.administration, suspended: row.suspendedAt !== null, locked: row.lockedUntil !== null && row.lockedUntil > ctx.kernel.clock.now(),
    totpBound: row.totpConfirmedAt !== null, mustChangePassword: row.mustChangePassword, validTo: row.validTo,
    createdAt: row.createdAt.toISOString(), lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  };
}

/** Officers' accounts with what an administrator needs to keep them, by name. */
export async function listStaffAccounts(ctx: Context, { limit = 20, ...filter }: QueryOf<typeof operation>): Promise<Page<StaffAccount>> {
  const now = ctx.kernel.clock.now();
  const words = filter.q?.trim().replace(/[\\%_]/g, '\\$&');
  let query = accounts(ctx).orderBy('s.name').orderBy('s.id').limit(limit + 1);
  if (words) query = query.where((where) => where.or([where('s.name', 'like', `%${words}%`), where('c.accountName', 'like', `%${words.toLowerCase()}%`)]));
  if (filter.organizationId) query = query.where('s.organizationId', '=', filter.organizationId);
  if (filter.state === 'suspended') query = query.where('c.suspendedAt', 'is not', null);
  if (filter.state === 'locked') query = query.where('f.lockedUntil', '>', now);
  if (filter.state === 'unbound') query = query.where('c.totpConfirmedAt', 'is', null);
  if (filter.state === 'dormant') query = query.where('c.suspendedAt', 'is', null).where(sql<boolean>`coalesce(c.last_sign_in_at, c.created_at) < ${now}::timestamptz - make_interval(days => ${dormantDays}::int)`);
  if (filter.cursor) {
    const [name, id] = decodeCursor(filter.cursor, 2);
    query = query.where(sql<boolean>`(s.name, s.id) > (${name}, ${id}::uuid)`);
  }
  return pageOf(await query.execute(), limit, (row) => [row.name, row.staffId], (row) => present(ctx, row));
}

/** One officer's account. @throws kernel.not-found */
export async function getStaffAccount(ctx: Context, staffId: string): Promise<StaffAccount> {
  const row = await accounts(ctx).where('c.accountId', '=', staffId).executeTakeFirst();
  if (!row) throw kernelFail('kernel.not-found', { what: '这个账号' });
  return present(ctx, row);
}
