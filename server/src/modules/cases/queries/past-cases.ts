import { sql } from 'kysely';
import { holds, requireScope, requireStaff, singleScopes } from '../../../kernel/access/index.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, tablesOf } from '../../../kernel/db/index.ts';
import type { CasesTables } from '../tables.ts';
import { openStatuses, within } from './list-cases.ts';

/** Which past cases are wanted. */
export interface PastCaseFilter {
  /** Cases that went by this process, whatever its version; when items or numbers are named, those whatever their process. */
  processKey: string;
  itemIds?: readonly string[];
  numbers?: readonly string[];
  submittedFrom?: string;
  submittedTo?: string;
  /** over 已办结 and otherwise ended, open 在办. */
  state: 'over' | 'open' | 'all';
}

/** A past case as far as it is no personal data. */
export interface PastCase {
  id: string;
  number: string;
  itemName: string;
  situationName: string;
  submittedAt: Date;
}

/** Past cases within the scope of a permission, the latest first. */
export async function findPastCases(ctx: Context, permission: string, filter: PastCaseFilter, limit: number): Promise<PastCase[]> {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, permission));
  const { itemIds = [], numbers = [], submittedFrom, submittedTo, state } = filter;
  let query = tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case as c').select(['c.id', 'c.number', 'c.itemName', 'c.situationName', 'c.submittedAt'])
    .where((where) => where.or(scopes.map((scope) => within(actor, scope)))).where('c.processInstanceId', 'is not', null);
  if (itemIds.length > 0) query = query.where('c.itemId', 'in', [...itemIds]);
  if (numbers.length > 0) query = query.where('c.number', 'in', [...numbers]);
  if (itemIds.length + numbers.length === 0) {
    query = query.where(sql<boolean>`EXISTS (SELECT FROM workflow.instance i JOIN workflow.definition d ON d.id = i.definition_id WHERE i.id = c.process_instance_id AND d.key = ${filter.processKey})`);
  }
  if (submittedFrom) query = query.where('c.submittedAt', '>=', startOfChinaDay(submittedFrom));
  if (submittedTo) query = query.where('c.submittedAt', '<', new Date(startOfChinaDay(submittedTo).getTime() + 86_400_000));
  if (state === 'open') query = query.where('c.status', 'in', openStatuses);
  if (state === 'over') query = query.where('c.status', 'not in', openStatuses);
  return query.orderBy('c.submittedAt', 'desc').orderBy('c.id', 'desc').limit(limit).execute();
}

/** Cases by id, whoever asks: for a run over cases that were chosen within a scope. */
export async function listPastCases(ctx: Context, caseIds: readonly string[]): Promise<Map<string, PastCase>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case').select(['id', 'number', 'itemName', 'situationName', 'submittedAt']).where('id', 'in', [...caseIds]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of some cases an officer may open, as `maySee` says of one. */
export async function listViewable(ctx: Context, caseIds: readonly string[]): Promise<Set<string>> {
  const { actor } = ctx;
  if (caseIds.length === 0 || actor.kind !== 'staff' || !holds(actor, 'cases.case.view')) return new Set();
  const scopes = singleScopes(requireScope(ctx, 'cases.case.view'));
  const rows = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case as c').select('c.id').where('c.id', 'in', [...caseIds])
    .where((where) => where.or([where('c.filerId', '=', actor.id), ...scopes.map((scope) => within(actor, scope))])).execute();
  return new Set(rows.map(({ id }) => id));
}

/** What a recorded action wrote into the process. */
export interface RecordedResult { caseId: string; step: string; node: string | null; values: Record<string, unknown> }

const results = `
SELECT case_id, type, detail ->> 'node' AS node, detail ->> 'conclusion' AS conclusion, step ->> 'outcome' AS outcome FROM cases.action
WHERE case_id = ANY($1::uuid[]) AND type IN ('accept', 'deem-accepted', 'review', 'decide') ORDER BY case_id, sequence`;

/** What the actions of cases decided, oldest first: for steps done before the process itself kept what they wrote. */
export async function listRecordedResults(ctx: Context, caseIds: readonly string[]): Promise<RecordedResult[]> {
  const rows = await readRowsAlone<{ caseId: string; type: string; node: string | null; conclusion: string | null; outcome: string | null }>(ctx.kernel.db, results, [[...caseIds]]);
  return rows.map(({ caseId, type, node, conclusion, outcome }) => {
    if (type === 'decide') return { caseId, step: 'decision', node, values: { outcome } };
    return type === 'review' ? { caseId, step: 'review', node, values: { conclusion } } : { caseId, step: 'acceptance', node, values: { conclusion: 'pass' } };
  });
}
