import { systemActor } from '../../kernel/access/index.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { addBundles, claimBundle, createBundleDraft, findBundleEntries, reviewBundleVersion, submitBundleVersion } from '../../modules/bundles/index.ts';
import type { BundleContent } from '../../modules/bundles/contract.ts';
import { findPublishedItems } from '../../modules/catalog/index.ts';
import { districtRegion, seedItems, widerItems, type DepartmentName } from '../content/index.ts';
import { claimedOnly, configuredBundles, type ConfiguredBundle } from './configured-bundles.ts';
import { bundleEntries } from './national-lists.ts';

const items = [...seedItems, ...widerItems];

/** The catalogue of bundles, three of them published, one in work, some claimed. What is there already stays as it is. */
export async function seedBundles(ctx: Context, organizationIdOf: (department: DepartmentName) => string): Promise<void> {
  const known = new Map((await findBundleEntries(ctx, {})).map((bundle) => [bundle.code, bundle]));
  const missing = bundleEntries.filter(({ code }) => !known.has(code));
  if (missing.length > 0) await addBundles(ctx, { organizationPath: '/', regionCode: districtRegion }, missing);
  const entries = new Map((await findBundleEntries(ctx, {})).map((bundle) => [bundle.code, bundle]));
  for (const [code, lead] of [...configuredBundles.map((one) => [one.code, one.lead] as const), ...claimedOnly]) {
    const entry = entries.get(code);
    if (entry?.state === 'listed') await claimBundle(ctx, entry.id, organizationIdOf(lead));
  }
  const itemIds = await findPublishedItems(ctx.kernel, items.map(({ elements }) => elements.localTaskCode));
  for (const bundle of configuredBundles) {
    const entry = entries.get(bundle.code);
    if (entry?.versionId === null) await configure(ctx, entry.id, bundle, itemIds);
  }
}

async function configure(ctx: Context, bundleId: string, { content, published }: ConfiguredBundle, itemIds: ReadonlyMap<string, string>): Promise<void> {
  const draft = await createBundleDraft(ctx, bundleId, withItems(content, itemIds));
  if (!published || draft.versionId === null) return;
  const { revision } = await submitBundleVersion(ctx, draft.versionId, draft.revision);
  const reviewer = systemContext(ctx.kernel, systemActor('seed-review', '演示数据审核'), createId());
  await reviewBundleVersion(reviewer, draft.versionId, { revision, decision: 'approve', opinion: '事项关联准确，问卷和材料核对无误，同意发布。' });
}

function withItems({ items: chosen, ...content }: ConfiguredBundle['content'], itemIds: ReadonlyMap<string, string>): BundleContent {
  return {
    ...content, items: chosen.map((one) => {
      const item = items.find(({ key }) => key === one.key);
      const itemId = item && itemIds.get(item.elements.localTaskCode);
      if (!item || itemId === undefined) throw new Error(`the demonstration item ${one.key} has not been published`);
      return { ...one, itemId, name: item.elements.name };
    }),
  };
}
