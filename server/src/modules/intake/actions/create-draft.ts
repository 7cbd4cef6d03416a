import type { BodyOf } from '@tongban/contract-kit';
import { mergePrefill } from '@tongban/form-model';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { requirePerson, requireStaff, type PersonActor } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getPublishedItem, type PinnedVersion } from '../../catalog/index.ts';
import type { GivenAnswer } from '../../guidance/contract.ts';
import { readApplicant, registerApplicantAtCounter, type ApplicantProfile } from '../applicant-profile.ts';
import { readPublishedBundle } from '../bundle-needs.ts';
import type { createWindowBundleDraft as windowBundleOperation, createWindowDraft as windowOperation } from '../contract.ts';
import { encryptDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { readBindings } from '../prefill/bindings.ts';
import { knownFrom } from '../prefill/gather-known.ts';
import { readProfile } from '../prefill/read-profile.ts';
import { prefilledFrom } from '../prefill/refill.ts';
import { requirementsOf, type Requirements } from '../prepare-draft.ts';
import type { IntakeTables } from '../tables.ts';

const audienceNames = { person: '个人', company: '企业（单位）' } as const;

function requireAudience(audiences: readonly ('person' | 'company')[], kind: 'person' | 'company'): void {
  if (audiences.length === 0 || audiences.includes(kind)) return;
  throw fail('intake.wrong-audience', { audience: audiences.map((audience) => audienceNames[audience]).join('、') });
}

/** Whose case a person begins: one's own, or that of the principal the session acts for. @throws intake.agent-not-allowed, intake.mandate-too-narrow */
export function principalOf(versions: readonly PinnedVersion[], actor: PersonActor): { kind: 'person' | 'company'; id: string; mandateId: string | null } {
  const { actingFor } = actor;
  if (!actingFor) return { kind: 'person', id: actor.id, mandateId: null };
  if (actingFor.kind === 'person' && versions.some(({ elements }) => !elements.agentAllowed)) throw fail('intake.agent-not-allowed');
  const { itemCategories } = actingFor;
  if (itemCategories && versions.some(({ elements }) => !itemCategories.includes(elements.taskType))) throw fail('intake.mandate-too-narrow');
  return actingFor;
}

/** What a draft is begun for: one item or one bundle, each as it is published. */
interface Subject {
  columns: Pick<DraftRecord, 'itemId' | 'itemVersionId' | 'bundleId' | 'bundleVersionId' | 'itemName'>;
  needs: Requirements;
  versions: readonly PinnedVersion[];
  audiences: readonly ('person' | 'company')[];
}

async function ofItem(ctx: Context, itemId: string, guidance: readonly GivenAnswer[]): Promise<Subject> {
  const version = await getPublishedItem(ctx, itemId);
  return {
    columns: { itemId: version.itemId, itemVersionId: version.versionId, bundleId: null, bundleVersionId: null, itemName: version.elements.name },
    needs: requirementsOf(version, guidance), versions: [version], audiences: version.elements.audiences,
  };
}

async function ofBundle(ctx: Context, bundleId: string, guidance: readonly GivenAnswer[]): Promise<Subject> {
  const { applicable: { bundle, versionId }, needs, children } = await readPublishedBundle(ctx, bundleId, guidance);
  return {
    columns: { itemId: null, itemVersionId: null, bundleId: bundle.id, bundleVersionId: versionId, itemName: bundle.name },
    needs, versions: children.map(({ version }) => version), audiences: [bundle.audience],
  };
}

async function storeDraft(
  ctx: Context, { columns, needs }: Subject, profile: ApplicantProfile, owner: Pick<DraftRecord, 'ownerKind' | 'ownerId' | 'ownerName' | 'mandateId' | 'identifiedBy'>,
): Promise<DraftRecord> {
  const now = ctx.kernel.clock.now();
  const { known } = knownFrom(await readBindings(ctx, needs.definition), [readProfile(ctx, profile)]);
  const { answers, filled } = mergePrefill(needs.definition, {}, known, { today: chinaDate(now), parameters: needs.parameters });
  const id = createId();
  const record: DraftRecord = {
    id, revision: 1, ...owner, agent: null,
    applicantKind: profile.kind, applicantId: profile.id, applicantName: profile.name,
    applicantDocumentMasked: profile.documentMasked, applicantLastFour: profile.lastFour, applicantMobileMasked: profile.mobileMasked,
    ...columns, guidance: needs.guidance,
    situationName: needs.situation.name, answersCipher: encryptDraft(ctx, 'answers', id, answers), lockedCipher: encryptDraft(ctx, 'locked', id, answers),
    prefilled: prefilledFrom(filled), consent: null, prefillNotes: [], materials: [],
    createdAt: now, updatedAt: now, submittedCaseId: null, receipt: null,
  };
  const batch = new WriteBatch();
  writesFor<IntakeTables>(batch).insert('intake.draft', record);
  recordAudit(ctx, batch, {
    action: 'intake.prefill-application', objectType: profile.kind, objectId: profile.id, purpose: '办理申请时自动填写已知信息', detail: { draftId: id },
  });
  await commit(ctx, batch);
  return record;
}

/** Begins an application for oneself or the principal the session acts for; known facts are filled in (design invariant 5). */
export async function createDraft(ctx: Context, input: { itemId: string; guidance: GivenAnswer[] }): Promise<DraftRecord> {
  requirePerson(ctx);
  return beginOwn(ctx, await ofItem(ctx, input.itemId, input.guidance));
}

/** Begins an application for a bundle, as `createDraft` does for an item (BDL-02). @throws intake.bundle-not-online */
export async function createBundleDraft(ctx: Context, input: { bundleId: string; guidance: GivenAnswer[] }): Promise<DraftRecord> {
  requirePerson(ctx);
  return beginOwn(ctx, await ofBundle(ctx, input.bundleId, input.guidance));
}

async function beginOwn(ctx: Context, subject: Subject): Promise<DraftRecord> {
  const actor = requirePerson(ctx);
  requireAudience(subject.audiences, actor.actingFor?.kind ?? 'person');
  const { mandateId, ...principal } = principalOf(subject.versions, actor);
  return storeDraft(ctx, subject, await readApplicant(ctx, principal), { ownerKind: 'person', ownerId: actor.id, ownerName: actor.name, mandateId, identifiedBy: null });
}

/** Begins an application for the person at the counter; the clerk is the filer, the person the applicant (INT-02, IDN). */
export async function createWindowDraft(ctx: Context, input: BodyOf<typeof windowOperation>): Promise<DraftRecord> {
  return beginAtCounter(ctx, await ofItem(ctx, input.itemId, input.guidance), input.applicant);
}

/** Begins an application for a bundle at the counter (BDL-03, INT-04). @throws intake.bundle-not-online */
export async function createWindowBundleDraft(ctx: Context, input: BodyOf<typeof windowBundleOperation>): Promise<DraftRecord> {
  return beginAtCounter(ctx, await ofBundle(ctx, input.bundleId, input.guidance), input.applicant);
}

async function beginAtCounter(ctx: Context, subject: Subject, applicant: BodyOf<typeof windowOperation>['applicant']): Promise<DraftRecord> {
  const clerk = requireStaff(ctx);
  requireAudience(subject.audiences, applicant.kind);
  const profile = await registerApplicantAtCounter(ctx, applicant);
  return storeDraft(ctx, subject, profile, { ownerKind: 'staff', ownerId: clerk.id, ownerName: clerk.name, mandateId: null, identifiedBy: applicant.kind === 'person' ? applicant.identifiedBy ?? 'sight' : null });
}
