import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import { fail } from '../errors.ts';
import type { OrganizationTables } from '../tables.ts';
import { getOrganization } from './organizations.ts';

/** Adds an officer with posts to the batch; the id is the account's too. @throws organization.unknown-post, organization.closed, kernel.not-found */
export async function addStaff(ctx: Context, batch: WriteBatch, input: { id?: string; name: string; organizationId: string; postCodes: readonly string[] }): Promise<string> {
  await requirePlace(ctx, input);
  const id = input.id ?? createId();
  const validFrom = chinaDate(ctx.kernel.clock.now());
  writesFor<OrganizationTables>(batch).insert('organization.staff', { id, name: input.name, organizationId: input.organizationId, validFrom, validTo: null });
  addPosts(batch, id, input.organizationId, input.postCodes, validFrom);
  return id;
}

/** Adds rows for posts held from `validFrom` on. */
export function addPosts(batch: WriteBatch, staffId: string, organizationId: string, postCodes: readonly string[], validFrom: string): void {
  const rows = [...new Set(postCodes)].map((postCode) => ({ id: createId(), staffId, organizationId, postCode, validFrom, validTo: null }));
  writesFor<OrganizationTables>(batch).insert('organization.staffPost', rows);
}

/** Ends an officer's time in office today in the batch: no post is held and no task comes any more; the record stays. */
export function endService(ctx: Context, batch: WriteBatch, staffId: string): void {
  const today = chinaDate(ctx.kernel.clock.now());
  const writes = writesFor<OrganizationTables>(batch);
  writes.update('organization.staff', { validTo: today }, { id: staffId, validTo: null });
  writes.update('organization.staffPost', { validTo: today }, { staffId, validTo: null });
}

/** The organisation exists today and so do the posts. @throws organization.unknown-post, organization.closed, kernel.not-found */
export async function requirePlace(ctx: Context, input: { organizationId: string; postCodes: readonly string[] }): Promise<void> {
  const organization = await getOrganization(ctx, input.organizationId);
  if (organization.validTo !== null) throw fail('organization.closed');
  const wanted = new Set(input.postCodes);
  const known = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.post').select('code').where('code', 'in', [...wanted, '']).execute();
  if (known.length !== wanted.size) throw fail('organization.unknown-post');
}

/** Names of officers by account id, for lists and timelines. */
export async function listStaffNames(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff').select(['id', 'name']).where('id', 'in', [...ids]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
