import { covers, holds, requireScope } from '../../kernel/access/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { countOpenReviewComments, findReview } from '../../kernel/reviews/index.ts';
import { resolveSituation } from '../guidance/index.ts';
import { mayTransfer } from './actions/claim-bundle.ts';
import type { BundleContent, BundleDetail, BundleFinding, BundleOutcome, BundleReceipt, BundleVersionView, SavedBundle } from './contract.ts';
import type { ItemVersions } from './plan/bundle-items.ts';
import { checkBundle } from './plan/check-bundle.ts';
import { checkWording } from './plan/check-texts.ts';
import { planBundle } from './plan/plan-bundle.ts';
import { getBundleRecord, readItems, type BundleRecord, type BundleRow } from './queries/get-records.ts';
import { presentBundle } from './queries/list-catalogue.ts';
import { readVocabularies } from './queries/read-vocabularies.ts';
import { reviewSubjectOf } from './review-subject.ts';
import { findNextState, openStates } from './states.ts';
import type { BundlesTables } from './tables.ts';

/** A version as its editors see it: configuration, what is wrong with it, and what they may do. */
export async function presentBundleVersion(ctx: Context, record: BundleRecord): Promise<BundleVersionView> {
  const { bundle, version } = record;
  const subject = reviewSubjectOf(record);
  const [items, review, openComments] = await Promise.all([readItems(ctx, version), findReview(ctx, subject), countOpenReviewComments(ctx, subject)]);
  const abilities = abilitiesOf(ctx, bundle, version);
  return {
    bundle: presentBundle(bundle), versionId: version.id, versionNumber: version.number, state: version.state, revision: version.revision,
    content: version.content, findings: await findFaults(ctx, bundle.name, version.content, items),
    savedAt: version.savedAt.toISOString(), savedByName: version.savedByName, submittedByName: version.submittedByName,
    reviewOpinion: version.reviewOpinion, review: review ?? null, openComments, publishedAt: version.publishedAt?.toISOString() ?? null,
    abilities: { ...abilities, review: abilities.review && review?.mine === true },
  };
}

/** What is wrong with a configuration, and which of its words a reviewer should look at. */
async function findFaults(ctx: Context, name: string, content: BundleContent, items: ItemVersions): Promise<BundleFinding[]> {
  return [...checkBundle(name, content, items), ...checkWording(content, await readVocabularies(ctx.kernel))];
}

/** What a save gave, with what is wrong now. */
export async function presentSaved(ctx: Context, versionId: string, receipt: BundleReceipt): Promise<SavedBundle> {
  const { bundle, version } = await getBundleRecord(ctx, versionId, 'bundles.bundle.view');
  return { ...receipt, savedAt: version.savedAt.toISOString(), findings: await findFaults(ctx, bundle.name, version.content, await readItems(ctx, version)) };
}

/** A bundle with its versions, the newest first. */
export async function presentBundleDetail(ctx: Context, bundle: BundleRow): Promise<BundleDetail> {
  const rows = await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundleVersion')
    .select(['id', 'number', 'state', 'savedAt', 'publishedAt']).where('bundleId', '=', bundle.id).orderBy('number', 'desc').limit(100).execute();
  return {
    bundle: presentBundle(bundle), abilities: abilitiesOf(ctx, bundle, undefined),
    versions: rows.map(({ id, number, state, savedAt, publishedAt }) =>
      ({ versionId: id, versionNumber: number, state, savedAt: savedAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null })),
  };
}

function abilitiesOf(ctx: Context, bundle: BundleRow, version: BundleRecord['version'] | undefined) {
  const may = (permission: string) => holds(ctx.actor, permission) && covers(requireScope(ctx, permission), ctx.actor, bundle);
  return {
    claim: bundle.leadOrganizationId === null && holds(ctx.actor, 'bundles.bundle.edit'),
    transfer: mayTransfer(ctx, bundle),
    edit: may('bundles.bundle.edit') && (version === undefined ? bundle.leadOrganizationId !== null : findNextState(version.state, 'edit') !== undefined),
    submit: version !== undefined && may('bundles.bundle.edit') && findNextState(version.state, 'submit') !== undefined,
    withdraw: version !== undefined && may('bundles.bundle.edit') && findNextState(version.state, 'withdraw') !== undefined,
    comment: version !== undefined && may('bundles.bundle.comment') && openStates.some((state) => state === version.state),
    review: version !== undefined && may('bundles.bundle.review') && findNextState(version.state, 'approve') !== undefined && version.submittedById !== ctx.actor.id,
    retire: bundle.publishedVersionId !== null && may('bundles.bundle.review'),
  };
}

/** Where answers lead; while a question is open, what follows is what the answers so far are certain to lead to. */
export function presentOutcome(title: string, content: BundleContent, items: ItemVersions, given: BundleOutcome['answers']): BundleOutcome {
  const everything = { questions: content.questions, situations: [{ key: 'all', name: '全部', when: [], notes: [] }] };
  const resolution = resolveSituation(everything, given);
  const plan = planBundle(title, content, items, resolution.answers);
  const { form, materials } = plan;
  return {
    answers: [...resolution.answers].map(([question, option]) => ({ question, option })),
    nextQuestion: resolution.kind === 'question' ? resolution.question : null,
    remainingAtMost: resolution.kind === 'question' ? resolution.remainingAtMost : 0,
    items: plan.items.map(({ item, versionId, elements, situation, openQuestion, answers }) => ({
      answers: [...answers].map(([question, option]) => ({ question, option })), handlingMode: elements.handling.mode,
      key: item.key, itemId: item.itemId, versionId, name: elements.name, departmentName: elements.departmentName, days: elements.promisedLimit?.days ?? 0,
      situation: situation?.name ?? null, refused: situation?.refused ?? false, notes: [...situation?.notes ?? []],
      openQuestion: elements.questionnaire?.questions.find(({ key }) => key === openQuestion)?.text ?? null,
    })),
    steps: plan.order.steps.map(({ items: together, startsAfterDays }) => ({ items: [...together], startsAfterDays })),
    criticalPath: [...plan.order.criticalPath], promisedDays: plan.promisedDays,
    materials: materials.materials.map(({ key, name, material, mergedBy, neededBy }) => ({ key, name, material, mergedBy, neededBy: neededBy.map((one) => ({ ...one })) })),
    form: form.definition === undefined ? null : {
      definition: form.definition, fields: form.fields.map(({ id, label, mergedBy, sources }) => ({ id, label, mergedBy, sources: sources.map(({ item, itemName, fieldId }) => ({ item, itemName, fieldId })) })),
    },
    savings: {
      days: { before: plan.separateDays, after: plan.promisedDays },
      materials: { before: materials.separateCount, after: materials.materials.length },
      fields: { before: form.separateCount, after: form.fields.length },
      visits: { before: plan.separateVisits, after: Math.min(plan.separateVisits, 1) },
    },
  };
}
