import { authorize, covers, holds, requireScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { getBundleRow, type BundleRow } from '../queries/get-records.ts';
import type { BundlesTables } from '../tables.ts';

/**
 * Makes a department the one that leads a bundle and configures it (BDL-01). Whoever keeps the catalogue of the whole region
 * may hand a claimed one to another department; its versions stay as they are.
 * @throws bundles.claimed-already naming who has it
 */
export async function claimBundle(ctx: Context, bundleId: string, organizationId: string): Promise<BundleReceipt> {
  const bundle = await getBundleRow(ctx, bundleId, 'bundles.bundle.view');
  const { leadOrganizationId: before } = bundle;
  if (before !== null && (before === organizationId || !mayTransfer(ctx, bundle))) throw fail('bundles.claimed-already', { lead: bundle.leadName ?? '' });
  const lead = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['path', 'name', 'shortName', 'regionCode'])
    .where('id', '=', organizationId).where('validTo', 'is', null).executeTakeFirst();
  if (!lead) throw fail('bundles.organization-not-found');
  const place = { organizationPath: lead.path, regionCode: lead.regionCode };
  authorize(ctx, 'bundles.bundle.edit', place);
  const state = before === null ? 'claimed' : bundle.state;
  const batch = new WriteBatch();
  writesFor<BundlesTables>(batch).update('bundles.bundle', {
    ...place, leadOrganizationId: organizationId, leadName: lead.shortName ?? lead.name, state, updatedAt: ctx.kernel.clock.now(),
  }, { id: bundleId, state: bundle.state, leadOrganizationId: before }, { expected: 1, otherwise: () => fail('bundles.stale') });
  recordAudit(ctx, batch, { action: 'bundles.claim-bundle', objectType: 'bundle', objectId: bundleId, detail: { organizationId, name: lead.name, before: bundle.leadName } });
  await commit(ctx, batch);
  return { bundleId, versionId: bundle.latestVersionId, state, revision: 0 };
}

/** Whether the actor keeps the catalogue beyond single departments, and so may move a bundle from one to another. */
export function mayTransfer(ctx: Context, { leadOrganizationId, regionCode }: BundleRow): boolean {
  if (leadOrganizationId === null || !holds(ctx.actor, 'bundles.catalogue.manage')) return false;
  return covers(requireScope(ctx, 'bundles.catalogue.manage'), ctx.actor, { organizationPath: '/', regionCode });
}
