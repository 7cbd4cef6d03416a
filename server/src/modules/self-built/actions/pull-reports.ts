import type { Context } from '../../../kernel/context.ts';
import { reasonOf } from '../../../kernel/engines/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { fail } from '../errors.ts';
import { PulledReports } from '../exchange.contract.ts';
import { askSystem } from '../gateway/ask-system.ts';
import { waitBeforePull } from '../states.ts';
import { selfBuiltTables, type LinkRow, type SystemRow } from '../systems.ts';
import { actingFor, isRefusal } from './open-message.ts';
import { keepRefusal, takeReport } from './receive-report.ts';

/** Cases asked about in one question. */
export const mostAsked = 50;

export interface Pulled { asked: number; taken: number; refused: number }

/**
 * Asks a system for what it should have reported of these cases and takes it in order (INT-04). A case without news is asked about
 * again later and later; one whose report is refused says why. @throws Error when the system does not answer
 */
export async function pullReports(ctx: Context, system: SystemRow, links: readonly LinkRow[]): Promise<Pulled> {
  if (links.length === 0) return { asked: 0, taken: 0, refused: 0 };
  const answer = await askSystem(ctx, system, 'reports', { cases: links.map(({ caseNumber, lastSequence }) => ({ caseNumber, after: lastSequence })) }, PulledReports);
  const acting = actingFor(ctx, system);
  const asked = new Set(links.map(({ caseNumber }) => caseNumber));
  const touched = new Set<string>();
  const stuck = new Set<string>();
  let [taken, refused] = [0, 0];
  for (const report of answer.reports.toSorted((a, b) => a.sequence - b.sequence)) {
    // Only what was asked for, and nothing after a report that could not be taken.
    if (!asked.has(report.caseNumber) || stuck.has(report.caseNumber)) continue;
    try {
      const { duplicate } = await takeReport(acting, system, report, { pulled: true });
      if (!duplicate) taken += 1;
      touched.add(report.caseNumber);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (isRefusal(error)) await keepRefusal(ctx, system, report, error);
      stuck.add(report.caseNumber);
      refused += 1;
    }
  }
  await putOff(ctx, links.filter(({ caseNumber }) => !touched.has(caseNumber)));
  return { asked: links.length, taken, refused };
}

async function putOff(ctx: Context, links: readonly LinkRow[]): Promise<void> {
  for (const { caseId, quietPulls, lastSequence } of links) {
    const nextPullAt = new Date(ctx.kernel.clock.now().getTime() + waitBeforePull(quietPulls + 1));
    await selfBuiltTables(ctx).updateTable('selfBuilt.link').set({ nextPullAt, quietPulls: quietPulls + 1 }).where('caseId', '=', caseId).where('lastSequence', '=', lastSequence).execute();
  }
}

/** As `pullReports` for an operator. @throws self-built.unreachable */
export async function pullNow(ctx: Context, system: SystemRow, caseIds: readonly string[]): Promise<Pulled> {
  const base = selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('systemId', '=', system.id).where('state', 'not in', ['delivered', 'ended']);
  const links = await (caseIds.length > 0 ? base.where('caseId', 'in', [...caseIds]) : base.where('enteredAt', 'is not', null)).orderBy('nextPullAt').limit(mostAsked).execute();
  try {
    return await pullReports(ctx, system, links);
  } catch (error) {
    throw unreachable(system, error);
  }
}

/** What an operator is told when a system does not answer. */
export function unreachable({ name }: Pick<SystemRow, 'name'>, error: unknown): unknown {
  if (error instanceof AppError) return error;
  return fail('self-built.unreachable', { system: name, reason: reasonOf(error) });
}
