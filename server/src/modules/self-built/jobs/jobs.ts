import type { Context } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { clearNonces } from '../actions/open-message.ts';
import { mostAsked, pullReports } from '../actions/pull-reports.ts';
import { daysToCompare, reconcile } from '../actions/reconcile.ts';
import { tellOutages } from '../actions/tell-outages.ts';
import { checkHealth } from '../gateway/ask-system.ts';
import { selfBuiltTables, type SystemRow } from '../systems.ts';

/** Systems that can be asked now: enabled, and not within the wait after a failure. */
async function listAskable(ctx: Context): Promise<SystemRow[]> {
  const now = ctx.kernel.clock.now();
  return selfBuiltTables(ctx).selectFrom('selfBuilt.system').selectAll().where('enabled', '=', true)
    .where((eb) => eb.or([eb('nextTryAt', 'is', null), eb('nextTryAt', '<=', now)])).execute();
}

/** Asks each system about its cases that are due; one that does not answer is tried again later and keeps no other waiting. */
export async function pullDue(ctx: Context): Promise<void> {
  for (const system of await listAskable(ctx)) {
    const due = await selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('systemId', '=', system.id).where('nextPullAt', '<=', ctx.kernel.clock.now())
      .where('state', 'not in', ['delivered', 'ended']).orderBy('nextPullAt').limit(mostAsked).execute();
    // One that is down is asked whether it is back even where nothing is due from it.
    if (due.length === 0 && system.downSince !== null) await checkHealth(ctx, system);
    await pullReports(ctx, system, due).catch((error: unknown) => { ctx.kernel.log.warn({ system: system.id, error: String(error) }, 'a self-built system did not answer'); });
  }
  await tellOutages(ctx);
  await clearNonces(ctx);
}

/** Compares the last seven days with each system. */
export async function reconcileDaily(ctx: Context): Promise<void> {
  const days = daysToCompare(ctx.kernel.clock.now());
  for (const system of await listAskable(ctx)) {
    await reconcile(ctx, system, days).catch((error: unknown) => { ctx.kernel.log.warn({ system: system.id, error: String(error) }, 'a self-built system could not be compared'); });
  }
}

export const selfBuiltJobs: readonly JobDefinition[] = [
  { name: 'self-built.pull-due', label: '向自建系统补取回传', cron: '* * * * *', handle: pullDue },
  { name: 'self-built.reconcile-daily', label: '与自建系统对账', cron: '40 3 * * *', handle: reconcileDaily },
];
