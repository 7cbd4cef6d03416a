import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../access/index.ts';
import { liesInScope } from '../../access/scope-filter.ts';
import { recordAuditNow } from '../../audit/index.ts';
import { addCalendarDays } from '../../calendar/index.ts';
import { chinaDate, startOfChinaDay } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { FileAnswer } from '../../module/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { defineSheet, workbookAnswer } from '../../spreadsheets/index.ts';
import type { RuleOutcome } from '../contract.ts';
import { fail } from '../errors.ts';
import { mostExportedRuns, type listRuns as listOperation, type RuleRun, type RuleRunLine, type RunFilter } from '../run.contract.ts';
import type { RulesTables } from '../tables.ts';
import { getRuleSetRecord } from './get-version.ts';
import { maskOutcome, presentInputs, summarizeOutcome } from './present-run.ts';

const view = 'rules.run.view';
const readFull = 'rules.run.read-full';
const rowsAtATime = 500;

function selectRuns(ctx: Context) {
  return tablesOf<RulesTables>(ctx.kernel.db).selectFrom('rules.evaluation as e').innerJoin('rules.version as v', 'v.id', 'e.versionId')
    .select(['e.id', 'e.at', 'e.actorName', 'e.subjectType', 'e.subjectId', 'e.subjectLabel', 'e.versionId', 'v.number as versionNumber', 'e.outcomeCipher']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['execute']>>[number];

function filterRuns(ctx: Context, ruleSetId: string, { versionId, outcome, q, from, to }: RunFilter) {
  let query = selectRuns(ctx).where('e.ruleSetId', '=', ruleSetId);
  if (versionId) query = query.where('e.versionId', '=', versionId);
  if (outcome) query = query.where('e.decided', '=', outcome === 'decided');
  const words = q?.trim();
  if (words) query = query.where('e.subjectLabel', 'like', `${words.replace(/[\\%_]/g, '\\$&')}%`);
  if (from) query = query.where('e.at', '>=', startOfChinaDay(from));
  if (to) query = query.where('e.at', '<', startOfChinaDay(addCalendarDays(to, 1)));
  return query;
}

function outcomeOf(ctx: Context, { id, outcomeCipher }: Pick<Row, 'id' | 'outcomeCipher'>): RuleOutcome {
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt('rules.evaluation.outcome', id, outcomeCipher)) as RuleOutcome;
}

function presentLine(ctx: Context, row: Row, outcome = outcomeOf(ctx, row)): RuleRunLine {
  const { id, at, actorName, subjectType, subjectId, subjectLabel, versionId, versionNumber } = row;
  return { id, at: at.toISOString(), actorName, subjectType, subjectId, subjectLabel, versionId, versionNumber, decided: outcome.ok, summary: summarizeOutcome(outcome) };
}

/** The runs of a rule set over real data, the latest first, without what was stated (DEC-02). @throws rules.rule-set-not-found */
export async function listRuns(ctx: Context, ruleSetId: string, { limit = 20, cursor, ...filter }: QueryOf<typeof listOperation>): Promise<Page<RuleRunLine>> {
  await getRuleSetRecord(ctx, ruleSetId, view);
  let query = filterRuns(ctx, ruleSetId, filter);
  if (cursor !== undefined) query = query.where('e.id', '<', String(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('e.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], (row) => presentLine(ctx, row));
}

/** The runs of a filter as a workbook, written while it is sent; without what was stated. That they were taken out is audited. @throws rules.rule-set-not-found */
export async function exportRuns(ctx: Context, ruleSetId: string, filter: RunFilter): Promise<FileAnswer> {
  const { name, code } = await getRuleSetRecord(ctx, ruleSetId, view);
  await recordAuditNow(ctx, { action: 'rules.export-runs', objectType: 'rule-set', objectId: ruleSetId, detail: { ...filter } });
  const sheet = defineSheet<RuleRunLine>({
    name: '运行记录', rows: readAll(ctx, ruleSetId, filter),
    columns: [
      { title: '时间', width: 18, value: (row) => new Date(row.at) }, { title: '办件编号', width: 26, value: (row) => row.subjectLabel ?? '' }, { title: '由谁引起', width: 16, value: (row) => row.actorName ?? '' },
      { title: '规则版本', width: 10, value: (row) => row.versionNumber }, { title: '得出结果', width: 10, value: (row) => (row.decided ? '是' : '否') }, { title: '结果', width: 60, value: (row) => row.summary },
    ],
  });
  return workbookAnswer(`${name}（${code}）运行记录-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, ruleSetId: string, filter: RunFilter): AsyncGenerator<RuleRunLine> {
  let after: string | undefined;
  for (let count = 0; count < mostExportedRuns;) {
    let query = filterRuns(ctx, ruleSetId, filter);
    if (after !== undefined) query = query.where('e.id', '<', after);
    const rows = await query.orderBy('e.id', 'desc').limit(Math.min(rowsAtATime, mostExportedRuns - count)).execute();
    for (const row of rows) yield presentLine(ctx, row);
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtATime) return;
  }
}

/**
 * One run: what it was told, what came of it and why. What people had stated is hidden; whoever may read it gives a
 * purpose. Looking at it is recorded (design invariant 9). @throws rules.run-not-found, kernel.forbidden
 */
export async function getRun(ctx: Context, runId: string, purpose: string | undefined): Promise<RuleRun> {
  const row = await selectRuns(ctx).innerJoin('rules.ruleSet as s', 's.id', 'e.ruleSetId').select(['e.inputsCipher', 'v.content', 's.organizationPath', 's.regionCode']).where('e.id', '=', runId).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, view), ctx.actor, row)) throw fail('rules.run-not-found');
  const mayReadFull = holds(ctx.actor, readFull) && liesInScope(requireScope(ctx, readFull), ctx.actor, row);
  const wanted = purpose?.trim() ?? '';
  if (wanted !== '' && !mayReadFull) throw kernelFail('kernel.forbidden', { permission: readFull });
  const full = wanted !== '';
  await recordAuditNow(ctx, { action: 'rules.read-run', objectType: 'rule-run', objectId: runId, purpose: full ? wanted : '查看规则运行记录', detail: { subject: row.subjectLabel ?? row.subjectId, full } });
  const told = JSON.parse(personalDataCipher(ctx.kernel).decrypt('rules.evaluation.inputs', row.id, row.inputsCipher)) as Record<string, unknown>;
  const outcome = outcomeOf(ctx, row);
  const inputs = presentInputs(row.content, told, full);
  return { ...presentLine(ctx, row, outcome), inputs, outcome: full ? outcome : maskOutcome(outcome, inputs), full, abilities: { readFull: mayReadFull && !full } };
}
