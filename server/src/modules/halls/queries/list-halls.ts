import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, tablesOf } from '../../../kernel/db/index.ts';
import type { HallGuide, listHalls as listOperation, PublicHall } from '../contract.ts';
import type { listManagedHalls as managedOperation } from '../configuration.contract.ts';
import { getHallRow, listGroups, mayOver, type HallRow } from '../halls.ts';
import { hallFeed } from '../live/hall-feed.ts';
import { openingNow } from '../opening-hours.ts';
import type { HallsTables } from '../tables.ts';

/** Halls shown at once; a region has fewer. */
const most = 200;

async function present(ctx: Context, hall: HallRow, waiting: number): Promise<PublicHall> {
  const { periods, open } = await openingNow(ctx.kernel, hall.hours);
  return {
    hallId: hall.id, name: hall.name, address: hall.address, telephone: hall.telephone, regionCode: hall.regionCode, hours: hall.hours, today: periods, openNow: open, waiting,
  };
}

/** Halls that people may go to, with how many wait there now. */
export async function listHalls(ctx: Context, { regionCode, q }: QueryOf<typeof listOperation>): Promise<ResponseOf<typeof listOperation>> {
  let query = tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.hall').selectAll().where('active', '=', true);
  if (regionCode) query = query.where('regionCode', 'like', `${regionPrefix(regionCode.replace(/\D/g, '').padEnd(12, '0'))}%`);
  const like = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  if (q?.trim()) query = query.where((where) => where.or([where('name', 'like', like), where('address', 'like', like)]));
  const halls = await query.orderBy('regionCode').orderBy('name').limit(most).execute();
  const waiting = await countWaiting(ctx, halls.map(({ id }) => id));
  return { items: await Promise.all(halls.map((hall) => present(ctx, hall, waiting.get(hall.id)?.waiting ?? 0))) };
}

interface Counts { hallId: string; waiting: number; done: number }

async function countWaiting(ctx: Context, hallIds: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await readRowsAlone<Counts>(ctx.kernel.db, `
    SELECT hall_id, count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'done')::int AS done FROM halls.ticket
    WHERE hall_id = ANY($1::uuid[]) AND day = $2::date GROUP BY 1`, [hallIds, chinaDate(ctx.kernel.clock.now())]);
  return new Map(rows.map((row) => [row.hallId, row]));
}

/** One hall with all that somebody needs to take a ticket or come: zones, queues, windows. @throws halls.hall-not-found */
export async function getGuide(ctx: Context, hallId: string): Promise<HallGuide> {
  const hall = await getHallRow(ctx, hallId);
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  const [zones, queues, services, windows, groups, { live }] = await Promise.all([
    db.selectFrom('halls.zone').select(['id', 'name', 'prefix']).where('hallId', '=', hallId).where('active', '=', true).orderBy('sortOrder').execute(),
    db.selectFrom('halls.queue').select(['id', 'zoneId', 'name', 'slotCapacity']).where('hallId', '=', hallId).where('active', '=', true).orderBy('sortOrder').execute(),
    db.selectFrom('halls.queueService').select(['queueId', 'kind', 'targetId', 'name']).where('hallId', '=', hallId).orderBy('name').execute(),
    db.selectFrom('halls.windowQueue as wq').innerJoin('halls.window as w', 'w.id', 'wq.windowId').select(['wq.queueId', 'w.number']).where('wq.hallId', '=', hallId).where('w.active', '=', true).orderBy('w.sortOrder').execute(),
    listGroups(ctx), hallFeed(ctx, hallId),
  ]);
  return {
    ...await present(ctx, hall, live.waiting), returnMinutes: hall.rules.returnMinutes, priorityGroups: groups.filter(({ active }) => active),
    zones: zones.map(({ id, ...zone }) => ({ zoneId: id, ...zone })),
    queues: queues.map(({ id, zoneId, name, slotCapacity }) => ({
      queueId: id, zoneId, zoneName: zones.find((zone) => zone.id === zoneId)?.name ?? '', name, bookable: slotCapacity > 0,
      services: services.filter(({ queueId }) => queueId === id).map(({ kind, targetId, name: serviceName }) => ({ kind, targetId, name: serviceName })),
      windows: windows.filter(({ queueId }) => queueId === id).map(({ number }) => number),
    })),
  };
}

/** Halls of the officer's scope, with how they stand. */
export async function listManagedHalls(ctx: Context): Promise<ResponseOf<typeof managedOperation>> {
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  const halls = await db.selectFrom('halls.hall').selectAll().where('active', '=', true)
    .where(scopeFilter(requireScope(ctx, 'halls.hall.watch'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' })).orderBy('regionCode').orderBy('name').limit(most).execute();
  const ids = halls.map(({ id }) => id);
  const [counts, windows] = await Promise.all([
    countWaiting(ctx, ids),
    readRowsAlone<{ hallId: string; windows: number; open: number }>(ctx.kernel.db, `SELECT hall_id, count(*)::int AS windows, count(*) FILTER (WHERE state = 'open')::int AS open FROM halls.window WHERE active AND hall_id = ANY($1::uuid[]) GROUP BY 1`, [ids]),
  ]);
  return {
    items: halls.map((hall) => {
      const own = windows.find(({ hallId }) => hallId === hall.id);
      return {
        hallId: hall.id, name: hall.name, address: hall.address, windows: own?.windows ?? 0, openWindows: own?.open ?? 0, waiting: counts.get(hall.id)?.waiting ?? 0, servedToday: counts.get(hall.id)?.done ?? 0,
        abilities: { configure: mayOver(ctx, 'halls.hall.configure', hall), manage: mayOver(ctx, 'halls.window.manage', hall) },
      };
    }),
  };
}
