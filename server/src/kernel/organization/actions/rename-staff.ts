import { checkPersonName } from '@tongban/identifiers';
import { authorize } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import type { StaffMember } from '../contract.ts';
import { fail } from '../errors.ts';
import { getStaffMember } from '../queries/staff.ts';
import type { OrganizationTables } from '../tables.ts';

/** Corrects an officer's name; what was signed before keeps the name it was signed with. @throws organization.bad-name, kernel.not-found */
export async function renameStaff(ctx: Context, staffId: string, typed: string): Promise<StaffMember> {
  const member = await getStaffMember(ctx, staffId);
  authorize(ctx, 'organization.staff.manage', { organizationPath: member.organizationPath, regionCode: member.regionCode });
  const name = checkPersonName(typed);
  if (!name.ok) throw fail('organization.bad-name', { message: name.message }, { issues: [{ path: 'name', code: name.code, message: name.message }] });
  const batch = new WriteBatch();
  writesFor<OrganizationTables>(batch).update('organization.staff', { name: name.normalized }, { id: staffId });
  recordAudit(ctx, batch, { action: 'organization.rename-staff', objectType: 'staff', objectId: staffId, detail: { from: member.name, to: name.normalized } });
  await commit(ctx, batch);
  return getStaffMember(ctx, staffId);
}
