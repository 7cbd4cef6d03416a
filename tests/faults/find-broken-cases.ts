import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../server/src/kernel/db/index.ts';
import { caseEvents } from '../../server/src/modules/cases/events.ts';
import { fold, type CaseState, type CaseStep } from '../../server/src/modules/cases/states.ts';

interface CaseTrace {
  number: string;
  version: number;
  status: string;
  state: CaseState;
  steps: { sequence: number; step: CaseStep }[];
  events: string[];
  audits: string[];
  answerRounds: number[];
}

/**
 * Looks for half-done actions: every case must be the fold of its actions, and each action must have exactly its event
 * and its audit line. Returns one sentence per fault.
 */
export async function findBrokenCases(db: Database): Promise<string[]> {
  const { rows } = await db.pool.query<CaseTrace>(`
    SELECT c.number, c.version, c.status, c.state,
      (SELECT coalesce(json_agg(json_build_object('sequence', a.sequence, 'step', a.step) ORDER BY a.sequence), '[]')
         FROM cases.action a WHERE a.case_id = c.id) AS steps,
      (SELECT coalesce(json_agg(e.type ORDER BY e.position), '[]')
         FROM kernel.event e WHERE e.aggregate_type = 'case' AND e.aggregate_id = c.id::text AND e.type LIKE 'cases.%') AS events,
      (SELECT coalesce(json_agg(l.action ORDER BY l.id), '[]')
         FROM kernel.audit_entry l WHERE l.object_type = 'case' AND l.object_id = c.id::text AND l.result = 'done') AS audits,
      (SELECT coalesce(json_agg(r.round ORDER BY r.round), '[]') FROM cases.answers r WHERE r.case_id = c.id) AS "answerRounds"
    FROM cases."case" c ORDER BY c.number`);
  return rows.flatMap(describeFaults);
}

function describeFaults(trace: CaseTrace): string[] {
  const { number, version, steps } = trace;
  const types = steps.map(({ step }) => step.type);
  const faults: string[] = [];
  const expectEqual = (what: string, actual: unknown, wanted: unknown): void => {
    if (!isDeepStrictEqual(actual, wanted)) faults.push(`${number}: ${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
  };
  expectEqual('the sequence of actions', steps.map(({ sequence }) => sequence), Array.from({ length: version }, (_none, index) => index + 1));
  const state = fold(steps.map(({ step }) => step));
  expectEqual('the state', trace.state, state);
  expectEqual('the status', trace.status, state?.status);
  expectEqual('the list of events', trace.events.toSorted(), types.map((type) => caseEvents[type]).toSorted());
  const recorded = new Set(types.map((type) => `cases.${type}`));
  expectEqual('the list of audit lines', trace.audits.filter((action) => recorded.has(action)).toSorted(), types.map((type) => `cases.${type}`).toSorted());
  expectEqual('the rounds of answers', trace.answerRounds, Array.from({ length: (state?.round ?? 0) + 1 }, (_none, round) => round));
  return faults;
}

/** Events that are not yet delivered to every subscription, and deliveries that failed. */
export async function countUndelivered(db: Database): Promise<{ waiting: number; failed: number }> {
  const { rows } = await db.pool.query<{ waiting: number; failed: number }>(`
    SELECT (SELECT count(*)::int FROM kernel.subscription s JOIN kernel.event e ON (e.tx, e.position) > (s.last_tx, s.last_position)) AS waiting,
      (SELECT count(*)::int FROM kernel.event_failure) AS failed`);
  return rows[0] ?? { waiting: -1, failed: -1 };
}
