import { covers, requireScope } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../db/index.ts';
import { fail as kernelFail } from '../errors/kernel-errors.ts';
import type { OrganizationTables } from '../organization/tables.ts';
import { listDefinitions } from '../workflow/index.ts';
import type { ReviewKind, ReviewProcess, ReviewSetting } from './contract.ts';
import { fail } from './errors.ts';
import type { ReviewsTables } from './tables.ts';

/** What every review follows that no setting says otherwise. */
export const defaultProcessKey = 'catalogue-review';

/** Kinds that usually follow another process: guidance is confirmed by the department that handles the item. */
const usualProcessKeys: Partial<Record<ReviewKind, string>> = { guidance: `${defaultProcessKey}-department` };

type Tables = ReviewsTables & OrganizationTables;

/** The published processes that reviews may follow. */
export async function listReviewProcesses(ctx: Context): Promise<ReviewProcess[]> {
  const definitions = await listDefinitions(ctx.kernel, defaultProcessKey);
  return definitions.map(({ key, name, version, model }) => ({
    key, name, version, steps: model.nodes.filter(({ kind }) => kind === 'user-task').map((node) => node.name ?? node.id),
  }));
}

/** Every setting, the general ones of a kind first. */
export async function listReviewSettings(ctx: Context): Promise<ReviewSetting[]> {
  const [rows, processes] = await Promise.all([
    tablesOf<Tables>(ctx.kernel.db).selectFrom('reviews.setting as s')
      .leftJoin('organization.organization as o', (join) => join.on((eb) => eb(eb.cast<string>('o.id', 'text'), '=', eb.ref('s.organizationId'))))
      .select(['s.id', 's.kind', 's.taskType', 's.organizationId', 's.processKey', 's.changedAt', 's.changedByName', 'o.name as organizationName'])
      .orderBy('s.kind').orderBy('s.organizationId').orderBy('s.taskType').execute(),
    listReviewProcesses(ctx),
  ]);
  const nameOf = new Map(processes.map(({ key, name }) => [key, name]));
  return rows.map(({ id, kind, taskType, organizationId, organizationName, processKey, changedAt, changedByName }) => ({
    id, kind, taskType: taskType || null, organization: organizationId ? { id: organizationId, name: organizationName ?? '' } : null,
    process: { key: processKey, name: nameOf.get(processKey) ?? processKey }, changedAt: changedAt.toISOString(), changedByName,
  }));
}

/** The process for a subject: the setting of the nearest department, then of the task type, then of the kind, then the usual one. */
export async function findProcessKey(ctx: Context, kind: ReviewKind, place: { organizationPath: string; taskType?: string | undefined }): Promise<string> {
  const rows = await tablesOf<Tables>(ctx.kernel.db).selectFrom('reviews.setting').select(['taskType', 'organizationId', 'processKey'])
    .where('kind', '=', kind).execute();
  const above = place.organizationPath.split('/').filter((id) => id !== '');
  const nearness = ({ taskType, organizationId }: (typeof rows)[number]) => 2 * (above.indexOf(organizationId) + 1) + (taskType === '' ? 0 : 1);
  const fitting = rows.filter(({ taskType, organizationId }) =>
    (taskType === '' || taskType === place.taskType) && (organizationId === '' || above.includes(organizationId)));
  return fitting.toSorted((a, b) => nearness(b) - nearness(a))[0]?.processKey ?? usualProcessKeys[kind] ?? defaultProcessKey;
}

/** Says which process a kind of review follows from now on. @throws reviews.unknown-process, forbidden outside the actor's scope */
export async function saveReviewSetting(
  ctx: Context, input: { kind: ReviewKind; taskType: string | null; organizationId: string | null; processKey: string },
): Promise<void> {
  const { kind, processKey } = input;
  await authorizePlace(ctx, input.organizationId);
  if (!(await listReviewProcesses(ctx)).some(({ key }) => key === processKey)) throw fail('reviews.unknown-process', { key: processKey });
  const place = { kind, taskType: input.taskType ?? '', organizationId: input.organizationId ?? '' };
  const known = await tablesOf<Tables>(ctx.kernel.db).selectFrom('reviews.setting').select('id')
    .where('kind', '=', kind).where('taskType', '=', place.taskType).where('organizationId', '=', place.organizationId).executeTakeFirst();
  const change = { processKey, changedAt: ctx.kernel.clock.now(), changedByName: ctx.actor.name };
  const batch = new WriteBatch().onViolation('setting_place', () => kernelFail('kernel.conflict'));
  const writes = writesFor<ReviewsTables>(batch);
  const id = known?.id ?? createId();
  if (known) writes.update('reviews.setting', change, { id });
  else writes.insert('reviews.setting', { id, ...place, ...change });
  recordAudit(ctx, batch, { action: 'reviews.save-setting', objectType: 'review-setting', objectId: id, detail: { ...place, processKey } });
  await commit(ctx, batch);
}

/** Takes a setting away. @throws reviews.setting-not-found, forbidden outside the actor's scope */
export async function removeReviewSetting(ctx: Context, settingId: string): Promise<void> {
  const row = await tablesOf<Tables>(ctx.kernel.db).selectFrom('reviews.setting').selectAll().where('id', '=', settingId).executeTakeFirst();
  if (!row) throw fail('reviews.setting-not-found');
  await authorizePlace(ctx, row.organizationId || null);
  const batch = new WriteBatch();
  writesFor<ReviewsTables>(batch).delete('reviews.setting', { id: settingId }, { expected: 1, otherwise: () => fail('reviews.setting-not-found') });
  recordAudit(ctx, batch, { action: 'reviews.remove-setting', objectType: 'review-setting', objectId: settingId, detail: { kind: row.kind, processKey: row.processKey } });
  await commit(ctx, batch);
}

/** A setting for everyone needs the widest scope; one for a department a scope that covers it. */
async function authorizePlace(ctx: Context, organizationId: string | null): Promise<void> {
  const scope = requireScope(ctx, 'reviews.setting.manage');
  if (scope.kind === 'all') return;
  const place = organizationId === null ? undefined : await tablesOf<Tables>(ctx.kernel.db).selectFrom('organization.organization')
    .select(['path as organizationPath', 'regionCode']).where('id', '=', organizationId).executeTakeFirst();
  if (!place || !covers(scope, ctx.actor, place)) throw kernelFail('kernel.forbidden', { permission: 'reviews.setting.manage' });
}
