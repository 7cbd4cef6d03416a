import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit, recordAuditNow } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { AppError } from '../../../kernel/errors/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { isOver, unsafeFindCase, type CaseRecord } from '../../cases/index.ts';
import { recordFaceReading } from '../../licences/index.ts';
import { AskedFile, daysAfterDelivery, mostPartBytes, type FilePart, type readContent as contentOperation, type readContentFile as fileOperation } from '../content.contract.ts';
import { fail } from '../errors.ts';
import { AskedCase, type SignedMessage } from '../exchange.contract.ts';
import { filesIn, gatherContent, type OpenedApplication } from '../queries/gather-content.ts';
import { isContentClosed, lesserOf } from '../states.ts';
import { selfBuiltTables, type LinkRow, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';
import { openMessage } from './open-message.ts';

const actions = { content: 'self-built.read-content', file: 'self-built.read-file' } as const;

/**
 * Gives a self-built system the application of one of its cases: form, and materials by name, as far as the applicant agreed to and
 * the platform gives it; signed, until the case is over. Reading and refusal are in the audit; holders of licences see it (INT-04, LIC-06).
 * @throws self-built.unknown-case, .not-given, .not-agreed, .content-closed, the errors of `openMessage`
 */
export async function readContent(ctx: Context, message: BodyOf<typeof contentOperation>): Promise<SignedMessage> {
  const { system, acting, content: { caseNumber }, reply } = await openMessage(ctx, 'content', message, AskedCase);
  const opened = await openApplication(acting, system, caseNumber, actions.content);
  const { content, licences } = await gatherContent(acting, opened);
  const { record, disclosure } = opened;
  const purpose = purposeOf(system, record);
  const batch = new WriteBatch();
  writesFor<SelfBuiltTables>(batch).update('selfBuilt.link', { contentReadAt: ctx.kernel.clock.now() }, { caseId: record.id });
  recordAudit(acting, batch, {
    action: actions.content, objectType: 'case', objectId: record.id, purpose, detail: { number: record.number, disclosure, answers: content.form.answers.length, materials: content.materials?.length ?? 0, files: filesIn(content).length },
  });
  await commit(acting, batch);
  const { name: departmentName } = await getOrganization(ctx, system.organizationId);
  for (const { holder, id, name } of licences) await recordFaceReading(acting, holder, { id, name }, { by: departmentName, purpose });
  return reply(content);
}

/**
 * Gives a self-built system one part of a file that is in the application as `readContent` gives it.
 * @throws self-built.unknown-file, .no-part, files.infected, files.unreadable, as `readContent`
 */
export async function readContentFile(ctx: Context, message: BodyOf<typeof fileOperation>): Promise<SignedMessage> {
  const { system, acting, content: { caseNumber, fileId, part = 1 }, reply } = await openMessage(ctx, 'file', message, AskedFile);
  const opened = await openApplication(acting, system, caseNumber, actions.file);
  const { content: application } = await gatherContent(acting, opened);
  const { record, disclosure } = opened;
  const named = filesIn(application).find((file) => file.fileId === fileId);
  if (!named) throw await refused(acting, record, actions.file, disclosure === 'form' ? withheld(system, '申请材料') : fail('self-built.unknown-file'));
  if (part > named.parts) throw fail('self-built.no-part', { part, parts: named.parts });
  const { content } = await readFile(ctx, fileId);
  await recordAuditNow(acting, { action: actions.file, objectType: 'case', objectId: record.id, purpose: purposeOf(system, record), detail: { number: record.number, fileId, part, parts: named.parts } });
  const piece: FilePart = { ...named, caseNumber, part, content: content.subarray((part - 1) * mostPartBytes, part * mostPartBytes).toString('base64') };
  return reply(piece);
}

function purposeOf({ name }: SystemRow, { itemName }: CaseRecord): string {
  return `${name}办理“${itemName}”`;
}

/** A case of the system that it may read now. @throws self-built.unknown-case, .not-given, .not-agreed, .content-closed */
async function openApplication(acting: Context, system: SystemRow, caseNumber: string, action: string): Promise<OpenedApplication> {
  const link = await selfBuiltTables(acting).selectFrom('selfBuilt.link').selectAll().where('caseNumber', '=', caseNumber).where('systemId', '=', system.id).executeTakeFirst();
  const record = link && await unsafeFindCase(acting, link.caseId);
  if (!link || !record) throw fail('self-built.unknown-case');
  if (isClosed(acting, link, record)) throw await refused(acting, record, action, fail('self-built.content-closed', { days: daysAfterDelivery, department: record.organizationName }));
  const { consentText: text, consentAt: at, consentDisclosure } = link;
  const disclosure = lesserOf(system.disclosure, consentDisclosure ?? 'identity');
  if (disclosure === 'identity' || text === null || at === null) throw await refused(acting, record, action, withheld(system, '申请表'));
  return { record, disclosure, consent: { text, at: at.toISOString() } };
}

/** Ended here or there; a case that the system itself delivered stays readable for a while. */
function isClosed(ctx: Context, { state, lastReportAt }: LinkRow, { status }: CaseRecord): boolean {
  return isContentClosed(state, lastReportAt, ctx.kernel.clock.now()) || (isOver(status) && state !== 'delivered');
}

/** Whether it is the setting or the consent that a system lacks. */
function withheld({ disclosure }: SystemRow, what: '申请表' | '申请材料'): AppError {
  const given = disclosure === 'materials' || (disclosure === 'form' && what === '申请表');
  return given ? fail('self-built.not-agreed', { what }) : fail('self-built.not-given', { what });
}

async function refused(acting: Context, { id, number }: CaseRecord, action: string, error: AppError): Promise<AppError> {
  await recordAuditNow(acting, { action, objectType: 'case', objectId: id, result: 'refused', detail: { number, code: error.code } });
  return error;
}
