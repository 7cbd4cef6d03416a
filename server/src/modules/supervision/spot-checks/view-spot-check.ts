import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { spotPoints, type listSpotChecks, type SpotCheckLine, type SpotCheckView, type SpotPoint } from '../spot-checks.contract.ts';
import type { SupervisionTables } from '../tables.ts';

type Row = Selectable<SupervisionTables['supervision.spotCheck']> & { done: number; withProblems: number };

/** Checks that were drawn within the officer's scope, or of which the officer inspects cases. */
function checks(ctx: Context) {
  return tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.spotCheck as c').selectAll('c').select([
    sql<number>`(SELECT count(*)::int FROM supervision.spot_case s WHERE s.check_id = c.id AND s.done_at IS NOT NULL)`.as('done'),
    sql<number>`(SELECT count(*)::int FROM supervision.spot_case s WHERE s.check_id = c.id AND s.problems > 0)`.as('withProblems'),
  ]).where(sql<boolean>`(${scopeFilter(requireScope(ctx, 'supervision.spot-check.inspect'), ctx.actor, { organizationPath: 'c.organizationPath', regionCode: 'c.regionCode' })}
    OR EXISTS (SELECT FROM supervision.spot_case s WHERE s.check_id = c.id AND s.inspector_id::text = ${ctx.actor.id}))`);
}

function presentLine(row: Row): SpotCheckLine {
  const { id, number, name, scope, organizationName, itemName, fromOn, toOn, size, population, done, withProblems, seed, drawnByName } = row;
  return { id, number, name, scope, organizationName, itemName, from: fromOn, to: toOn, size, population, done, withProblems, seed, drawnAt: row.drawnAt.toISOString(), drawnBy: drawnByName };
}

/** Spot checks that the officer may see, newest first. */
export async function findSpotChecks(ctx: Context, input: QueryOf<typeof listSpotChecks>): Promise<Page<SpotCheckLine>> {
  const limit = input.limit ?? 20;
  let query = checks(ctx);
  if (input.cursor) query = query.where('c.id', '<', cursorId(decodeCursor(input.cursor, 1)[0]));
  const rows = await query.orderBy('c.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], presentLine);
}

/** One spot check with its cases and what was found by point. @throws supervision.check-not-found */
export async function viewSpotCheck(ctx: Context, id: string): Promise<SpotCheckView> {
  const row = await checks(ctx).where('c.id', '=', id).executeTakeFirst();
  if (!row) throw fail('supervision.check-not-found');
  const cases = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.spotCase').selectAll().where('checkId', '=', id).orderBy('rank').execute();
  const answers = cases.flatMap((one) => one.answers);
  const count = (point: SpotPoint, result: string): number => answers.filter((one) => one.point === point && one.result === result).length;
  return {
    ...presentLine(row), canOrder: holds(ctx.actor, 'supervision.order.issue'),
    cases: cases.map((one) => ({
      id: one.id, caseId: one.caseId, caseNumber: one.caseNumber, itemName: one.itemName, organizationName: one.organizationName, inspector: { id: one.inspectorId, name: one.inspectorName }, mine: one.inspectorId === ctx.actor.id,
      readAt: one.readAt?.toISOString() ?? null, doneAt: one.doneAt?.toISOString() ?? null, problems: one.problems, answers: one.answers, conclusion: one.conclusion, orderId: one.orderId,
    })),
    points: (Object.keys(spotPoints) as SpotPoint[]).map((point) => ({ point, label: spotPoints[point], fine: count(point, 'fine'), problem: count(point, 'problem'), notApplicable: count(point, 'not-applicable') })),
  };
}
