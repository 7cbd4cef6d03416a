import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import {
  issueNotice, issuerOf, openCase, partsOf, progressUrl, readOffices, supplementNoticeDays, type CaseRecord, type SubmittedMaterial,
} from '../../cases/index.ts';
import { getPinnedVersion, type PinnedVersion } from '../../catalog/index.ts';
import type { Receipt, RequestedDelivery, submitDraft as operation } from '../contract.ts';
import { requireDelivery, type Delivery } from '../delivery.ts';
import { decryptDraft, getDraftRecord, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { checkAnswers, checkMaterials, requirementsOf, type Requirements } from '../prepare-draft.ts';
import { pinSubstitutes, requireStandingLicences, substitutesNow, type StandingLicence } from '../substitution.ts';
import type { DraftMaterial } from '../tables.ts';
import { principalOf } from './create-draft.ts';
import { updateDraft } from './save-draft.ts';

/** What each material of an application came to: form, licence, paper, files, or nothing. */
export function submittedMaterials(needs: Requirements, given: readonly DraftMaterial[], licences: readonly StandingLicence[]): SubmittedMaterial[] {
  return needs.materials.map(({ material }): SubmittedMaterial => {
    const entry = given.find(({ key }) => key === material.key);
    const licence = licences.find(({ materialKey }) => materialKey === material.key);
    const common = { key: material.key, name: material.name, files: entry?.files ?? [], licence: null };
    if (material.formKey !== undefined) return { ...common, source: 'form' };
    if (licence) return { ...common, source: 'licence', licence: { id: licence.id, name: licence.name, number: licence.number, basis: licence.substitute.legalBasis } };
    if (common.files.length > 0) return { ...common, source: 'upload' };
    return { ...common, source: entry?.paperReceived ? 'paper' : 'none' };
  });
}

function requireComplete(ctx: Context, record: DraftRecord, needs: Requirements): Record<string, unknown> {
  const { value, issues } = checkAnswers(ctx, needs, decryptDraft(ctx, 'answers', record), decryptDraft(ctx, 'locked', record), 'submit');
  const all = [...issues, ...checkMaterials(needs, record.materials)];
  if (all.length > 0) throw fail('intake.incomplete', { count: all.length }, { issues: all });
  return value;
}

async function addCase(
  ctx: Context, batch: WriteBatch, record: DraftRecord, version: PinnedVersion, needs: Requirements,
  answers: Record<string, unknown>, licences: readonly StandingLicence[], acceptanceDueOn: string, delivery: Delivery,
): Promise<CaseRecord> {
  const { elements } = version;
  const offices = await readOffices(ctx);
  const parts = partsOf(elements);
  const participants = [elements.organizationId, parts.acceptance, parts.lead, parts.decision, ...parts.joint];
  return openCase(ctx, batch, {
    taskType: elements.taskType, answers, materials: submittedMaterials(needs, record.materials, licences),
    submissionKey: record.id, itemId: version.itemId, itemVersionId: version.versionId, itemName: elements.name,
    title: `${record.applicantName}申请${elements.name}`, guidance: needs.guidance, situationKey: needs.situation.key, situationName: needs.situation.name,
    formKey: needs.formKey, projectType: elements.projectType ?? '2', regionCode: elements.regionCode,
    organizationId: elements.organizationId, organizationName: offices.get(elements.organizationId)?.name ?? elements.departmentName,
    participantPaths: [...new Set(participants.flatMap((id) => offices.get(id)?.path ?? []))],
    applicantKind: record.applicantKind, applicantId: record.applicantId, applicantName: record.applicantName,
    applicantDocumentMasked: record.applicantDocumentMasked, applicantLastFour: record.applicantLastFour,
    applicantMobileMasked: record.applicantMobileMasked,
    filerKind: record.ownerKind === 'staff' ? 'clerk' : record.ownerId === record.applicantId ? 'self' : 'agent',
    filerId: record.ownerId, filerName: record.ownerName, mandateId: record.mandateId, channel: ctx.origin.channel,
    itemVersion: version, promisedDays: elements.promisedLimit?.days ?? elements.legalLimit?.days ?? 20,
    legalDays: elements.legalLimit?.days ?? 20, acceptanceDueOn, ...delivery,
  });
}

/**
 * Turns a draft into a case: everything of it in one statement, so that an acknowledged submission exists once and whole
 * (design invariant 1). A repeat, or a second click, answers with the same receipt.
 * @throws intake.incomplete with every fault, intake.no-express, intake.address-missing, intake.draft-stale, intake.not-declared
 */
export async function submitDraft(ctx: Context, draftId: string, input: BodyOf<typeof operation>): Promise<Receipt> {
  const record = await getDraftRecord(ctx, draftId);
  if (record.receipt) return record.receipt;
  if (!input.declared) throw fail('intake.not-declared');
  if (record.revision !== input.revision) throw fail('intake.draft-stale');
  try {
    return await submitOnce(ctx, record, input.delivery);
  } catch (error) {
    // The other of two clicks was faster, whichever rule noticed it first: its receipt is the answer.
    const winner = error instanceof AppError ? await getDraftRecord(ctx, draftId) : undefined;
    if (winner?.receipt) return winner.receipt;
    throw error;
  }
}

async function submitOnce(ctx: Context, record: DraftRecord, asked: RequestedDelivery | undefined): Promise<Receipt> {
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const needs = requirementsOf(version, record.guidance);
  // The mandate may be another one than that the draft was begun with: narrower, or for other items.
  const mandateId = ctx.actor.kind === 'person' ? principalOf(version, ctx.actor).mandateId : null;
  const answers = requireComplete(ctx, record, needs);
  const delivery = requireDelivery(version.elements, asked);
  const substitutes = await substitutesNow(ctx, needs);
  const licences = await requireStandingLicences(ctx, { kind: record.applicantKind, id: record.applicantId }, record.materials, substitutes);
  const now = ctx.kernel.clock.now();
  const calendar = await loadCalendar(ctx.kernel);
  const acceptanceDueOn = calendar.provisional.addWorkingDays(chinaDate(now), supplementNoticeDays);

  const batch = new WriteBatch().onViolation('case_submission_key', () => fail('intake.draft-submitted'));
  const opened = await addCase(ctx, batch, { ...record, mandateId }, version, needs, answers, licences, acceptanceDueOn, delivery);
  pinSubstitutes(batch, opened.id, substitutes);
  claimFiles(batch, record.materials.flatMap(({ files }) => files.map(({ id }) => id)), { type: 'case', id: opened.id },
    { uploadedBy: ctx.actor.id, from: { type: 'draft', id: record.id } });
  const receipt = await addReceipt(ctx, batch, opened, version, record, acceptanceDueOn);
  recordAudit(ctx, batch, { action: 'intake.submit-application', objectType: 'draft', objectId: record.id });
  updateDraft(batch, record, { submittedCaseId: opened.id, receipt, updatedAt: now });
  await commit(ctx, batch);
  return receipt;
}

async function addReceipt(
  ctx: Context, batch: WriteBatch, opened: CaseRecord, version: PinnedVersion, record: DraftRecord, acceptanceDueOn: string,
): Promise<Receipt> {
  const issuer = issuerOf(version.elements, await readOffices(ctx));
  const noticeId = await issueNotice(ctx, batch, opened, 'application-receipt', issuer, {
    promise: opened.projectType === '1' ? '受理当日办结' : `自受理之日起${opened.promisedDays}个工作日`,
    materials: receiptMaterials(record, version),
  });
  return {
    caseId: opened.id, number: opened.number, itemName: opened.itemName, applicantName: opened.applicantName,
    submittedAt: opened.submittedAt.toISOString(), organizationName: opened.organizationName, acceptanceDueOn,
    promisedDays: opened.promisedDays, noticeId, trackUrl: progressUrl(ctx, opened.number),
    nextSteps: nextSteps(opened, acceptanceDueOn),
  };
}

function receiptMaterials(record: DraftRecord, version: PinnedVersion): { name: string; form: string; copies: number }[] {
  return version.elements.materials.flatMap((material) => {
    if (material.formKey !== undefined) return [{ name: material.name, form: '在线填写', copies: 1 }];
    const entry = record.materials.find(({ key }) => key === material.key);
    if (entry?.licenceId) return [{ name: `${material.name}（电子证照，免提交）`, form: '电子证照', copies: 1 }];
    if (entry && entry.files.length > 0) return [{ name: material.name, form: '电子', copies: entry.files.length }];
    return entry?.paperReceived ? [{ name: material.name, form: '纸质', copies: 1 }] : [];
  });
}

function nextSteps(opened: CaseRecord, acceptanceDueOn: string): string[] {
  return [
    `${opened.organizationName}将在${dateInWords(acceptanceDueOn)}前告知您是否受理；需要补正的，会一次性告知全部内容。`,
    '受理、补正、办结等每一步都会发短信和站内消息通知您。',
    '您可以随时在“我的办件”查看进度，或扫描回执上的二维码查询。',
  ];
}
