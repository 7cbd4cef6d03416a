import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import type { SubjectTask } from '../../../kernel/workflow/index.ts';
import {
  awaitsLicence, changeCase, completeCaseTask, failCase, getCaseRecord, isWithinOffice, issueNotice, issuerOf, otherMatter, readOffices, requireCaseTask, type CaseRecord,
} from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import type { deliverResult as operation } from '../contract.ts';
import { fail } from '../errors.ts';

const methodNames = { electronic: '电子送达', counter: '窗口直接送达', express: '邮寄送达' } as const;
/** Where it was handed over; where somebody lives stays out of a document that others read. */
const places = { electronic: '通办平台', counter: '政务服务窗口', express: '收件人地址' } as const;

/** Who takes a parcel, and when, is known from its tracking alone: posting says neither. */
const bySignedParcel = '以物流签收记录为准';

function documentsOf(record: CaseRecord, { taskType }: ItemElements): string {
  const decision = `《${record.outcome === 'approved' ? '准予' : '不予'}${taskType === '01' ? '许可' : otherMatter}决定书》`;
  return record.result ? `${decision}及电子证照《${record.result.name}》` : decision;
}

function relationOf(record: CaseRecord, receiver: string): string {
  if (receiver === record.applicantName) return '本人';
  return record.filerKind === 'agent' && receiver === record.filerName ? '委托代理人' : '代收人';
}

/** How a result is handed over, and to whom. */
export interface Handover extends Pick<BodyOf<typeof operation>, 'method' | 'receiver' | 'trackingNumber'> {
  /** Of a receiver whose document was looked at and who has signed: what the receiver is to the applicant. */
  relation?: string;
  /** How it was made sure who the receiver is. */
  identified?: string;
  /** Facts for the record of the case. */
  detail?: Readonly<Record<string, unknown>>;
}

/**
 * Adds to the batch that the result of a case is handed over and the case closed; who received it, how and when is on the
 * 送达回证 (行政许可法第四十四条); of a parcel only that it was posted. The task is completed as its handler, or as the system where the caller has asked whether the
 * actor may hand over for others.
 * @throws handling.licence-pending while the licence is being made, handling.receiver-missing
 */
export async function addDelivery(ctx: Context, batch: WriteBatch, record: CaseRecord, task: SubjectTask, input: Handover, taskCtx: Context = ctx): Promise<Delivered> {
  if (await awaitsLicence(ctx, record)) throw fail('handling.licence-pending');
  const delivered = await addHandover(ctx, batch, record, 'deliver', input);
  await completeCaseTask(taskCtx, batch, record, task, {});
  return delivered;
}

/**
 * Adds to the batch that a result which the mail has brought back is handed over after all, with a 送达回证 of its own; the case
 * stays closed. @throws cases.not-returned, cases.not-your-task, handling.receiver-missing
 */
export async function addDeliveryAgain(ctx: Context, batch: WriteBatch, record: CaseRecord, input: Handover): Promise<Delivered> {
  if (!isWithinOffice(ctx, requireStaff(ctx), record, 'handling.case.deliver')) throw failCase('cases.not-your-task');
  return addHandover(ctx, batch, record, 'deliver-again', input);
}

interface Delivered { next: CaseRecord; noticeId: string }

async function addHandover(ctx: Context, batch: WriteBatch, record: CaseRecord, type: 'deliver' | 'deliver-again', input: Handover): Promise<Delivered> {
  const { method, receiver, relation } = input;
  const trackingNumber = input.trackingNumber?.trim() ?? '';
  if (method === 'express' && trackingNumber === '') throw fail('handling.receiver-missing');
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const now = ctx.kernel.clock.now();
  const tracking = method === 'express' ? `（快递单号 ${trackingNumber}）` : '';
  const next = changeCase(ctx, batch, record, {
    step: { type, on: chinaDate(now) },
    // The applicant follows the parcel by its number.
    opinion: method === 'express' ? `已交寄${tracking}，签收人和签收时间${bySignedParcel}。` : `${methodNames[method]}，签收人：${receiver}${relation === undefined ? '' : `（${relation}，${input.identified ?? '已核验证件'}，已签名）`}。`,
    detail: { method, receiver, trackingNumber: input.trackingNumber ?? null, ...input.detail },
    ...(type === 'deliver-again' ? { eventDetail: { method, trackingNumber } } : {}),
  }, { deliveryDueOn: null, closedAt: record.closedAt ?? now, deliveryMethod: method });
  const noticeId = await issueNotice(ctx, batch, next, 'delivery-receipt', issuerOf(elements, await readOffices(ctx)), {
    delivered: {
      documents: documentsOf(record, elements), method: methodNames[method],
      place: `${places[method]}${tracking}`, at: now.toISOString(),
    },
    recipient: method === 'express' ? { name: bySignedParcel, relation: bySignedParcel } : { name: receiver, relation: relation ?? relationOf(record, receiver) }, deliverer: ctx.actor.name,
    ...(method === 'express' ? { remark: `送达时间一栏是交寄的时间；签收人和签收时间${bySignedParcel}，邮件退回的另行送达。` } : {}),
    ...(input.detail?.['signatureFileId'] === undefined ? {} : { signatureFileId: input.detail['signatureFileId'] }),
  });
  return { next, noticeId };
}

/**
 * Hands the result over and closes the case as the officer whose task it is.
 * @throws handling.licence-pending while the licence is being made, handling.receiver-missing, cases.not-your-task
 */
export async function deliverResult(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  const task = await requireCaseTask(ctx, record, 'delivery', input.taskId);
  const batch = new WriteBatch();
  const { next, noticeId } = await addDelivery(ctx, batch, record, task, input);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
