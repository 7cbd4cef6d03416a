import { authorize } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { Organization } from '../contract.ts';
import { fail } from '../errors.ts';
import { findRegion } from '../queries/regions.ts';
import { addOrganization, explainViolations, getOrganization } from '../services/organizations.ts';
import type { OrganizationTables } from '../tables.ts';

/** What an officer fills in about an organisation. */
export type OrganizationInput = Pick<Organization, 'parentId' | 'name' | 'shortName' | 'code' | 'kind' | 'regionCode' | 'duties'>;

const permission = 'organization.organization.manage';

/** The parent, if one is named; it stands and lies in the officer's scope. @throws organization.closed, kernel.forbidden */
async function getParent(ctx: Context, parentId: string | null): Promise<Organization | null> {
  if (parentId === null) return null;
  const parent = await getOrganization(ctx, parentId);
  if (parent.validTo !== null) throw fail('organization.closed');
  return parent;
}

async function requireRegion(ctx: Context, code: string): Promise<void> {
  if (!await findRegion(ctx, code)) throw fail('organization.unknown-region');
}

/** Sets up an organisation as of today (ORG-01). @throws organization.name-taken, organization.code-taken, organization.unknown-region, organization.closed */
export async function setUpOrganization(ctx: Context, input: OrganizationInput): Promise<Organization> {
  const parent = await getParent(ctx, input.parentId);
  authorize(ctx, permission, { organizationPath: parent?.path ?? null, regionCode: input.regionCode });
  await requireRegion(ctx, input.regionCode);
  const batch = new WriteBatch();
  const { id } = addOrganization(ctx, batch, { ...input, parent });
  recordAudit(ctx, batch, { action: 'organization.add-organization', objectType: 'organization', objectId: id, detail: { name: input.name } });
  await commit(ctx, batch);
  return getOrganization(ctx, id);
}

/**
 * Changes an organisation from today on; what it was until yesterday is kept. Those below it move along.
 * @throws kernel.conflict when someone else was faster, organization.moves-below-itself, organization.closed
 */
export async function changeOrganization(ctx: Context, id: string, input: OrganizationInput & { revision: number }): Promise<Organization> {
  const before = await getOrganization(ctx, id);
  authorize(ctx, permission, { organizationPath: before.path, regionCode: before.regionCode });
  if (before.validTo !== null) throw fail('organization.closed');
  const parent = await getParent(ctx, input.parentId);
  if (parent?.path.startsWith(before.path)) throw fail('organization.moves-below-itself');
  await requireRegion(ctx, input.regionCode);
  const path = `${parent?.path ?? '/'}${id}/`;
  const { revision, ...fields } = input;
  const batch = new WriteBatch();
  const writes = writesFor<OrganizationTables>(batch);
  const today = chinaDate(ctx.kernel.clock.now());
  writes.update('organization.organization', { ...fields, regionCode: input.regionCode.padEnd(12, '0'), path, validFrom: today, revision: revision + 1 },
    { id, revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  keepFormer(ctx, batch, before, today);
  if (path !== before.path) await moveDescendants(ctx, batch, before.path, path);
  explainViolations(batch, input);
  recordAudit(ctx, batch, { action: 'organization.change-organization', objectType: 'organization', objectId: id, detail: { before: before.name, after: input.name, moved: path !== before.path } });
  await commit(ctx, batch);
  return getOrganization(ctx, id);
}

function keepFormer(ctx: Context, batch: WriteBatch, before: Organization, today: string): void {
  const { id, validTo: _open, mergedInto: _successor, ...former } = before;
  writesFor<OrganizationTables>(batch).insert('organization.formerOrganization', {
    ...former, organizationId: id, validTo: today, changedAt: ctx.kernel.clock.now(), changedBy: ctx.actor.id,
  });
}

async function moveDescendants(ctx: Context, batch: WriteBatch, from: string, to: string): Promise<void> {
  const below = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['id', 'path'])
    .where('path', 'like', `${from}_%`).execute();
  for (const { id, path } of below) {
    writesFor<OrganizationTables>(batch).update('organization.organization', { path: to + path.slice(from.length) }, { id, path },
      { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  }
}

/** Closes an organisation; its record stays. @throws organization.not-empty while something or someone is in it, organization.closed */
export async function closeOrganization(ctx: Context, id: string, validTo: string): Promise<Organization> {
  const organization = await getOrganization(ctx, id);
  authorize(ctx, permission, { organizationPath: organization.path, regionCode: organization.regionCode });
  if (organization.validTo !== null) throw fail('organization.closed');
  const tables = tablesOf<OrganizationTables>(ctx.kernel.db);
  const child = await tables.selectFrom('organization.organization').select('id').where('parentId', '=', id).where('validTo', 'is', null).executeTakeFirst();
  if (child) throw fail('organization.not-empty', { what: '下级机构' });
  const member = await tables.selectFrom('organization.staff').select('id').where('organizationId', '=', id).where('validTo', 'is', null).executeTakeFirst();
  if (member) throw fail('organization.not-empty', { what: '工作人员' });
  const batch = new WriteBatch();
  writesFor<OrganizationTables>(batch).update('organization.organization', { validTo, revision: organization.revision + 1 },
    { id, revision: organization.revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  recordAudit(ctx, batch, { action: 'organization.close-organization', objectType: 'organization', objectId: id, detail: { validTo } });
  await commit(ctx, batch);
  return getOrganization(ctx, id);
}
