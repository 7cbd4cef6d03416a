import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { unsafeReadEvaluation } from '../../../kernel/rules/index.ts';
import type { WorkflowTables } from '../../../kernel/workflow/tables.ts';
import { dispatchKindLabels, dispatchOutcomeLabels, reasonMends, type DispatchDetail, type DispatchRecord, type listDispatchRecords as listOperation } from '../contract.ts';
import { fail } from '../errors.ts';
import type { DispatchTables } from '../tables.ts';
import { inScope, isInScope } from './find-record.ts';

const view = 'dispatch.record.view';

function selectRecords(ctx: Context) {
  return tablesOf<DispatchTables & WorkflowTables>(ctx.kernel.db).selectFrom('dispatch.record as r').leftJoin('workflow.task as t', 't.id', 'r.taskId')
    .selectAll('r').select(['t.status', 't.assigneeName', 't.completedByName', 't.dueOn', 't.createdAt as arrivedAt']);
}

type Joined = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number];

/** Where each task of a case is dispatched now, and how cases were split, within one's scope; the newest first (DEC-07). */
export async function findRecords(ctx: Context, { limit = 20, cursor, ...filter }: QueryOf<typeof listOperation>): Promise<Page<DispatchRecord>> {
  let query = selectRecords(ctx).where('r.current', '=', true).where(inScope(ctx, view));
  const q = filter.q?.trim();
  if (q) query = query.where((eb) => eb.or([eb('r.caseNumber', '=', q), eb('r.itemName', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`)]));
  if (filter.kind) query = query.where('r.kind', '=', filter.kind);
  if (filter.outcome) query = query.where('r.outcome', '=', filter.outcome);
  if (filter.open === true) query = query.where('t.status', 'in', ['open', 'held', 'suspended']);
  if (filter.ruleSetId) query = query.where('r.ruleSetId', '=', filter.ruleSetId);
  if (filter.targetOrganizationId) query = query.where('r.targetOrganizationId', '=', filter.targetOrganizationId);
  if (filter.targetPostCode) query = query.where('r.targetPostCode', '=', filter.targetPostCode);
  if (filter.from) query = query.where('r.at', '>=', startOfChinaDay(filter.from));
  if (filter.to) query = query.where('r.at', '<', startOfChinaDay(addCalendarDays(filter.to, 1)));
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(r.at, r.id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy('r.at', 'desc').orderBy('r.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id], (row) => presentRecord(ctx, row));
}

/** A record with the explanation of its rule, which repeats what people stated: the reading is recorded. @throws dispatch.record-not-found */
export async function readRecord(ctx: Context, recordId: string): Promise<DispatchDetail> {
  const row = await selectRecords(ctx).where('r.id', '=', recordId).executeTakeFirst();
  if (!row || !isInScope(ctx, view, row)) throw fail('dispatch.record-not-found');
  const history = row.taskId === null ? [] : await tablesOf<DispatchTables>(ctx.kernel.db).selectFrom('dispatch.record').selectAll().where('taskId', '=', row.taskId).orderBy('sequence').execute();
  const evaluationId = row.evaluationId ?? history.find((one) => one.evaluationId !== null)?.evaluationId ?? null;
  const outcome = evaluationId === null ? undefined : await unsafeReadEvaluation(ctx, evaluationId);
  if (outcome) await recordAuditNow(ctx, { action: 'dispatch.read-explanation', objectType: 'case', objectId: row.caseId, purpose: '核查业务分发的依据' });
  return {
    record: presentRecord(ctx, row), explanation: outcome?.explanation ?? null,
    history: history.map(({ id, at, outcome: how, target, byName, reason }) => ({ id, at: at.toISOString(), outcomeLabel: dispatchOutcomeLabels[how], target, byName, reason })),
  };
}

function stateOf({ taskId, status, assigneeName }: Joined): DispatchRecord['state'] {
  if (taskId === null || status === null) return null;
  if (status === 'completed') return 'done';
  if (status === 'cancelled') return 'cancelled';
  return assigneeName === null ? 'waiting' : 'taken';
}

function presentRecord(ctx: Context, row: Joined): DispatchRecord {
  const state = stateOf(row);
  const open = state === 'waiting' || state === 'taken';
  const { id, caseId, caseNumber, itemName, organizationName, kind, taskId, taskName, sequence, outcome, target, reasonCode, reason, dueOn, byName } = row;
  return {
    id, caseId, caseNumber, itemName, organizationName, kind, kindLabel: dispatchKindLabels[kind], taskId, taskName, sequence, outcome, outcomeLabel: dispatchOutcomeLabels[outcome], target,
    reasonCode, reason, mend: reasonCode === null ? null : reasonMends[reasonCode],
    rule: row.ruleSetId === null || row.versionId === null || row.versionNumber === null ? null
      : { ruleSetId: row.ruleSetId, name: row.ruleSetName ?? '', versionId: row.versionId, number: row.versionNumber, rows: row.ruleRows, note: row.ruleNote },
    at: row.at.toISOString(), byName, state, handlerName: row.completedByName ?? row.assigneeName, dueOn, overdue: open && dueOn !== null && dueOn < chinaDate(ctx.kernel.clock.now()),
    abilities: { redispatch: open && row.current && row.status !== 'suspended' && isInScope(ctx, 'dispatch.task.redispatch', row) },
  };
}
