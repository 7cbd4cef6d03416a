import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import type { WorkingCalendar } from '../../../kernel/calendar/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { identityCheckLabels } from '../../../kernel/window-devices/contract.ts';
import type { PinnedVersion } from '../../catalog/index.ts';
import { agentInWords, issueNotice, issuerOf, openCase, partsOf, progressUrl, readOffices, supplementNoticeDays, type CaseRecord, type StoredAgent, type SubmittedMaterial } from '../../cases/index.ts';
import type { Substitutes } from '../../materials/index.ts';
import type { Receipt } from '../contract.ts';
import type { Delivery } from '../delivery.ts';
import type { DraftRecord } from '../draft-record.ts';
import type { Requirements } from '../prepare-draft.ts';
import { pinSubstitutes, type StandingLicence } from '../substitution.ts';
import type { DraftMaterial } from '../tables.ts';

/** Whose application it is, and who filed it. */
export type FilingParties = Pick<DraftRecord,
  'applicantKind' | 'applicantId' | 'applicantName' | 'applicantDocumentMasked' | 'applicantLastFour' | 'applicantMobileMasked' | 'ownerKind' | 'ownerId' | 'ownerName' | 'mandateId'> & Partial<Pick<DraftRecord, 'identifiedBy' | 'agent'>>;

/** A checked application for one item, ready to become a case. */
export interface CheckedApplication {
  /** Unique: of two cases with the same key the second breaks the constraint `case_submission_key`. */
  submissionKey: string;
  parties: FilingParties;
  channel: string;
  version: PinnedVersion;
  needs: Requirements;
  answers: Record<string, unknown>;
  materials: readonly DraftMaterial[];
  licences: readonly StandingLicence[];
  substitutes: Substitutes;
  delivery: Delivery;
}

/** What each material of an application came to: form, licence, paper, files, or nothing. */
export function submittedMaterials(needs: Requirements, given: readonly DraftMaterial[], licences: readonly StandingLicence[]): SubmittedMaterial[] {
  return needs.materials.map(({ material }): SubmittedMaterial => {
    const entry = given.find(({ key }) => key === material.key);
    const licence = licences.find(({ materialKey }) => materialKey === material.key);
    const common = { key: material.key, name: material.name, files: entry?.files ?? [], licence: null };
    if (material.formKey !== undefined) return { ...common, source: 'form' };
    if (licence) return { ...common, source: 'licence', licence: { id: licence.id, name: licence.name, number: licence.number, basis: licence.substitute.legalBasis, ...(licence.sharedAt === undefined ? {} : { sharedAt: licence.sharedAt }) } };
    if (common.files.length > 0) return { ...common, source: 'upload' };
    return { ...common, source: entry?.paperReceived ? 'paper' : 'none' };
  });
}

/**
 * Adds the case of an application to the batch, with what stands for its materials and its receipt. The files stay with their
 * owner: who calls this hands them over.
 */
export async function fileApplication(ctx: Context, batch: WriteBatch, calendar: WorkingCalendar, application: CheckedApplication): Promise<{ opened: CaseRecord; receipt: Receipt }> {
  const acceptanceDueOn = calendar.provisional.addWorkingDays(chinaDate(ctx.kernel.clock.now()), supplementNoticeDays);
  const opened = await addCase(ctx, batch, application, acceptanceDueOn);
  pinSubstitutes(batch, opened.id, application.substitutes);
  return { opened, receipt: await addReceipt(ctx, batch, opened, application, acceptanceDueOn) };
}

async function addCase(ctx: Context, batch: WriteBatch, application: CheckedApplication, acceptanceDueOn: string): Promise<CaseRecord> {
  const { parties, version, needs, delivery } = application;
  const { elements } = version;
  const agent = parties.agent ?? null;
  const offices = await readOffices(ctx);
  const parts = partsOf(elements);
  const participants = [elements.organizationId, parts.acceptance, parts.lead, parts.decision, ...parts.joint];
  return openCase(ctx, batch, {
    taskType: elements.taskType, answers: application.answers, materials: submittedMaterials(needs, application.materials, application.licences),
    submissionKey: application.submissionKey, itemId: version.itemId, itemVersionId: version.versionId, itemName: elements.name,
    title: `${parties.applicantName}申请${elements.name}`, guidance: needs.guidance, situationKey: needs.situation.key, situationName: needs.situation.name,
    formKey: needs.formKey, projectType: elements.projectType ?? '2', regionCode: elements.regionCode,
    organizationId: elements.organizationId, organizationName: offices.get(elements.organizationId)?.name ?? elements.departmentName,
    participantPaths: [...new Set(participants.flatMap((id) => offices.get(id)?.path ?? []))],
    applicantKind: parties.applicantKind, applicantId: parties.applicantId, applicantName: parties.applicantName,
    applicantDocumentMasked: parties.applicantDocumentMasked, applicantLastFour: parties.applicantLastFour,
    applicantMobileMasked: parties.applicantMobileMasked,
    filerKind: parties.ownerKind === 'staff' ? 'clerk' : parties.ownerId === parties.applicantId ? 'self' : 'agent',
    filerId: parties.ownerId, filerName: parties.ownerName, mandateId: parties.mandateId, agent, channel: application.channel,
    itemVersion: version, promisedDays: elements.promisedLimit?.days ?? elements.legalLimit?.days ?? 20,
    legalDays: elements.legalLimit?.days ?? 20, acceptanceDueOn, ...delivery,
    opinion: openingWords(parties, agent),
  });
}

/** What the record of a case says of who was at the counter. */
function openingWords({ identifiedBy, applicantKind }: FilingParties, agent: StoredAgent | null): string | undefined {
  if (agent !== null) return `窗口登记，${agentInWords({ agent, applicantKind })}`;
  return identifiedBy ? `窗口登记，${identityCheckLabels[identifiedBy]}申请人。` : undefined;
}

async function addReceipt(ctx: Context, batch: WriteBatch, opened: CaseRecord, { version, materials }: CheckedApplication, acceptanceDueOn: string): Promise<Receipt> {
  const issuer = issuerOf(version.elements, await readOffices(ctx));
  const noticeId = await issueNotice(ctx, batch, opened, 'application-receipt', issuer, {
    promise: opened.projectType === '1' ? '受理当日办结' : `自受理之日起${opened.promisedDays}个工作日`,
    materials: receiptMaterials(materials, version),
  });
  return {
    caseId: opened.id, number: opened.number, itemName: opened.itemName, applicantName: opened.applicantName,
    submittedAt: opened.submittedAt.toISOString(), organizationName: opened.organizationName, acceptanceDueOn,
    promisedDays: opened.promisedDays, noticeId, trackUrl: progressUrl(ctx, opened.number),
    nextSteps: nextSteps(opened, acceptanceDueOn),
  };
}

function receiptMaterials(given: readonly DraftMaterial[], version: PinnedVersion): { name: string; form: string; copies: number }[] {
  return version.elements.materials.flatMap((material) => {
    if (material.formKey !== undefined) return [{ name: material.name, form: '在线填写', copies: 1 }];
    const entry = given.find(({ key }) => key === material.key);
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
