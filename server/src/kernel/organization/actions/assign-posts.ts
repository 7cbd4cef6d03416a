import { authorize } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { StaffMember } from '../contract.ts';
import { getStaffMember } from '../queries/staff.ts';
import { addPosts, requirePlace } from '../services/staff.ts';
import type { OrganizationTables } from '../tables.ts';

/** Moves an officer to an organisation and posts from today on; former posts stay on record (IDN-06 调岗); who had left is back in office. @throws organization.unknown-post, organization.closed */
export async function assignPosts(ctx: Context, staffId: string, input: { organizationId: string; postCodes: readonly string[] }): Promise<StaffMember> {
  const member = await getStaffMember(ctx, staffId);
  authorize(ctx, 'organization.staff.manage', { organizationPath: member.organizationPath, regionCode: member.regionCode });
  await requirePlace(ctx, input);
  const tables = tablesOf<OrganizationTables>(ctx.kernel.db);
  const { revision } = await tables.selectFrom('organization.staff').select('revision').where('id', '=', staffId).executeTakeFirstOrThrow();
  const held = await tables.selectFrom('organization.staffPost').select(['id', 'postCode', 'organizationId']).where('staffId', '=', staffId).where('validTo', 'is', null).execute();
  const stays = (post: { postCode: string; organizationId: string }): boolean => post.organizationId === input.organizationId && input.postCodes.includes(post.postCode);
  const today = chinaDate(ctx.kernel.clock.now());
  const batch = new WriteBatch();
  const writes = writesFor<OrganizationTables>(batch);
  writes.update('organization.staff', { organizationId: input.organizationId, validTo: null, revision: revision + 1 }, { id: staffId, revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  const ended = held.filter((post) => !stays(post)).map(({ id }) => id);
  if (ended.length > 0) writes.update('organization.staffPost', { validTo: today }, { id: ended });
  const kept = new Set(held.filter(stays).map(({ postCode }) => postCode));
  addPosts(batch, staffId, input.organizationId, input.postCodes.filter((code) => !kept.has(code)), today);
  recordAudit(ctx, batch, { action: 'organization.assign-posts', objectType: 'staff', objectId: staffId, detail: { organizationId: input.organizationId, postCodes: input.postCodes } });
  await commit(ctx, batch);
  return getStaffMember(ctx, staffId);
}
