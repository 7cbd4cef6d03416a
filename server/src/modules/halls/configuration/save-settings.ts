import type { Kysely, Transaction } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { runText, transact, violatedConstraint, WriteBatch } from '../../../kernel/db/index.ts';
import { listOrganizationsById, listStaffNames } from '../../../kernel/organization/index.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import type { HallConfiguration, HallSettings } from '../configuration.contract.ts';
import { fail } from '../errors.ts';
import { getOwnHall } from '../halls.ts';
import { forgetHall } from '../live/hall-feed.ts';
import type { HallsTables } from '../tables.ts';
import { checkConfiguration } from './check-configuration.contract.ts';
import { readSettings } from './read-settings.ts';

/**
 * Saves everything that is set for a hall, as a whole; what contradicts itself is refused with how to mend it (HAL-01).
 * @throws halls.hall-not-found, halls.bad-configuration, halls.configuration-stale, halls.same-name, halls.window-in-use, halls.queue-in-use
 */
export async function saveSettings(ctx: Context, hallId: string, { version, configuration }: { version: number; configuration: HallConfiguration }): Promise<HallSettings> {
  await getOwnHall(ctx, hallId, 'halls.hall.configure');
  const errors = checkConfiguration(configuration).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw fail('halls.bad-configuration', { count: errors.length }, { issues: errors.map(({ code, partId, message, remedy }) => ({ path: partId, code, message: `${message}。${remedy}。` })) });
  }
  const named = await withNames(ctx, configuration);
  const saving = transact<HallsTables, void>(ctx.kernel.db, async (trx) => {
    const hall = await trx.selectFrom('halls.hall').select('version').where('id', '=', hallId).forUpdate().executeTakeFirst();
    if (hall?.version !== version) throw fail('halls.configuration-stale');
    await refuseInUse(trx, hallId, named, chinaDate(ctx.kernel.clock.now()));
    await write(trx, hallId, version, named);
    const batch = new WriteBatch();
    recordAudit(ctx, batch, { action: 'halls.save-settings', objectType: 'hall', objectId: hallId, detail: { version: version + 1, zones: named.zones.length, queues: named.queues.length, windows: named.windows.length, seats: named.seats.length } });
    await batch.executeIn((text, values) => runText(trx, text, values));
  });
  await saving.catch((error: unknown) => { throw explain(error); });
  forgetHall(ctx.kernel, hallId);
  return readSettings(ctx, hallId);
}

function explain(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  if (constraint === 'hall_name') return fail('halls.same-name');
  return constraint === 'seat_pkey' ? missing('', '有的人员安排属于别的大厅') : error;
}

/** The same with names as the platform knows them. @throws halls.bad-configuration for somebody or something that does not exist */
async function withNames(ctx: Context, configuration: HallConfiguration): Promise<HallConfiguration> {
  const services = configuration.queues.flatMap((queue) => queue.services);
  const staffNames = await listStaffNames(ctx, [...new Set(configuration.seats.map(({ staffId }) => staffId))]);
  const organizations = await listOrganizationsById(ctx, [...new Set(services.filter(({ kind }) => kind === 'organization').map(({ targetId }) => targetId))]);
  const itemIds = [...new Set(services.filter(({ kind }) => kind === 'item').map(({ targetId }) => targetId))];
  const itemNames = new Map(await Promise.all(itemIds.map(async (id) => [id, (await getPublishedItem(ctx, id)).elements.name] as const)));
  const nameOf = (kind: 'item' | 'organization', id: string, partId: string): string => {
    const name = kind === 'item' ? itemNames.get(id) : organizations.get(id)?.name;
    if (name === undefined) throw missing(partId, '所选的部门不存在');
    return name;
  };
  return {
    ...configuration,
    queues: configuration.queues.map((queue) => ({ ...queue, services: queue.services.map((service) => ({ ...service, name: nameOf(service.kind, service.targetId, queue.id) })) })),
    seats: configuration.seats.map((seat) => {
      const staffName = staffNames.get(seat.staffId);
      if (staffName === undefined) throw missing(seat.id, `${seat.staffName}不是在册的工作人员`);
      return { ...seat, staffName };
    }),
  };
}

function missing(path: string, message: string): Error {
  return fail('halls.bad-configuration', { count: 1 }, { issues: [{ path, code: 'halls.missing', message: `${message}。请重新选择。` }] });
}

type Trx = Transaction<HallsTables>;

async function refuseInUse(trx: Kysely<HallsTables>, hallId: string, { windows, queues }: HallConfiguration, day: string): Promise<void> {
  const occupied = await trx.selectFrom('halls.window').select(['id', 'number']).where('hallId', '=', hallId).where('clerkId', 'is not', null).execute();
  const gone = occupied.find(({ id }) => !windows.some((window) => window.id === id));
  if (gone) throw fail('halls.window-in-use', { window: gone.number });
  const busy = await trx.selectFrom('halls.queue as q').select(['q.id', 'q.name']).where('q.hallId', '=', hallId)
    .where((where) => where.exists(where.selectFrom('halls.ticket as t').select('t.id').whereRef('t.queueId', '=', 'q.id').where('t.day', '=', day).where('t.state', 'in', ['waiting', 'called', 'serving', 'held']))).execute();
  const ended = busy.find(({ id }) => !queues.some((queue) => queue.id === id));
  if (ended) throw fail('halls.queue-in-use', { name: ended.name });
}

/** Parts keep their rows, since tickets name them; what is gone is out of use. First all are out of use, so that numbers and letters can change places. */
async function write(trx: Trx, hallId: string, version: number, { name, address, telephone, hours, rules, zones, queues, windows, seats }: HallConfiguration): Promise<void> {
  await runText(trx, 'UPDATE halls.hall SET name = $2, address = $3, telephone = $4, hours = $5::jsonb, rules = $6::jsonb, version = $7 WHERE id = $1', [hallId, name, address, telephone, JSON.stringify(hours), JSON.stringify(rules), version + 1]);
  for (const table of ['halls.zone', 'halls.queue', 'halls.window'] as const) await trx.updateTable(table).set({ active: false }).where('hallId', '=', hallId).execute();
  for (const table of ['halls.queueService', 'halls.windowQueue', 'halls.seat'] as const) await trx.deleteFrom(table).where('hallId', '=', hallId).execute();
  await put(trx, 'zone', hallId, ['name', 'prefix'], zones.map((zone, sortOrder) => ({ ...zone, sortOrder })));
  await put(trx, 'queue', hallId, ['zone_id', 'name', 'prefix', 'typical_minutes', 'slot_minutes', 'slot_capacity', 'days_ahead'], queues.map((queue, sortOrder) => ({
    ...queue, zone_id: queue.zoneId, typical_minutes: queue.typicalMinutes, slot_minutes: queue.slotMinutes, slot_capacity: queue.slotCapacity, days_ahead: queue.daysAhead, sortOrder,
  })));
  await put(trx, 'window', hallId, ['zone_id', 'number', 'name'], windows.map((window, sortOrder) => ({ ...window, zone_id: window.zoneId, sortOrder })), ['state'], { state: 'closed' });
  const services = queues.flatMap((queue) => queue.services.map(({ kind, targetId, name: serviceName }) => ({ queueId: queue.id, hallId, kind, targetId, name: serviceName })));
  const served = windows.flatMap((window) => window.queues.map(({ queueId, rank }) => ({ windowId: window.id, hallId, queueId, rank })));
  const seated = seats.map(({ id, windowId, staffId, staffName, weekdays, from, to }) => ({ id, hallId, windowId, staffId, staffName, weekdays, fromTime: from, toTime: to }));
  if (services.length > 0) await trx.insertInto('halls.queueService').values(services).onConflict((conflict) => conflict.doNothing()).execute();
  if (served.length > 0) await trx.insertInto('halls.windowQueue').values(served).onConflict((conflict) => conflict.doNothing()).execute();
  if (seated.length > 0) await trx.insertInto('halls.seat').values(seated).execute();
}

/** Writes the parts of one kind, new ones and old ones. @throws halls.bad-configuration for an id of another hall */
async function put(trx: Trx, table: 'zone' | 'queue' | 'window', hallId: string, columns: readonly string[], rows: readonly ({ id: string; sortOrder: number } & Record<string, unknown>)[], onlyNew: readonly string[] = [], values: Record<string, unknown> = {}): Promise<void> {
  if (rows.length === 0) return;
  const all = ['id', 'hall_id', 'sort_order', 'active', ...columns, ...onlyNew];
  const changed = ['sort_order', 'active', ...columns].map((column) => `"${column}" = excluded."${column}"`).join(', ');
  const listed = all.map((column) => `"${column}"`).join(', ');
  const given = rows.map(({ sortOrder, ...row }) => ({ ...row, ...values, hall_id: hallId, sort_order: sortOrder, active: true }));
  const written = await runText(trx, `
    INSERT INTO halls."${table}" AS t (${listed}) SELECT ${listed} FROM json_populate_recordset(NULL::halls."${table}", $1::json)
    ON CONFLICT (id) DO UPDATE SET ${changed} WHERE t.hall_id = $2 RETURNING t.id`, [JSON.stringify(given), hallId]);
  if (written.length !== rows.length) throw missing(rows[0]?.id ?? '', '有的分区、队列或窗口属于别的大厅');
}
