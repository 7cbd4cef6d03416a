import type { QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds } from '../../kernel/access/index.ts';
import { recordAudit } from '../../kernel/audit/index.ts';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import type { DutyDay, listDuty } from './contract.ts';
import { fail } from './errors.ts';
import { listHandlers } from './handlers.ts';
import type { StuckMattersTables } from './tables.ts';

const mostDays = 92;

function duties(ctx: Context) {
  return tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.duty as d').selectAll()
    .select(sql<number>`(SELECT count(*)::int FROM stuck_matters.matter m WHERE m.director_on = d.duty_on)`.as('matters'));
}

type DutyRow = Awaited<ReturnType<ReturnType<typeof duties>['executeTakeFirstOrThrow']>>;

const present = ({ dutyOn, directorId, directorName, organizationName, place, note, matters, savedByName, savedAt }: DutyRow): DutyDay => (
  { on: dutyOn, directorId, directorName, organizationName, place, note, matters, savedByName, savedAt: savedAt.toISOString() });

/** 局长进大厅: who is in the hall on which day. @throws stuck-matters.long-period */
export async function readDuty(ctx: Context, { from, to }: QueryOf<typeof listDuty>): Promise<{ items: DutyDay[]; canEdit: boolean }> {
  if (to > addCalendarDays(from, mostDays)) throw fail('stuck-matters.long-period');
  const rows = await duties(ctx).where('d.dutyOn', '>=', from).where('d.dutyOn', '<=', to).orderBy('d.dutyOn').execute();
  return { items: rows.map(present), canEdit: holds(ctx.actor, 'stuck-matters.duty.edit') };
}

/** Sets the director of a day. @throws stuck-matters.duty-past, stuck-matters.unknown-officer */
export async function saveDuty(ctx: Context, on: string, { directorId, place, note }: { directorId: string; place: string; note: string }): Promise<DutyDay> {
  refusePast(ctx, on);
  const [director] = await listHandlers(ctx, { ids: [directorId] });
  if (!director) throw fail('stuck-matters.unknown-officer');
  const batch = new WriteBatch();
  batch.call('stuck_matters.save_duty(?::json)', [JSON.stringify({
    duty_on: on, director_id: director.id, director_name: director.name, organization_id: director.organizationId, organization_name: director.organizationName, place: place.trim(), note: note.trim(),
    saved_by_name: ctx.actor.name, saved_at: ctx.kernel.clock.now(),
  })]);
  recordAudit(ctx, batch, { action: 'stuck-matters.save-duty', objectType: 'stuck-matter-duty', objectId: on, detail: { director: director.name } });
  await commit(ctx, batch);
  return present(await duties(ctx).where('d.dutyOn', '=', on).executeTakeFirstOrThrow());
}

/** Takes a day off the list. @throws stuck-matters.duty-past, stuck-matters.duty-not-found */
export async function removeDuty(ctx: Context, on: string): Promise<void> {
  refusePast(ctx, on);
  const batch = new WriteBatch();
  writesFor<StuckMattersTables>(batch).delete('stuckMatters.duty', { dutyOn: on }, { expected: 1, otherwise: () => fail('stuck-matters.duty-not-found') });
  recordAudit(ctx, batch, { action: 'stuck-matters.remove-duty', objectType: 'stuck-matter-duty', objectId: on });
  await commit(ctx, batch);
}

function refusePast(ctx: Context, on: string): void {
  if (on < chinaDate(ctx.kernel.clock.now())) throw fail('stuck-matters.duty-past');
}
