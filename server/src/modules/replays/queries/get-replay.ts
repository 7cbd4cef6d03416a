import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { quantile } from '../../../kernel/workflow/index.ts';
import { replayBases, type Replay } from '../contract.ts';
import type { ReplaysTables } from '../tables.ts';
import { describeRules } from './describe-rules.ts';
import { nameIn } from '../target.ts';
import { countResults, getOwnRun, presentRun, type RunRecord } from './run-record.ts';

type Row = Pick<Selectable<ReplaysTables['replays.replayedCase']>,
  'position' | 'number' | 'result' | 'partial' | 'code' | 'reason' | 'stuckAt' | 'before' | 'after' | 'beforeSeconds' | 'afterSeconds' | 'flows' | 'pastFlows' | 'skipped' | 'visits' | 'pastVisits' | 'split' | 'unsure'>;
type Example = Replay['stuck'][number]['example'];

/** Different ways that are told one by one. */
const mostGroups = 100;

/** One run with what its cases come to together; the rows of at most a thousand cases are added up here. */
export async function getReplay(ctx: Context, replayId: string): Promise<Replay> {
  const run = await getOwnRun(ctx, replayId);
  const [rows, counts] = await Promise.all([
    tablesOf<ReplaysTables>(ctx.kernel.db).selectFrom('replays.replayedCase')
      .select(['position', 'number', 'result', 'partial', 'code', 'reason', 'stuckAt', 'before', 'after', 'beforeSeconds', 'afterSeconds', 'flows', 'pastFlows', 'skipped', 'visits', 'pastVisits', 'split', 'unsure'])
      .where('replayId', '=', replayId).orderBy('position').execute(),
    countResults(ctx, [replayId]),
  ]);
  return {
    ...presentRun(run, counts.get(replayId) ?? { same: 0, changed: 0, stuck: 0, loop: 0 }), xml: run.xml,
    flows: countFlows(run, rows), steps: describeSteps(run, rows), groups: groupCases(rows), stuck: describeStuck(rows), unhandled: describeUnhandled(run, rows), ...describeRules(run, rows), times: describeTimes(rows),
  };
}

function countFlows({ model }: RunRecord, rows: readonly Row[]): Replay['flows'] {
  const count = (of: (row: Row) => readonly string[], flow: string): number => rows.filter((row) => of(row).includes(flow)).length;
  return model.flows.map(({ id }) => ({ flow: id, cases: count((row) => row.flows, id), before: count((row) => row.pastFlows, id) }));
}

function describeSteps({ model, records }: RunRecord, rows: readonly Row[]): Replay['steps'] {
  return model.nodes.filter(({ kind }) => kind === 'user-task').map(({ id, name }) => {
    const visits = rows.flatMap((row) => row.visits.filter(({ node }) => node === id));
    const seconds = visits.map(({ from, until }) => until - from).toSorted((one, other) => one - other);
    const record = records.find(({ node }) => node === id);
    const bases = replayBases.map((by) => ({ by, times: visits.filter(({ timeBy }) => timeBy === by).length, outcomes: visits.filter(({ outcomeBy }) => outcomeBy === by).length }));
    return {
      node: id, name: name ?? id, cases: rows.filter((row) => row.visits.some(({ node }) => node === id)).length, before: rows.filter((row) => row.pastVisits.some(({ node }) => node === id)).length,
      median: record?.median ?? quantile(seconds, 0.5), p90: record?.p90 ?? quantile(seconds, 0.9),
      timeBy: bases.toSorted((one, other) => other.times - one.times)[0]?.by ?? 'none',
      outcomeBy: bases.filter(({ outcomes }) => outcomes > 0).map(({ by, outcomes }) => ({ by, visits: outcomes })),
    };
  });
}

const exampleOf = ({ position, number }: Row): Example => ({ position, number });

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].toSorted((one, other) => other.length - one.length);
}

/** What cases that fare alike have in common. */
function groupKey({ before, after, result }: Pick<Row, 'before' | 'after' | 'result'>): string {
  return `${result}\n${before}\n${after}`;
}

function groupCases(rows: readonly Row[]): Replay['groups'] {
  return groupBy(rows, groupKey).slice(0, mostGroups).flatMap(([first, ...others]) => (first === undefined ? [] : [{
    group: first.position, before: first.before, after: first.after, result: first.result, cases: others.length + 1, example: exampleOf(first),
  }]));
}

function describeStuck(rows: readonly Row[]): Replay['stuck'] {
  return groupBy(rows.filter(({ code }) => code !== null), ({ code, stuckAt, reason }) => `${code ?? ''}\n${stuckAt ?? ''}\n${reason ?? ''}`).slice(0, mostGroups)
    .flatMap(([first, ...others]) => (first === undefined ? [] : [{ code: first.code ?? '', message: first.reason ?? '', node: first.stuckAt, cases: others.length + 1, example: exampleOf(first) }]));
}

function describeUnhandled({ model }: RunRecord, rows: readonly Row[]): Replay['unhandled'] {
  const of = (passedOver: boolean, nodesOf: (row: Row) => readonly string[]): Replay['unhandled'] => [...new Set(rows.flatMap(nodesOf))].flatMap((node) => {
    const own = rows.filter((row) => nodesOf(row).includes(node));
    const [first] = own;
    return first === undefined ? [] : [{ node, name: nameIn(model, node), passedOver, cases: own.length, example: exampleOf(first) }];
  });
  return [...of(false, ({ visits }) => visits.filter(({ unhandled }) => unhandled).map(({ node }) => node)), ...of(true, ({ skipped }) => skipped)];
}

function describeTimes(rows: readonly Row[]): Replay['times'] {
  const whole = rows.filter(({ partial, code }) => !partial && code === null);
  const spread = (of: (row: Row) => number) => {
    const sorted = whole.map(of).toSorted((one, other) => one - other);
    return { median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
  };
  return { cases: whole.length, before: spread(({ beforeSeconds }) => beforeSeconds), after: spread(({ afterSeconds }) => afterSeconds) };
}
