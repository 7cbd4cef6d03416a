import type { Context } from '../../../kernel/context.ts';
import { findRow } from '../../../kernel/db/index.ts';
import type { Answers } from '../../catalog/index.ts';
import type { GivenAnswer } from '../../guidance/contract.ts';
import { resolveSituation } from '../../guidance/index.ts';
import { fail } from '../errors.ts';
import { linkChosen } from '../plan/order-items.ts';
import { planBundle, type BundlePlan } from '../plan/plan-bundle.ts';
import { getPublishedBundle, readItems, type BundleRow, type VersionRow } from './get-records.ts';

/** A bundle as somebody applies for it: what the answers lead to, by one version for ever. */
export interface ApplicablePlan {
  readonly bundle: BundleRow;
  readonly versionId: string;
  readonly plan: BundlePlan;
  readonly answers: readonly GivenAnswer[];
  /** Keys of the items that each chosen item waits for. */
  readonly waitsFor: ReadonlyMap<string, readonly string[]>;
  readonly notes: readonly string[];
}

/** The plan of what is published now. @throws bundles.not-found, bundles.answers-incomplete */
export async function planPublished(ctx: Context, bundleId: string, given: readonly GivenAnswer[]): Promise<ApplicablePlan> {
  const { version: { id } } = await getPublishedBundle(ctx, bundleId);
  return planPinned(ctx, id, given);
}

/** The plan of a version that is or was published: it never changes. @throws bundles.version-not-found, bundles.answers-incomplete */
export async function planPinned(ctx: Context, versionId: string, given: readonly GivenAnswer[]): Promise<ApplicablePlan> {
  const version = await findRow<VersionRow>(ctx.kernel.db, 'SELECT * FROM bundles.bundle_version WHERE id = $1 AND published_at IS NOT NULL', [versionId]);
  const bundle = version && await findRow<BundleRow>(ctx.kernel.db, 'SELECT * FROM bundles.bundle WHERE id = $1', [version.bundleId]);
  if (!version || !bundle) throw fail('bundles.version-not-found');
  const { content } = version;
  const answers = completeAnswers(content.questions, given);
  const plan = planBundle(bundle.name, content, await readItems(ctx, version), answers);
  const links = linkChosen(content.items, new Set(plan.items.map(({ item }) => item.key)));
  return {
    bundle, versionId, plan, answers: [...answers].map(([question, option]) => ({ question, option })),
    waitsFor: new Map(links.map(({ key, dependsOn }) => [key, dependsOn])), notes: content.notes,
  };
}

function completeAnswers(questions: VersionRow['content']['questions'], given: readonly GivenAnswer[]): Answers {
  const resolution = resolveSituation({ questions, situations: [{ key: 'all', name: '全部', when: [], notes: [] }] }, given);
  if (resolution.kind === 'question') throw fail('bundles.answers-incomplete');
  return resolution.answers;
}
