import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { getBundleRow } from '../queries/get-records.ts';
import type { BundlesTables } from '../tables.ts';

/** Makes a department the one that leads a bundle and configures it (BDL-01). @throws bundles.claimed-already naming who has it */
export async function claimBundle(ctx: Context, bundleId: string, organizationId: string): Promise<BundleReceipt> {
  const bundle = await getBundleRow(ctx, bundleId, 'bundles.bundle.view');
  if (bundle.leadOrganizationId !== null) throw fail('bundles.claimed-already', { lead: bundle.leadName ?? '' });
  const lead = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['path', 'name', 'shortName', 'regionCode'])
    .where('id', '=', organizationId).where('validTo', 'is', null).executeTakeFirst();
  if (!lead) throw fail('bundles.organization-not-found');
  const place = { organizationPath: lead.path, regionCode: lead.regionCode };
  authorize(ctx, 'bundles.bundle.edit', place);
  const batch = new WriteBatch();
  writesFor<BundlesTables>(batch).update('bundles.bundle', {
    ...place, leadOrganizationId: organizationId, leadName: lead.shortName ?? lead.name, state: 'claimed', updatedAt: ctx.kernel.clock.now(),
  }, { id: bundleId, state: 'listed' }, { expected: 1, otherwise: () => fail('bundles.stale') });
  recordAudit(ctx, batch, { action: 'bundles.claim-bundle', objectType: 'bundle', objectId: bundleId, detail: { organizationId, name: lead.name } });
  await commit(ctx, batch);
  return { bundleId, versionId: bundle.latestVersionId, state: 'claimed', revision: 0 };
}
