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
import type { createWindowDraft as windowOperation } from '../contract.ts';
import { encryptDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { readBindings } from '../prefill/bindings.ts';
import { knownFrom } from '../prefill/gather-known.ts';
import { readProfile } from '../prefill/read-profile.ts';
import { prefilledFrom } from '../prefill/refill.ts';
import { requirementsOf } from '../prepare-draft.ts';
import type { IntakeTables } from '../tables.ts';

const audienceNames = { person: '个人', company: '企业（单位）' } as const;

function requireAudience(version: PinnedVersion, kind: 'person' | 'company'): void {
  const { audiences } = version.elements;
  if (audiences.length === 0 || audiences.includes(kind)) return;
  throw fail('intake.wrong-audience', { audience: audiences.map((audience) => audienceNames[audience]).join('、') });
}

/** Whose case a person begins: one's own, or that of the principal the session acts for. @throws intake.agent-not-allowed, intake.mandate-too-narrow */
export function principalOf(version: PinnedVersion, actor: PersonActor): { kind: 'person' | 'company'; id: string; mandateId: string | null } {
  const { actingFor } = actor;
  if (!actingFor) return { kind: 'person', id: actor.id, mandateId: null };
  if (actingFor.kind === 'person' && !version.elements.agentAllowed) throw fail('intake.agent-not-allowed');
  if (actingFor.itemCategories && !actingFor.itemCategories.includes(version.elements.taskType)) throw fail('intake.mandate-too-narrow');
  return actingFor;
}

async function storeDraft(
  ctx: Context, version: PinnedVersion, guidance: readonly GivenAnswer[], profile: ApplicantProfile,
  owner: Pick<DraftRecord, 'ownerKind' | 'ownerId' | 'ownerName' | 'mandateId'>,
): Promise<DraftRecord> {
  const needs = requirementsOf(version, guidance);
  const now = ctx.kernel.clock.now();
  const { known } = knownFrom(await readBindings(ctx, needs.definition), [readProfile(ctx, profile)]);
  const { answers, filled } = mergePrefill(needs.definition, {}, known, { today: chinaDate(now), parameters: needs.parameters });
  const id = createId();
  const record: DraftRecord = {
    id, revision: 1, ...owner,
    applicantKind: profile.kind, applicantId: profile.id, applicantName: profile.name,
    applicantDocumentMasked: profile.documentMasked, applicantLastFour: profile.lastFour, applicantMobileMasked: profile.mobileMasked,
    itemId: version.itemId, itemVersionId: version.versionId, itemName: version.elements.name, guidance: needs.guidance,
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
  const actor = requirePerson(ctx);
  const version = await getPublishedItem(ctx, input.itemId);
  requireAudience(version, actor.actingFor?.kind ?? 'person');
  const { mandateId, ...principal } = principalOf(version, actor);
  const profile = await readApplicant(ctx, principal);
  return storeDraft(ctx, version, input.guidance, profile, { ownerKind: 'person', ownerId: actor.id, ownerName: actor.name, mandateId });
}

/** Begins an application for the person at the counter; the clerk is the filer, the person the applicant (INT-02, IDN). */
export async function createWindowDraft(ctx: Context, input: BodyOf<typeof windowOperation>): Promise<DraftRecord> {
  const clerk = requireStaff(ctx);
  const version = await getPublishedItem(ctx, input.itemId);
  requireAudience(version, input.applicant.kind);
  const profile = await registerApplicantAtCounter(ctx, input.applicant);
  return storeDraft(ctx, version, input.guidance, profile, { ownerKind: 'staff', ownerId: clerk.id, ownerName: clerk.name, mandateId: null });
}
