import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { listViewable } from '../../cases/index.ts';
import type { listReplayedCases as operation, ReplayedCase } from '../contract.ts';
import type { ReplaysTables } from '../tables.ts';
import { getOwnRun, resultLabels } from './run-record.ts';

/** Cases of a run one by one, the latest application first; whether the actor may open one is said with it. */
export async function listReplayedCases(ctx: Context, replayId: string, { limit = 20, cursor, result, group, element, position }: QueryOf<typeof operation>): Promise<Page<ReplayedCase>> {
  await getOwnRun(ctx, replayId);
  const tables = tablesOf<ReplaysTables>(ctx.kernel.db);
  let query = tables.selectFrom('replays.replayedCase as c').selectAll('c').where('c.replayId', '=', replayId);
  if (result) query = query.where('c.result', '=', result);
  if (position !== undefined) query = query.where('c.position', '=', position);
  if (element) query = query.where(sql<boolean>`(c.flows @> ARRAY[${element}] OR c.stuck_at = ${element} OR jsonb_path_exists(c.visits, '$[*] ? (@.node == $node)', jsonb_build_object('node', ${element}::text)))`);
  if (group !== undefined) {
    query = query.where(sql<boolean>`EXISTS (SELECT FROM replays.replayed_case o WHERE o.replay_id = c.replay_id AND o.position = ${group} AND o.before = c.before AND o.after = c.after AND o.result = c.result)`);
  }
  if (cursor !== undefined) query = query.where('c.position', '>', cursorNumber(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('c.position').limit(limit + 1).execute();
  const viewable = await listViewable(ctx, rows.map(({ caseId }) => caseId));
  return pageOf(rows, limit, (row) => [row.position], ({ replayId: _run, code: _code, stuckAt: _at, pastFlows: _flows, skipped: _skipped, submittedAt, ...row }) => ({
    ...row, submittedAt: submittedAt.toISOString(), resultLabel: resultLabels[row.result], abilities: { open: viewable.has(row.caseId) },
  }));
}
