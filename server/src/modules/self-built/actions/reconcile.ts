import type { BodyOf } from '@tongban/contract-kit';
import { addCalendarDays, toDayNumber } from '../../../kernel/calendar/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { reconcile as operation, Reconciliation } from '../contract.ts';
import { fail } from '../errors.ts';
import { ListedCases } from '../exchange.contract.ts';
import { askSystem } from '../gateway/ask-system.ts';
import { selfBuiltTables, type LinkRow, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';
import { mostAsked, pullReports, unreachable } from './pull-reports.ts';

const mostDays = 31;
const mostDifferences = 500;

type Difference = Reconciliation['differences'][number];

/**
 * Compares the cases that entered a system within some days with what the system has of them, and asks at once for reports that did
 * not arrive (对账, INT-04). What differs is kept. @throws self-built.period, self-built.unreachable
 */
export async function reconcile(ctx: Context, system: SystemRow, { from, to }: BodyOf<typeof operation>): Promise<Reconciliation> {
  if (from > to || toDayNumber(to) - toDayNumber(from) >= mostDays) throw fail('self-built.period');
  try {
    return await compare(ctx, system, from, to);
  } catch (error) {
    throw unreachable(system, error);
  }
}

async function compare(ctx: Context, system: SystemRow, from: string, to: string): Promise<Reconciliation> {
  const { cases: theirs } = await askSystem(ctx, system, 'cases', { from, to }, ListedCases);
  const ours = await selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('systemId', '=', system.id)
    .where('enteredAt', '>=', startOfChinaDay(from)).where('enteredAt', '<', startOfChinaDay(addCalendarDays(to, 1))).execute();
  const known = await selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('systemId', '=', system.id)
    .where('caseNumber', 'in', ['', ...theirs.map(({ caseNumber }) => caseNumber)]).execute();
  const differences = compareCases(ours, new Map(known.map(({ caseNumber, lastSequence }) => [caseNumber, lastSequence])), theirs);
  const late = new Set(differences.flatMap(({ kind, caseNumber }) => (kind === 'behind' ? [caseNumber] : [])));
  let taken = 0;
  const behind = known.filter(({ caseNumber }) => late.has(caseNumber));
  for (let at = 0; at < behind.length; at += mostAsked) taken += (await pullReports(ctx, system, behind.slice(at, at + mostAsked))).taken;
  return keep(ctx, system, { from, to, ours: ours.length, theirs: theirs.length, taken, differences: differences.slice(0, mostDifferences) });
}

function compareCases(ours: readonly LinkRow[], known: ReadonlyMap<string, number>, theirs: readonly { caseNumber: string; lastSequence: number }[]): Difference[] {
  const there = new Map(theirs.map(({ caseNumber, lastSequence }) => [caseNumber, lastSequence]));
  const missingThere = ours.filter(({ caseNumber }) => !there.has(caseNumber))
    .map(({ caseNumber, lastSequence }): Difference => ({ kind: 'missing-there', caseNumber, ours: lastSequence, theirs: null }));
  const others = theirs.flatMap(({ caseNumber, lastSequence }): Difference[] => {
    const here = known.get(caseNumber);
    if (here === undefined) return [{ kind: 'missing-here', caseNumber, ours: null, theirs: lastSequence }];
    if (here === lastSequence) return [];
    return [{ kind: here < lastSequence ? 'behind' : 'ahead', caseNumber, ours: here, theirs: lastSequence }];
  });
  return [...missingThere, ...others];
}

async function keep(ctx: Context, system: SystemRow, result: Omit<Reconciliation, 'id' | 'at' | 'by'>): Promise<Reconciliation> {
  const [id, at] = [createId(), ctx.kernel.clock.now()];
  const { from, to, ...counts } = result;
  const batch = new WriteBatch();
  writesFor<SelfBuiltTables>(batch).insert('selfBuilt.reconciliation', { id, systemId: system.id, fromDay: from, toDay: to, at, byName: ctx.actor.name, ...counts });
  recordAudit(ctx, batch, { action: 'self-built.reconcile', objectType: 'self-built-system', objectId: system.id, detail: { from, to, differences: result.differences.length, taken: result.taken } });
  await commit(ctx, batch);
  return { id, at: at.toISOString(), by: ctx.actor.name, ...result };
}

/** The days that are compared every night: the last seven that are over. */
export function daysToCompare(now: Date): { from: string; to: string } {
  const today = chinaDate(now);
  return { from: addCalendarDays(today, -7), to: addCalendarDays(today, -1) };
}
