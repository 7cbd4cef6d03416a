import type { Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { listRuleVersions, listSupervisionRules, RuleVersion } from '../rules.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { presentRule } from './present-rule.ts';

/** All rules by number, each with how many of its signals are open within the reader's scope. */
export async function listRules(ctx: Context): Promise<ResponseOf<typeof listSupervisionRules>> {
  const tables = tablesOf<SupervisionTables>(ctx.kernel.db);
  const [rules, open, recheck] = await Promise.all([
    tables.selectFrom('supervision.rule').selectAll().orderBy('ruleNo').execute(),
    tables.selectFrom('supervision.signal').select(['ruleId', sql<number>`count(*)::int`.as('count')]).where('clearedAt', 'is', null)
      .where(scopeFilter(requireScope(ctx, 'supervision.board.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' })).groupBy('ruleId').execute(),
    tables.selectFrom('supervision.recheck').select('afterId').executeTakeFirst(),
  ]);
  const counts = new Map(open.map(({ ruleId, count }) => [ruleId, count]));
  return { items: rules.map((row) => presentRule(row, counts.get(row.id) ?? 0)), canEdit: holds(ctx.actor, 'supervision.rule.edit'), recheckLeft: recheck ? await countLeft(ctx, recheck.afterId) : 0 };
}

async function countLeft(ctx: Context, afterId: string): Promise<number> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.watchedCase').select(sql<number>`count(*)::int`.as('count')).where('live', '=', true).where('caseId', '>', afterId).executeTakeFirst();
  return row?.count ?? 0;
}

/** What a rule said when, newest first. @throws supervision.rule-not-found */
export async function findRuleVersions(ctx: Context, ruleId: string, input: QueryOf<typeof listRuleVersions>): Promise<Page<RuleVersion>> {
  const limit = input.limit ?? 20;
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.ruleVersion').selectAll().where('ruleId', '=', ruleId);
  if (input.cursor) query = query.where('version', '<', Math.max(0, Math.min(Math.trunc(cursorNumber(decodeCursor(input.cursor, 1)[0])), 2 ** 31 - 1)));
  const rows = await query.orderBy('version', 'desc').limit(limit + 1).execute();
  if (rows.length === 0 && !input.cursor) throw fail('supervision.rule-not-found');
  return pageOf(rows, limit, (row) => [row.version], ({ version, at, byName, reason, settings, organizationName, itemName }) =>
    ({ version, at: at.toISOString(), by: byName, reason, settings, organizationName, itemName }));
}
