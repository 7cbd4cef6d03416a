import { authorize, covers, holds, requireScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { cancelReview } from '../../../kernel/reviews/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { getBundleRecord, getBundleRow, type BundleRow } from '../queries/get-records.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { standingOf, type BundleStanding } from '../standing.ts';
import type { BundlesTables } from '../tables.ts';
import { requireNextState } from './change-version.ts';
import { announceMove } from './move-bundle.ts';

/**
 * Makes a department the one that leads a bundle and configures it (BDL-01). Whoever keeps the catalogue of the whole region
 * may hand a claimed one to another department; its versions stay as they are, but one under review goes back to a draft, for the
 * department that answers for it now to look at and to hand in to reviewers of its own.
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
  const batch = new WriteBatch();
  const returned = before !== null && await returnFromReview(ctx, batch, bundle, `牵头部门由${bundle.leadName ?? ''}更换为${lead.name}，请核对后重新提交。`);
  const standing: BundleStanding = before === null ? { state: 'claimed', renewal: null } : returned ? standingOf(bundle.publishedVersionId, 'draft') : bundle;
  writesFor<BundlesTables>(batch).update('bundles.bundle', {
    ...place, leadOrganizationId: organizationId, leadName: lead.shortName ?? lead.name, state: standing.state, renewal: standing.renewal, updatedAt: ctx.kernel.clock.now(),
  }, { id: bundleId, state: bundle.state, leadOrganizationId: before }, { expected: 1, otherwise: () => fail('bundles.stale') });
  announceMove(ctx, batch, bundleId);
  recordAudit(ctx, batch, { action: 'bundles.claim-bundle', objectType: 'bundle', objectId: bundleId, detail: { organizationId, name: lead.name, before: bundle.leadName, returned } });
  await commit(ctx, batch);
  return { bundleId, versionId: bundle.latestVersionId, state: standing.state, revision: 0 };
}

/** Adds to the batch that the version under review, if there is one, is a draft again; says whether there was one. */
async function returnFromReview(ctx: Context, batch: WriteBatch, { latestVersionId }: BundleRow, opinion: string): Promise<boolean> {
  const record = latestVersionId === null ? undefined : await getBundleRecord(ctx, latestVersionId, 'bundles.bundle.view');
  if (record?.version.state !== 'in-review') return false;
  const { id, state, revision } = record.version;
  writesFor<BundlesTables>(batch).update('bundles.bundleVersion', { state: requireNextState(state, 'return'), revision: revision + 1, reviewOpinion: opinion },
    { id, state, revision }, { expected: 1, otherwise: () => fail('bundles.stale') });
  await cancelReview(ctx, batch, reviewSubjectOf(record));
  return true;
}

/** Whether the actor keeps the catalogue beyond single departments, and so may move a bundle from one to another. */
export function mayTransfer(ctx: Context, { leadOrganizationId, regionCode }: BundleRow): boolean {
  if (leadOrganizationId === null || !holds(ctx.actor, 'bundles.catalogue.manage')) return false;
  return covers(requireScope(ctx, 'bundles.catalogue.manage'), ctx.actor, { organizationPath: '/', regionCode });
}
