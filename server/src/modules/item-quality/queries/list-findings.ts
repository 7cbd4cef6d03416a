import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds, requireScope, singleScopes, type DataScope, type SingleScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf } from '../../../kernel/db/index.ts';
import { listExceptions, qualityRules, type StoredException } from '../../catalog/index.ts';
import type { Finding, listFindings } from '../contract.ts';
import { fail } from '../errors.ts';
import { reportedRule, reportedRuleText } from '../reported-finding.ts';
import { filterFindings, selectFindings, type FindingRow } from './finding-query.ts';

const rules = new Map(qualityRules.map((rule) => [rule.id, rule]));

/** Findings within the officer's scope, newest first. */
export async function findFindings(ctx: Context, input: QueryOf<typeof listFindings>): Promise<Page<Finding>> {
  const limit = input.limit ?? 20;
  let query = filterFindings(ctx, input);
  if (input.cursor) {
    const [id] = decodeCursor(input.cursor, 1);
    query = query.where(sql<boolean>`f.id < ${id}::uuid`);
  }
  const rows = await query.orderBy('f.id', 'desc').limit(limit + 1).execute();
  const page = pageOf(rows, limit, ({ id }) => [id], (row) => row);
  return { ...page, items: await presentFindings(ctx, page.items) };
}

/** A finding over which the actor holds `permission`. @throws item-quality.finding-not-found */
export async function getFindingRow(ctx: Context, id: string, permission: string): Promise<FindingRow> {
  const row = await selectFindings(ctx).where('f.id', '=', id).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, permission), ctx.actor, row)) throw fail('item-quality.finding-not-found');
  return row;
}

/** One finding as the actor may see it. @throws item-quality.finding-not-found */
export async function getFinding(ctx: Context, id: string): Promise<Finding> {
  const [finding] = await presentFindings(ctx, [await getFindingRow(ctx, id, 'item-quality.finding.view')]);
  if (!finding) throw fail('item-quality.finding-not-found');
  return finding;
}

/** Findings with what the reader may do with each. */
export async function presentFindings(ctx: Context, rows: readonly FindingRow[]): Promise<Finding[]> {
  const accepted = rows.filter(({ state }) => state === 'accepted').map(({ itemId }) => itemId);
  const exceptions = await listExceptions(ctx.kernel, [...new Set(accepted)]);
  const today = chinaDate(ctx.kernel.clock.now());
  return rows.map((row) => presentFinding(ctx, row, today, exceptions.find((one) => one.itemId === row.itemId && one.rule === row.rule && one.path === row.path && one.message === row.message)));
}

function presentFinding(ctx: Context, row: FindingRow, today: string, exception: StoredException | undefined): Finding {
  const reported = row.rule === reportedRule;
  const rule = reported ? reportedRuleText : rules.get(row.rule);
  const stands = row.state === 'open' || row.state === 'assigned';
  const { id, itemId, itemName, localTaskCode, versionId, versionNumber, track, organizationId, organizationName, regionCode, severity, path, message, state, dueOn } = row;
  return {
    id, itemId, itemName, localTaskCode, versionId, versionNumber, track, organizationId, organizationName, regionCode, rule: row.rule, ruleTitle: rule?.title ?? row.rule,
    group: row.ruleGroup, severity, path, message, mend: rule?.mend ?? '', state, openedAt: row.openedAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null,
    rectification: row.rectificationId === null || dueOn === null ? null : { id: row.rectificationId, dueOn, overdue: state === 'assigned' && dueOn < today },
    exception: exception === undefined ? null : { reason: exception.reason, byName: exception.acceptedByName, at: exception.acceptedAt.toISOString() },
    abilities: {
      accept: stands && !reported && mayJudge(ctx, row),
      withdrawException: state === 'accepted' && mayJudge(ctx, row),
      assign: state === 'open' && scopeOf(ctx, 'item-quality.rectification.issue', row) !== undefined,
      settle: stands && reported && mayJudge(ctx, row),
    },
  };
}

/** The scope in which the actor holds a right over a finding; undefined without it. */
function scopeOf(ctx: Context, permission: string, row: FindingRow): DataScope | undefined {
  if (!holds(ctx.actor, permission)) return undefined;
  const scope = requireScope(ctx, permission);
  return liesInScope(scope, ctx.actor, row) ? scope : undefined;
}

/** A department does not let its own faults stand: only those whose right reaches beyond it do. */
export function mayJudge(ctx: Context, row: FindingRow): boolean {
  const scope = scopeOf(ctx, 'item-quality.finding.judge', row);
  return scope !== undefined && reachesBeyondOwn(ctx, scope, row);
}

/** Whether a scope holds the object from above: a department's right over itself is not enough. */
export function reachesBeyondOwn(ctx: Context, scope: DataScope, object: Parameters<typeof liesInScope>[2]): boolean {
  return singleScopes(scope).some((single) => liesInScope(single, ctx.actor, object) && !isOwnOnly(ctx, single));
}

/** Whether a right ends at the actor's own organisation. */
function isOwnOnly({ actor }: Context, scope: SingleScope): boolean {
  return scope.kind === 'own' || (scope.kind === 'organization' && actor.kind === 'staff' && scope.organizationPath === actor.organizationPath);
}
