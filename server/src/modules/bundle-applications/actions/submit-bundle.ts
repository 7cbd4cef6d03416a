import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, findRow, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { lettersOf, readOffices, type CaseRecord } from '../../cases/index.ts';
import {
  checkBundleApplication, decryptDraft, failIntake, filesNamed, getDraftRecord, principalOf, readPinnedBundle, requireDelivery, requireStandingAgent, requireStandingLicences, sharedHandIn, splitMaterials, updateDraft,
  type BundleNeeds, type CheckedBundle, type DraftRecord, type SharedHandIn,
} from '../../intake/index.ts';
import type { BundleReceipt, submitBundleDraft as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { bundleSubmitted } from '../events.ts';
import { encryptAddress, encryptAnswers, type ApplicationRecord, type ChildRecord } from '../record.ts';
import type { BundleApplicationsTables } from '../tables.ts';
import { openChild, openedColumns, type OpeningChild } from './open-child.ts';

type Input = BodyOf<typeof operation>;

/**
 * Turns a draft for a bundle into one application with its own number and a case for every item that waits for no other
 * (BDL-02), everything of it in one statement: it exists once and whole, or the draft is as it was (design invariant 1). A
 * repeat, or a second click, answers with the same receipt.
 * @throws intake.incomplete with every fault at its place in the one form, intake.draft-stale, intake.not-declared, bundle-applications.retired
 */
export async function submitBundle(ctx: Context, draftId: string, input: Input): Promise<BundleReceipt> {
  const draft = await getDraftRecord(ctx, draftId);
  const known = await findReceipt(ctx, draftId);
  if (known) return known;
  if (draft.bundleVersionId === null) throw fail('bundle-applications.not-a-bundle');
  if (!input.declared) throw failIntake('intake.not-declared');
  if (draft.revision !== input.revision) throw failIntake('intake.draft-stale');
  try {
    return await submitOnce(ctx, draft, await readPinnedBundle(ctx, draft.bundleVersionId, draft.guidance), input);
  } catch (error) {
    // The other of two clicks was faster, whichever rule noticed it first: its receipt is the answer.
    const winner = error instanceof AppError ? await findReceipt(ctx, draftId) : undefined;
    if (winner) return winner;
    throw error;
  }
}

async function findReceipt(ctx: Context, draftId: string): Promise<BundleReceipt | undefined> {
  return (await findRow<{ receipt: BundleReceipt }>(ctx.kernel.db, 'SELECT receipt FROM bundle_applications.application WHERE draft_id = $1', [draftId]))?.receipt;
}

function requireComplete(ctx: Context, draft: DraftRecord, bundle: BundleNeeds): CheckedBundle {
  const checked = checkBundleApplication(ctx, bundle, decryptDraft(ctx, 'answers', draft), decryptDraft(ctx, 'locked', draft), draft.materials);
  if (checked.issues.length > 0) throw failIntake('intake.incomplete', { count: checked.issues.length }, { issues: [...checked.issues] });
  return checked;
}

async function submitOnce(ctx: Context, draft: DraftRecord, bundle: BundleNeeds, input: Input): Promise<BundleReceipt> {
  if (bundle.applicable.bundle.publishedVersionId === null) throw fail('bundle-applications.retired');
  const versions = bundle.children.map(({ version }) => version);
  // The mandate may be another one than that the draft was begun with: narrower, or for other items.
  const mandateId = ctx.actor.kind === 'person' ? principalOf(versions, ctx.actor).mandateId : null;
  const checked = requireComplete(ctx, draft, bundle);
  await requireStandingAgent(ctx, draft, versions);
  const delivery = requireDelivery(versions, input.delivery);
  const calendar = await loadCalendar(ctx.kernel);
  const id = createId();
  const shared = await sharedHandIn(ctx, draft);
  const openings = await Promise.all(bundle.children.map((child) => openingOf(ctx, draft, bundle, checked, shared, child.key)));

  const batch = new WriteBatch().onViolation('application_draft_key', () => failIntake('intake.draft-submitted'));
  const cases = new Map<string, CaseRecord>();
  for (const opening of openings.filter(({ child }) => child.waitsFor.length === 0)) {
    cases.set(opening.child.key, await openChild(ctx, batch, calendar, { parties: { ...draft, mandateId }, channel: ctx.origin.channel, delivery }, opening));
  }
  const [first] = cases.values();
  if (!first) throw new Error('a bundle without circles has an item that waits for no other');
  const application = await applicationOf(ctx, { ...draft, mandateId }, bundle, cases, { id, answers: checked.value, delivery });
  writesFor<BundleApplicationsTables>(batch).insert('bundleApplications.application', application);
  writesFor<BundleApplicationsTables>(batch).insert('bundleApplications.child', openings.map((opening, position) => childOf(ctx, id, position, opening, cases, application)));
  claimFiles(batch, [...filesNamed([checked.value, ...checked.byItem.values()], draft.materials), ...lettersOf(draft)], { type: 'bundle-application', id }, { uploadedBy: ctx.actor.id, from: { type: 'draft', id: draft.id } });
  publishEvent(ctx, batch, {
    type: bundleSubmitted, aggregateType: 'bundle-application', aggregateId: id,
    data: { number: application.number, bundleId: application.bundleId, bundleVersionId: application.bundleVersionId, bundleName: application.bundleName, caseIds: [...cases.values()].map((one) => one.id) },
  });
  recordAudit(ctx, batch, { action: 'bundle-applications.submit-application', objectType: 'bundle-application', objectId: id, detail: { number: application.number, cases: cases.size } });
  shared.add(batch, { caseId: null, number: application.number, itemName: application.bundleName });
  updateDraft(batch, draft, { submittedCaseId: first.id, updatedAt: application.submittedAt });
  await commit(ctx, batch);
  return application.receipt;
}

async function openingOf(ctx: Context, draft: DraftRecord, bundle: BundleNeeds, checked: CheckedBundle, shared: SharedHandIn, key: string): Promise<OpeningChild> {
  const child = bundle.children.find((one) => one.key === key);
  if (!child) throw new Error(`the bundle has no item ${key}`);
  const materials = splitMaterials(bundle, key, draft.materials);
  const licences = shared.mark(await requireStandingLicences(ctx, { kind: draft.applicantKind, id: draft.applicantId }, materials, child.substitutes));
  return { id: createId(), child, materials, licences, answers: checked.byItem.get(key) ?? {} };
}

async function applicationOf(
  ctx: Context, draft: DraftRecord, bundle: BundleNeeds, cases: ReadonlyMap<string, CaseRecord>,
  { id, answers, delivery }: { id: string; answers: Record<string, unknown>; delivery: ReturnType<typeof requireDelivery> },
): Promise<ApplicationRecord> {
  const { applicable: { bundle: { id: bundleId, name: bundleName, leadName, organizationPath, regionCode }, versionId, plan }, children } = bundle;
  const now = ctx.kernel.clock.now();
  const offices = await readOffices(ctx);
  const ownPaths = children.flatMap(({ version }) => offices.get(version.elements.organizationId)?.path ?? []);
  const number = `YJS-${regionCode.slice(0, 6)}-${chinaDate(now).replaceAll('-', '')}-${String(await nextNumber(ctx.kernel, 'bundle_applications.number_serial')).padStart(6, '0')}`;
  const lead = leadName ?? children[0]?.version.elements.departmentName ?? '';
  return {
    id, number, draftId: draft.id, version: 1, state: 'handling', bundleId, bundleVersionId: versionId, bundleName, guidance: draft.guidance, promisedDays: plan.promisedDays,
    leadName: lead, organizationPath, regionCode, participantPaths: [...new Set([organizationPath, ...ownPaths, ...[...cases.values()].flatMap(({ participantPaths }) => participantPaths)])],
    applicantKind: draft.applicantKind, applicantId: draft.applicantId, applicantName: draft.applicantName, applicantDocumentMasked: draft.applicantDocumentMasked,
    applicantLastFour: draft.applicantLastFour, applicantMobileMasked: draft.applicantMobileMasked,
    ownerKind: draft.ownerKind, ownerId: draft.ownerId, ownerName: draft.ownerName, mandateId: draft.mandateId, agent: draft.agent, channel: ctx.origin.channel,
    answersCipher: encryptAnswers(ctx, 'application', id, answers), materials: draft.materials,
    deliveryMethod: delivery.deliveryMethod, postalAddressCipher: encryptAddress(ctx, id, delivery.postalAddress),
    receipt: receiptOf(ctx, { id, number, bundleName, lead, promisedDays: plan.promisedDays, applicantName: draft.applicantName, now }, bundle, cases, (organizationId) => offices.get(organizationId)?.name),
    submittedAt: now, partialAgreedAt: null, deliveredAt: null, ratedAt: null, updatedAt: now,
  };
}

function childOf(ctx: Context, applicationId: string, position: number, { id, child: { key, version, waitsFor }, answers }: OpeningChild, cases: ReadonlyMap<string, CaseRecord>, { receipt, submittedAt }: ApplicationRecord): ChildRecord {
  const opened = cases.get(key);
  const { elements } = version;
  return {
    id, applicationId, position, key, itemId: version.itemId, itemVersionId: version.versionId, itemName: elements.name,
    organizationName: receipt.children[position]?.organizationName ?? elements.departmentName, waitsFor: [...waitsFor], days: elements.promisedLimit?.days ?? 0,
    answersCipher: encryptAnswers(ctx, 'child', id, answers), reason: null, changedAt: submittedAt,
    ...(opened ? openedColumns(opened) : { state: 'waiting', caseId: null, caseNumber: null, caseVersion: 0, caseStatus: null, caseOutcome: null }),
  };
}

function receiptOf(
  ctx: Context, { id, number, bundleName, lead, promisedDays, applicantName, now }: { id: string; number: string; bundleName: string; lead: string; promisedDays: number; applicantName: string; now: Date },
  { children }: BundleNeeds, cases: ReadonlyMap<string, CaseRecord>, officeName: (organizationId: string) => string | undefined,
): BundleReceipt {
  const nameOf = (key: string): string => children.find((child) => child.key === key)?.version.elements.name ?? '';
  return {
    applicationId: id, number, bundleName, applicantName, leadName: lead, submittedAt: now.toISOString(), promisedDays,
    trackUrl: `${ctx.kernel.config.publicUrl}/bundle-applications/${id}`,
    children: children.map(({ key, version: { elements }, waitsFor }) => {
      const opened = cases.get(key);
      return { itemName: elements.name, organizationName: officeName(elements.organizationId) ?? elements.departmentName, caseId: opened?.id ?? null, caseNumber: opened?.number ?? null, after: waitsFor.map(nameOf) };
    }),
    nextSteps: [
      '各部门将在五个工作日内告知您是否受理；需要补正的，会汇总在一起一次性告知，您一次补齐就行。',
      ...(cases.size < children.length ? ['要用前面事项结果的事项，在前面的办好后自动开始，不用再申请；前面的没有办成，会告诉您哪些不再办理。'] : []),
      '您可以随时在“我的办件”查看每个事项的进度，或者扫描回执上的二维码查看。',
    ],
  };
}
