import type { Selectable } from 'kysely';
import { requireStaff } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ReplayResult, ReplayState, ReplaySummary } from '../contract.ts';
import { replayResults } from '../contract.ts';
import { fail } from '../errors.ts';
import type { ReplaysTables } from '../tables.ts';

export type RunRecord = Selectable<ReplaysTables['replays.replay']>;

const stateLabels: Readonly<Record<ReplayState, string>> = { waiting: '排队', running: '正在试算', done: '已完成', stopped: '已停止', failed: '出错' };
export const resultLabels: Readonly<Record<ReplayResult, string>> = { same: '路径不变', changed: '路径改变', stuck: '卡住', loop: '走不出一圈' };

/** A run, whoever asks. */
export async function getRunRecord(ctx: Context, replayId: string): Promise<RunRecord | undefined> {
  return tablesOf<ReplaysTables>(ctx.kernel.db).selectFrom('replays.replay').selectAll().where('id', '=', replayId).executeTakeFirst();
}

/** A run of the actor's own: its cases were chosen within the actor's scope. @throws replays.not-found */
export async function getOwnRun(ctx: Context, replayId: string): Promise<RunRecord> {
  const record = await getRunRecord(ctx, replayId);
  if (record?.startedById !== requireStaff(ctx).id) throw fail('replays.not-found');
  return record;
}

/** Counts of results by run, in one query. */
export async function countResults(ctx: Context, replayIds: readonly string[]): Promise<Map<string, Record<ReplayResult, number>>> {
  const none = (): Record<ReplayResult, number> => ({ same: 0, changed: 0, stuck: 0, loop: 0 });
  const counts = new Map(replayIds.map((id) => [id, none()]));
  if (replayIds.length === 0) return counts;
  const rows = await tablesOf<ReplaysTables>(ctx.kernel.db).selectFrom('replays.replayedCase').select(({ fn }) => ['replayId', 'result', fn.countAll<string>().as('count')])
    .where('replayId', 'in', [...replayIds]).groupBy(['replayId', 'result']).execute();
  for (const { replayId, result, count } of rows) {
    const own = counts.get(replayId);
    if (own && replayResults.includes(result)) own[result] = Number(count);
  }
  return counts;
}

/** A run as lists show it. */
export function presentRun(record: RunRecord, counts: Record<ReplayResult, number>): ReplaySummary {
  const { id, processKey, processName, version, state, caseIds, done, startedAt, startedByName, endedAt, note, cases } = record;
  return {
    replayId: id, processKey, processName, version, state, stateLabel: stateLabels[state], total: caseIds.length, done, startedAt: startedAt.toISOString(), startedByName,
    endedAt: endedAt?.toISOString() ?? null, note, cases, counts, abilities: { stop: state === 'waiting' || state === 'running' },
  };
}

/** The actor's runs on a process, the latest first; no more are kept. */
export async function listOwnRuns(ctx: Context, processKey: string): Promise<ReplaySummary[]> {
  const rows = await tablesOf<ReplaysTables>(ctx.kernel.db).selectFrom('replays.replay').selectAll().where('processKey', '=', processKey)
    .where('startedById', '=', requireStaff(ctx).id).orderBy('id', 'desc').limit(mostKept).execute();
  const counts = await countResults(ctx, rows.map(({ id }) => id));
  return rows.map((row) => presentRun(row, counts.get(row.id) ?? { same: 0, changed: 0, stuck: 0, loop: 0 }));
}

/** Runs that are kept of one officer on one process. */
export const mostKept = 20;
