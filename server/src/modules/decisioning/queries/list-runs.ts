import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listReviews, listRuns, RunDetail, RunFilter, RunLine } from '../contract.ts';
import type { DecisioningTables } from '../tables.ts';
import { getRunRecord, presentDetail, presentRun } from './run-access.ts';

/** Runs of a filter within the actor's scope, without order or bound. */
export function filterRuns(ctx: Context, filter: RunFilter) {
  let query = tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.run').selectAll()
    .where(scopeFilter(requireScope(ctx, 'decisioning.result.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  const q = filter.q?.trim();
  if (q) query = query.where((where) => where.or([where('caseNumber', '=', q), where('itemName', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`)]));
  if (filter.itemId) query = query.where('itemId', '=', filter.itemId);
  if (filter.organizationId) query = query.where('organizationId', '=', filter.organizationId);
  if (filter.model) query = query.where('model', '=', filter.model);
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.review) query = query.where('review', '=', filter.review);
  if (filter.from) query = query.where('startedAt', '>=', startOfChinaDay(filter.from));
  if (filter.to) query = query.where('startedAt', '<', startOfChinaDay(addCalendarDays(filter.to, 1)));
  return query;
}

/** What the platform did within the actor's scope, newest first. */
export async function findRuns(ctx: Context, { limit = 20, cursor, ...filter }: QueryOf<typeof listRuns>): Promise<Page<RunLine>> {
  let query = filterRuns(ctx, filter);
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(started_at, case_id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy('startedAt', 'desc').orderBy('caseId', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.startedAt.toISOString(), row.caseId], (row) => presentRun(ctx, row));
}

/** Decisions that wait for a person's look, the first due first. */
export async function findReviews(ctx: Context, { limit = 20, cursor }: QueryOf<typeof listReviews>): Promise<Page<RunLine>> {
  let query = tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.run').selectAll().where('review', '=', 'open')
    .where(scopeFilter(requireScope(ctx, 'decisioning.review.perform'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (cursor) {
    const [due, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(review_due_on, case_id) > (${due}::date, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy('reviewDueOn').orderBy('caseId').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.reviewDueOn ?? '', row.caseId], (row) => presentRun(ctx, row));
}

/** One run with its explanation, which repeats what people stated: the reading is recorded. @throws decisioning.run-not-found */
export async function readRun(ctx: Context, caseId: string): Promise<RunDetail> {
  const run = await getRunRecord(ctx, caseId, 'decisioning.result.view');
  await recordAuditNow(ctx, { action: 'decisioning.read-explanation', objectType: 'case', objectId: caseId, purpose: '核查自动审批的依据' });
  return presentDetail(ctx, run);
}
