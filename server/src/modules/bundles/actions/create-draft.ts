import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { BundleContent, BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { getBundleRow } from '../queries/get-records.ts';
import type { BundlesTables } from '../tables.ts';
import { moveBundle } from './move-bundle.ts';

/** Starts a draft from the newest version, or an empty one; a published bundle stays published meanwhile. @throws bundles.not-claimed, bundles.open-version-exists */
export async function createBundleDraft(ctx: Context, bundleId: string, content?: BundleContent): Promise<BundleReceipt> {
  const bundle = await getBundleRow(ctx, bundleId, 'bundles.bundle.edit');
  if (bundle.leadOrganizationId === null) throw fail('bundles.not-claimed');
  const latest = bundle.latestVersionId === null ? undefined : await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundleVersion')
    .select('content').where('id', '=', bundle.latestVersionId).executeTakeFirst();
  const [versionId, number, now] = [createId(), (bundle.latestVersionNumber ?? 0) + 1, ctx.kernel.clock.now()];
  const next = content ?? latest?.content ?? emptyContent(bundle.audience);
  const taken = () => fail('bundles.open-version-exists');
  const batch = new WriteBatch().onViolation('bundle_version_open', taken).onViolation('bundle_version_number', taken);
  writesFor<BundlesTables>(batch).insert('bundles.bundleVersion', {
    id: versionId, bundleId, number, state: 'draft', revision: 1, content: next, itemVersions: {}, savedAt: now, savedById: ctx.actor.id, savedByName: ctx.actor.name,
    submittedById: null, submittedByName: null, reviewOpinion: null,
  });
  moveBundle(ctx, batch, bundle, 'draft', { latestVersionId: versionId, latestVersionNumber: number, itemCount: next.items.length });
  recordAudit(ctx, batch, { action: 'bundles.create-draft', objectType: 'bundle', objectId: bundleId, detail: { number } });
  await commit(ctx, batch);
  return { bundleId, versionId, state: 'draft', revision: 1 };
}

function emptyContent(audience: BundleContent['audience']): BundleContent {
  return { audience, lifeStages: [], questions: [], items: [], sharedFields: [], separateFields: [], sharedMaterials: [], notes: [] };
}
