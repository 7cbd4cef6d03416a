import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import type { HallConfiguration, HallSettings } from '../configuration.contract.ts';
import { getOwnHall, type HallRow } from '../halls.ts';
import type { HallsTables } from '../tables.ts';
import { checkConfiguration } from './check-configuration.contract.ts';

/** Everything that is set for a hall, with what is wrong in it. @throws halls.hall-not-found */
export async function readSettings(ctx: Context, hallId: string): Promise<HallSettings> {
  const hall = await getOwnHall(ctx, hallId, 'halls.hall.configure');
  const [configuration, organization] = await Promise.all([readConfiguration(ctx, hall), getOrganization(ctx, hall.organizationId)]);
  return {
    hallId, version: hall.version, regionCode: hall.regionCode, organizationId: hall.organizationId, organizationName: organization.name,
    configuration, faults: checkConfiguration(configuration),
  };
}

/** The configuration as it is stored. */
export async function readConfiguration(ctx: Pick<Context, 'kernel'>, hall: HallRow): Promise<HallConfiguration> {
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  const [zones, queues, services, windows, windowQueues, seats] = await Promise.all([
    db.selectFrom('halls.zone').selectAll().where('hallId', '=', hall.id).where('active', '=', true).orderBy('sortOrder').execute(),
    db.selectFrom('halls.queue').selectAll().where('hallId', '=', hall.id).where('active', '=', true).orderBy('sortOrder').execute(),
    db.selectFrom('halls.queueService').selectAll().where('hallId', '=', hall.id).orderBy('kind').orderBy('name').execute(),
    db.selectFrom('halls.window').selectAll().where('hallId', '=', hall.id).where('active', '=', true).orderBy('sortOrder').execute(),
    db.selectFrom('halls.windowQueue').selectAll().where('hallId', '=', hall.id).orderBy('rank').execute(),
    db.selectFrom('halls.seat').selectAll().where('hallId', '=', hall.id).orderBy('staffName').execute(),
  ]);
  return {
    name: hall.name, address: hall.address, telephone: hall.telephone, hours: hall.hours, rules: hall.rules,
    zones: zones.map(({ id, name, prefix }) => ({ id, name, prefix })),
    queues: queues.map(({ hallId: _hall, sortOrder: _order, active: _active, ...queue }) => ({
      ...queue, services: services.filter(({ queueId }) => queueId === queue.id).map(({ kind, targetId, name }) => ({ kind, targetId, name })),
    })),
    windows: windows.map(({ id, zoneId, number, name }) => ({ id, zoneId, number, name, queues: windowQueues.filter(({ windowId }) => windowId === id).map(({ queueId, rank }) => ({ queueId, rank })) })),
    seats: seats.map(({ id, windowId, staffId, staffName, weekdays, fromTime, toTime }) => ({ id, windowId, staffId, staffName, weekdays, from: fromTime, to: toTime })),
  };
}
