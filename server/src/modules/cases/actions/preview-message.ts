import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { fillMessage, measureSms, samplesOf } from '../../../kernel/messaging/index.ts';
import { judgeMessage, refuseFaults } from '../../templates/index.ts';
import type { previewMessage as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { readCaseFields } from '../message-subject.ts';
import { isWithinOffice, unsafeFindCase } from '../record.ts';

const permission = 'cases.notice.preview';

/**
 * A message as the applicant of a case would get it: what is known of the case, and samples for what only the occasion
 * gives (HND-05). Names are masked, as they are in the message itself; that it was looked at is recorded.
 * @throws cases.not-found, templates.unknown-kind, templates.not-shown
 */
export async function previewMessage(ctx: Context, caseId: string, { content }: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record || !isWithinOffice(ctx, requireStaff(ctx), record, permission)) throw fail('cases.not-found');
  const { problems, words } = await judgeMessage(ctx, content);
  refuseFaults(problems);
  const known = await readCaseFields(ctx, record);
  // What the case does not have yet stays away, so that the words for that are seen.
  const samples = samplesOf(words.fields.filter(({ path, group }) => group === '本消息' && !(path in known)));
  await recordAuditNow(ctx, { action: 'cases.preview-message', objectType: 'case', objectId: caseId, purpose: '预览消息模板', detail: { kind: content.code } });
  const texts = fillMessage(content, { ...samples, ...known });
  const { length, parts } = measureSms(texts.sms ?? '');
  return { ...texts, smsLength: length, smsParts: parts };
}
