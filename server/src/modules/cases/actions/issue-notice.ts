import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { nextSerial } from '../../../kernel/numbering/index.ts';
import { recordTemplateUse } from '../../templates/index.ts';
import { noticeUse } from '../notice-template.ts';
import { agentForNotices } from '../agent.ts';
import type { CaseRecord } from '../record.ts';
import type { CasesTables } from '../tables.ts';

/** Kinds of written notices, each with its template code, title and the word its numbers are counted under. */
export const noticeKinds = {
  'application-receipt': { title: '申请回执', word: '收' },
  'acceptance-notice': { title: '受理通知书', word: '受理' },
  'refusal-notice': { title: '不予受理决定书', word: '不受' },
  'supplement-notice': { title: '一次性补正材料通知书', word: '补正' },
  'special-procedure-notice': { title: '特别程序告知书', word: '特告' },
  'extension-notice': { title: '延长办理期限告知书', word: '延告' },
  'approval-decision': { title: '准予许可决定书', word: '准' },
  'denial-decision': { title: '不予许可决定书', word: '不准' },
  'revocation-decision': { title: '撤销许可决定书', word: '撤许' },
  'termination-notice': { title: '终止办理通知书', word: '终' },
  'withdrawal-notice': { title: '撤回申请确认书', word: '撤' },
  'delivery-receipt': { title: '送达回证', word: '送' },
} as const;
export type NoticeKind = keyof typeof noticeKinds;

/** The job that makes the sealed files of a case's notices. */
export const drawNoticesName = 'cases.draw-notices';

/** The organisation in whose name a notice is issued. */
export interface Issuer {
  organizationId: string;
  organizationName: string;
  contactName: string;
  contactPhone: string;
  /** How to ask for 行政复议 and go to court (行政许可法第三十八条). */
  remedies: string;
  /** The law of an item that is no permit; the licensing law is named without it. */
  legalBasis?: string;
}

/** Notices that rest on the item's own law; the others are steps of the procedure. */
const onItsMerits: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['approval-decision', 'denial-decision', 'revocation-decision']);
const procedure = '有关法律、法规和办事指南';

/** What a decision on an item grants where it is no permit: 准予办理决定书. */
export const otherMatter = '办理';

function wordingOf(kind: NoticeKind, { legalBasis }: Issuer): { legalBasis?: string; matter?: string } {
  if (legalBasis === undefined) return {};
  return onItsMerits.has(kind) ? { legalBasis, matter: otherMatter } : { legalBasis: procedure };
}

/** Address that the QR code of a notice opens: the progress of the case. */
export function progressUrl(ctx: Context, number: string): string {
  return `${ctx.kernel.config.publicUrl}/progress?number=${encodeURIComponent(number)}`;
}

/**
 * Adds a notice to the batch and gives its id. Its data and the version of its template are fixed now; the sealed PDF is made
 * from them afterwards, by a job or when somebody opens it sooner, and kept, so that a slow renderer never holds up an action.
 * `data` is what the template of `kind` needs beyond the common names.
 */
export async function issueNotice(
  ctx: Context, batch: WriteBatch, record: CaseRecord, kind: NoticeKind, issuer: Issuer, data: Record<string, unknown>,
): Promise<string> {
  const id = createId();
  const now = ctx.kernel.clock.now();
  const issuedOn = chinaDate(now);
  const { word } = noticeKinds[kind];
  const wording = wordingOf(kind, issuer);
  const title = wording.matter === undefined ? noticeKinds[kind].title : noticeKinds[kind].title.replace('许可', wording.matter);
  const serial = await nextSerial(ctx.kernel, 'cases.notice_block');
  const documentNumber = `${record.regionCode.slice(0, 6)}政务${word}〔${issuedOn.slice(0, 4)}〕${String(serial).padStart(6, '0')}号`;
  recordTemplateUse(ctx, batch, noticeUse(record, kind, id));
  writesFor<CasesTables>(batch).insert('cases.notice', {
    id, caseId: record.id, kind, title, documentNumber, organizationId: issuer.organizationId, organizationName: issuer.organizationName,
    data: {
      organization: issuer.organizationName, documentNumber, applicant: { name: record.applicantName }, itemName: record.itemName,
      caseNumber: record.number, issuedOn, submittedOn: record.state.submittedOn, submittedAt: record.submittedAt.toISOString(),
      acceptedOn: record.state.acceptedOn, progressUrl: progressUrl(ctx, record.number),
      contact: { name: issuer.contactName, phone: issuer.contactPhone }, remedies: issuer.remedies, answersRound: record.state.round,
      ...agentForNotices(record), ...wording, ...data,
    },
    fileId: null, issuedAt: now,
  });
  enqueueJob(batch, drawNoticesName, { caseId: record.id }, { key: `${drawNoticesName}:${record.id}`, priority: 'spare-time' });
  return id;
}
