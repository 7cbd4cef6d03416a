import { sm3 } from '@tongban/gm-crypto';
import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { claimFiles, storeFile } from '../../../kernel/files/index.ts';
import type { CaseFile } from '../../cases/index.ts';
import { linkStateLabels, reportLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import { reportReceived } from '../events.ts';
import { freshMinutes, Report, type sendReport as operation } from '../exchange.contract.ts';
import { isSettled, nextState, reportsIn, waitBeforePull } from '../states.ts';
import { selfBuiltTables, type LinkRow, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';
import { applyReport, requireContent } from './apply-report.ts';
import { openMessage } from './open-message.ts';

type Received = ResponseOf<typeof operation>;

/**
 * Takes the report of a self-built system (INT-04 回流): once by its id, in the order of its sequence, only of its own cases, as the
 * ordinary action of the case. Refusals are kept for the operator.
 * @throws the errors of `openMessage` and `takeReport`
 */
export async function receiveReport(ctx: Context, message: BodyOf<typeof operation>): Promise<Received> {
  const { system, acting, content } = await openMessage(ctx, 'report', message, Report);
  try {
    return await takeReport(acting, system, content, { pulled: false });
  } catch (error) {
    if (error instanceof AppError) await keepRefusal(ctx, system, content, error);
    throw error;
  }
}

/**
 * Takes one report in the name of its system. A report that is there already, word by word, is answered as the first time.
 * @throws self-built.unknown-case, .report-changed, .wrong-sequence, .wrong-state, .in-future, .report-lacks, the refusals of the case's action
 */
export function takeReport(acting: Context, system: SystemRow, report: Report, { pulled }: { pulled: boolean }): Promise<Received> {
  return retryLost(() => takeOnce(acting, system, report, pulled));
}

/** Somebody else acted on the case in the same instant: it is tried again on what they left. */
const lost = new Set(['self-built.busy', 'cases.stale', 'workflow.stale', 'time-accounts.stale', 'cases.no-such-task']);
const mostAttempts = 5;

async function retryLost<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AppError && lost.has(error.code)) || count === mostAttempts) throw error;
    }
  }
}

async function takeOnce(acting: Context, system: SystemRow, report: Report, pulled: boolean): Promise<Received> {
  const tables = selfBuiltTables(acting);
  const link = await tables.selectFrom('selfBuilt.link').selectAll().where('caseNumber', '=', report.caseNumber).where('systemId', '=', system.id).executeTakeFirst();
  if (!link) throw fail('self-built.unknown-case');
  const digest = sm3(JSON.stringify(report)).toString('hex');
  const known = await tables.selectFrom('selfBuilt.report').select(['sequence', 'digest']).where('caseId', '=', link.caseId).where('reportId', '=', report.reportId).executeTakeFirst();
  if (known) {
    if (known.digest !== digest) throw fail('self-built.report-changed');
    return present(link, known.sequence, true);
  }
  const to = requireOrder(acting, link, report);
  requireContent(report);
  const documents = await storeDocuments(acting, report);
  const next: Partial<LinkRow> & Pick<LinkRow, 'state' | 'lastSequence'> = {
    state: to, lastSequence: report.sequence, lastReportAt: acting.kernel.clock.now(), trouble: null, quietPulls: 0, enteredAt: link.enteredAt ?? new Date(report.at),
    nextPullAt: isSettled(to) ? null : new Date(acting.kernel.clock.now().getTime() + waitBeforePull(0)),
  };
  await applyReport(acting, { link, report, systemName: system.name, also: { add: (batch) => addReport(acting, batch, { link, report, next, documents, digest, pulled, system }) } });
  return present({ ...link, ...next }, report.sequence, false);
}

/** @throws self-built.wrong-sequence, .wrong-state, .in-future */
function requireOrder(ctx: Context, link: LinkRow, report: Report): LinkRow['state'] {
  const expected = link.lastSequence + 1;
  if (report.sequence !== expected) throw fail('self-built.wrong-sequence', { expected, received: report.sequence });
  const to = nextState(link.state, report.kind);
  if (to === undefined) {
    const allowed = reportsIn(link.state).map((kind) => `${reportLabels[kind]}（${kind}）`).join('、') || '无，这件已经终结';
    throw fail('self-built.wrong-state', { kind: reportLabels[report.kind], state: linkStateLabels[link.state], allowed });
  }
  if (new Date(report.at).getTime() > ctx.kernel.clock.now().getTime() + freshMinutes * 60_000) throw fail('self-built.in-future');
  return to;
}

async function storeDocuments(acting: Context, { documents = [] }: Report): Promise<CaseFile[]> {
  const files: CaseFile[] = [];
  for (const { name, content } of documents) {
    const { id, name: kept, size, mediaType } = await storeFile(acting, { fileName: name, content: Buffer.from(content, 'base64') }, { purpose: 'self-built-report' });
    files.push({ id, name: kept, size, mediaType });
  }
  return files;
}

interface Added { link: LinkRow; report: Report; next: Partial<LinkRow>; documents: CaseFile[]; digest: string; pulled: boolean; system: SystemRow }

function addReport(acting: Context, batch: WriteBatch, { link, report, next, documents, digest, pulled, system }: Added): void {
  const writes = writesFor<SelfBuiltTables>(batch);
  const stale = (): AppError => fail('self-built.busy');
  const label = report.kind === 'in-progress' ? report.stepName ?? '' : reportLabels[report.kind];
  writes.update('selfBuilt.link', next, { caseId: link.caseId, lastSequence: link.lastSequence, state: link.state }, { expected: 1, otherwise: stale });
  writes.insert('selfBuilt.report', {
    caseId: link.caseId, sequence: report.sequence, reportId: report.reportId, digest, kind: report.kind, label, at: report.at, receivedAt: acting.kernel.clock.now(), pulled,
    opinion: report.reasons?.trim() || report.opinion?.trim() || null, documents,
  });
  batch.onViolation('report_once', stale).onViolation('report_id_once', stale);
  claimFiles(batch, documents.map(({ id }) => id), { type: 'case', id: link.caseId }, { uploadedBy: acting.actor.id });
  publishEvent(acting, batch, { type: reportReceived, aggregateType: 'case', aggregateId: link.caseId, data: { caseId: link.caseId, systemId: system.id, kind: report.kind, sequence: report.sequence } });
  recordAudit(acting, batch, { action: 'self-built.take-report', objectType: 'case', objectId: link.caseId, detail: { number: link.caseNumber, kind: report.kind, sequence: report.sequence, pulled } });
}

function present({ caseNumber, state, lastSequence }: Pick<LinkRow, 'caseNumber' | 'state' | 'lastSequence'>, sequence: number, duplicate: boolean): Received {
  return { caseNumber, sequence, duplicate, state, nextSequence: lastSequence + 1 };
}

/** Keeps why a report was refused, for the operator, and says so at its case. */
export async function keepRefusal(ctx: Context, system: SystemRow, report: Report, error: AppError): Promise<void> {
  const tables = selfBuiltTables(ctx);
  const reason = `${error.title}${error.detail ? `：${error.detail}` : ''}`.slice(0, 500);
  await tables.insertInto('selfBuilt.refusal').values({
    id: createId(), systemId: system.id, at: ctx.kernel.clock.now(), caseNumber: report.caseNumber.slice(0, 60), kind: report.kind, sequence: report.sequence, code: error.code, reason,
  }).execute();
  await tables.updateTable('selfBuilt.link').set({ trouble: reason }).where('caseNumber', '=', report.caseNumber).where('systemId', '=', system.id).execute();
}
