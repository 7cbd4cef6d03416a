import { requireScope, singleScopes, type SingleScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { findRegion, getOrganization } from '../../../kernel/organization/index.ts';
import { countItemsToCheck } from '../../catalog/index.ts';
import type { QualityRun, RunCause } from '../contract.ts';
import { fail } from '../errors.ts';
import { runChecksJob } from '../job-names.ts';
import { getRunRow, presentRun } from '../queries/list-runs.ts';
import type { ItemQualityTables } from '../tables.ts';

/** A run that has not moved for so long was interrupted, ms. */
const interruptedAfter = 15 * 60_000;

interface RunScope { key: string; name: string; organizationPath: string | null; regionCode: string | null }
const everything: RunScope = { key: 'all', name: '全部事项', organizationPath: null, regionCode: null };

/**
 * Queues a check of a department, a region, or all that the actor may check: one run a place where the right reaches over
 * several, of which the first is given. Places that are being checked already are left out.
 * @throws item-quality.run-active when every one is, forbidden outside the actor's scope
 */
export async function startRun(ctx: Context, area: { organizationId?: string; regionCode?: string }): Promise<QualityRun> {
  const places = await choosePlaces(ctx, area);
  const started: string[] = [];
  for (const place of places) {
    const batch = new WriteBatch();
    const id = await addRun(ctx, batch, place, 'request');
    recordAudit(ctx, batch, { action: 'item-quality.start-run', objectType: 'quality-run', objectId: id, detail: { scope: place.name } });
    if (await commitUnlessActive(ctx, batch)) started.push(id);
  }
  const [first] = started;
  if (first === undefined) throw fail('item-quality.run-active');
  return presentRun(ctx, await getRunRow(ctx, first));
}

/** False when somebody checks the same place already. */
async function commitUnlessActive(ctx: Context, batch: WriteBatch): Promise<boolean> {
  try {
    await commit(ctx, batch);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'item-quality.run-active') return false;
    throw error;
  }
}

/**
 * Queues a pass over everything because the rules or the day changed, at night only over what has changed. One that goes on
 * gives way to changed rules, since it began with others; at night it is enough.
 */
export async function startWholeRun(ctx: Context, cause: Exclude<RunCause, 'request'>, changedOnly = false): Promise<string | undefined> {
  if (cause === 'rules') await endActive(ctx, everything.key, 'cancelled');
  const batch = new WriteBatch();
  const id = await addRun(ctx, batch, everything, cause, changedOnly);
  return await commitUnlessActive(ctx, batch) ? id : undefined;
}

async function addRun(ctx: Context, batch: WriteBatch, scope: RunScope, cause: RunCause, changedOnly = false): Promise<string> {
  const now = ctx.kernel.clock.now();
  await endActive(ctx, scope.key, 'failed', new Date(now.getTime() - interruptedAfter));
  const [id, { key, name, organizationPath, regionCode }] = [createId(), scope];
  const total = await countItemsToCheck(ctx.kernel, { organizationPath: organizationPath ?? undefined, regionCode: regionCode ?? undefined });
  writesFor<ItemQualityTables>(batch).insert('itemQuality.run', {
    id, cause, scopeKey: key, scopeName: name, organizationPath, regionCode, state: 'waiting', total, done: 0, opened: 0, closed: 0, changedOnly, unchanged: 0, lastItemId: null,
    requestedById: ctx.actor.id, requestedByName: ctx.actor.name, requestedAt: now, movedAt: now, finishedAt: null,
  });
  batch.onViolation('run_active', () => fail('item-quality.run-active'));
  enqueueJob(batch, runChecksJob, { runId: id });
  return id;
}

/** Ends the runs over a stretch that are waiting or going on, or only those that have not moved since `before`. */
async function endActive(ctx: Context, scopeKey: string, state: 'cancelled' | 'failed', before?: Date): Promise<void> {
  let query = tablesOf<ItemQualityTables>(ctx.kernel.db).updateTable('itemQuality.run').set({ state, finishedAt: ctx.kernel.clock.now() })
    .where('scopeKey', '=', scopeKey).where('state', 'in', ['waiting', 'running']);
  if (before !== undefined) query = query.where('movedAt', '<', before);
  await query.execute();
}

async function choosePlaces(ctx: Context, { organizationId, regionCode }: { organizationId?: string; regionCode?: string }): Promise<RunScope[]> {
  const scope = requireScope(ctx, 'item-quality.run.start');
  if (organizationId !== undefined) {
    const { path, name, regionCode: region } = await getOrganization(ctx, organizationId);
    if (!liesInScope(scope, ctx.actor, { organizationPath: path, regionCode: region })) throw kernelFail('kernel.not-found', { what: '这个部门' });
    return [{ key: path, name, organizationPath: path, regionCode: null }];
  }
  if (regionCode !== undefined) {
    const region = await findRegion(ctx, regionCode);
    if (!region || !liesInScope(scope, ctx.actor, { organizationPath: '', regionCode })) throw kernelFail('kernel.not-found', { what: '这个区划' });
    return [{ key: region.code, name: region.name, organizationPath: null, regionCode: region.code }];
  }
  const reached = await Promise.all(singleScopes(scope).map((single) => reachOf(ctx, single)));
  return reached.filter(({ key }, index) => reached.findIndex((other) => other.key === key) === index);
}

/** As far as the actor's own right goes. */
async function reachOf(ctx: Context, scope: SingleScope): Promise<RunScope> {
  const { actor } = ctx;
  switch (scope.kind) {
    case 'all': return everything;
    case 'region': return { key: scope.regionCode, name: (await findRegion(ctx, scope.regionCode))?.name ?? '本区划的事项', organizationPath: null, regionCode: scope.regionCode };
    case 'organization': return { key: scope.organizationPath, name: '本部门及下属单位的事项', organizationPath: scope.organizationPath, regionCode: null };
    case 'own': {
      const path = actor.kind === 'staff' ? actor.organizationPath : '-';
      return { key: path, name: '本部门的事项', organizationPath: path, regionCode: null };
    }
  }
}
