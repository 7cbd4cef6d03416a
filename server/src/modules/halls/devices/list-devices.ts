import type { Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { getOwnHall, mayOver } from '../halls.ts';
import type { HallsTables } from '../tables.ts';
import { deviceStateLabels, faultStateLabels, type DeviceFault, type DeviceList, type HallDevice, type listDeskDevices as deskOperation, type listFaults as faultsOperation } from './contract.ts';
import { entryNames, placeOf, readDevices, readEntries, type DeviceRow } from './device-rows.ts';
import { deviceStateOf } from './device-state.ts';
import { afterFaultStep } from './fault-states.ts';

/** The register of a hall's devices with how each of them is now (HAL-03). @throws halls.hall-not-found */
export async function listDevices(ctx: Context, hallId: string): Promise<DeviceList> {
  const hall = await getOwnHall(ctx, hallId, 'halls.hall.watch');
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  const [rows, kinds, faultKinds, zones, windows] = await Promise.all([
    readDevices(ctx.kernel, 'd.hall_id = $1', [hallId]), readEntries(ctx.kernel, 'kinds'), readEntries(ctx.kernel, 'faults'),
    db.selectFrom('halls.zone').select(['id', 'name']).where('hallId', '=', hallId).where('active', '=', true).orderBy('sortOrder').execute(),
    db.selectFrom('halls.window').select(['id', 'number', 'name']).where('hallId', '=', hallId).where('active', '=', true).orderBy('sortOrder').execute(),
  ]);
  const names = new Map(kinds.map(({ code, name }) => [code, name]));
  const items = rows.map((row) => present(ctx, row, names));
  const count = (state: HallDevice['state']): number => items.filter((item) => item.state === state).length;
  return {
    hallId, hallName: hall.name, rules: hall.deviceRules, kinds, faultKinds, zones, windows: windows.map(({ id, number, name }) => ({ id, name: `${number} 号　${name}` })),
    counts: { online: count('online'), faulty: count('faulty'), offline: count('offline'), unused: count('unused') }, items, abilities: { manage: mayOver(ctx, 'halls.device.manage', hall) },
  };
}

function present({ kernel }: Context, row: DeviceRow, names: ReadonlyMap<string, string>): HallDevice {
  const state = deviceStateOf({ hasKey: row.keyIssuedAt !== null, lastBeatAt: row.lastBeatAt, lastStatus: row.lastStatus }, row.rules, kernel.clock.now());
  return {
    deviceId: row.id, version: row.version, kind: row.kind, kindName: names.get(row.kind) ?? row.kind, name: row.name, zoneId: row.zoneId, zoneName: row.zoneName, windowId: row.windowId, windowNumber: row.windowNumber,
    simulated: row.simulated, state, stateLabel: deviceStateLabels[state], hasKey: row.keyIssuedAt !== null, keyIssuedAt: row.keyIssuedAt?.toISOString() ?? null,
    lastBeatAt: row.lastBeatAt?.toISOString() ?? null, softwareVersion: row.softwareVersion, selfChecks: row.selfChecks, openFaults: row.openFaults,
  };
}

/** The devices of the hall in which the officer sits, those of the own window first. */
export async function listDeskDevices(ctx: Context): Promise<ResponseOf<typeof deskOperation>> {
  const staff = requireStaff(ctx);
  const own = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.window').select(['id', 'hallId']).where('clerkId', '=', staff.id).executeTakeFirst();
  const [rows, names, faultKinds] = await Promise.all([own ? readDevices(ctx.kernel, 'd.hall_id = $1', [own.hallId]) : [], entryNames(ctx.kernel, 'kinds'), readEntries(ctx.kernel, 'faults')]);
  const sorted = rows.toSorted((one, other) => Number(other.windowId === own?.id) - Number(one.windowId === own?.id));
  return { items: sorted.map((row) => ({ deviceId: row.id, name: row.name, kindName: names.get(row.kind) ?? row.kind, place: placeOf(row) })), faultKinds };
}

/** Faults of a hall's devices, the newest first. @throws halls.hall-not-found */
export async function listFaults(ctx: Context, hallId: string, { state, open, deviceId, limit = 20, cursor }: QueryOf<typeof faultsOperation>): Promise<Page<DeviceFault>> {
  const hall = await getOwnHall(ctx, hallId, 'halls.hall.watch');
  let query = faultQuery(ctx).where('f.hallId', '=', hallId);
  if (state) query = query.where('f.state', '=', state);
  if (open !== undefined) query = query.where('f.state', open ? '<>' : '=', 'confirmed');
  if (deviceId) query = query.where('f.deviceId', '=', deviceId);
  if (cursor) query = query.where('f.id', '<', cursorId(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('f.id', 'desc').limit(limit + 1).execute();
  const faults = new Map((await presentFaults(ctx, rows, mayOver(ctx, 'halls.device.manage', hall))).map((fault) => [fault.faultId, fault]));
  const page = pageOf(rows, limit, ({ id }) => [id], ({ id }) => faults.get(id));
  return { ...page, items: page.items.filter((fault) => fault !== undefined) };
}

/** One fault of a hall that the officer may see. @throws halls.fault-not-found */
export async function viewFault(ctx: Context, faultId: string): Promise<DeviceFault> {
  const row = await faultQuery(ctx).where('f.id', '=', faultId).executeTakeFirst();
  if (!row) throw fail('halls.fault-not-found');
  const [fault] = await presentFaults(ctx, [row], mayOver(ctx, 'halls.device.manage', row));
  if (!fault) throw fail('halls.fault-not-found');
  return fault;
}

function faultQuery(ctx: Context) {
  return tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.deviceFault as f').innerJoin('halls.device as d', 'd.id', 'f.deviceId').innerJoin('halls.hall as h', 'h.id', 'f.hallId')
    .leftJoin('halls.window as w', 'w.id', 'd.windowId').leftJoin('halls.zone as z', 'z.id', 'd.zoneId').selectAll('f')
    .select(['d.name as deviceName', 'd.kind as deviceKind', 'w.number as windowNumber', 'z.name as zoneName', 'h.organizationPath', 'h.regionCode']);
}

type FaultRow = Awaited<ReturnType<ReturnType<typeof faultQuery>['executeTakeFirstOrThrow']>>;

async function presentFaults(ctx: Context, rows: readonly FaultRow[], manage: boolean): Promise<DeviceFault[]> {
  if (rows.length === 0) return [];
  const [kinds, faults, steps] = await Promise.all([
    entryNames(ctx.kernel, 'kinds'), entryNames(ctx.kernel, 'faults'),
    tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.deviceFaultStep').selectAll().where('faultId', 'in', rows.map(({ id }) => id)).orderBy('id').execute(),
  ]);
  return rows.map((row) => {
    const may = (action: Parameters<typeof afterFaultStep>[1]): boolean => manage && afterFaultStep(row.state, action) !== undefined;
    return {
      faultId: row.id, number: row.number, version: row.version, deviceId: row.deviceId, deviceName: row.deviceName, deviceKindName: kinds.get(row.deviceKind) ?? row.deviceKind, place: placeOf(row),
      kind: row.kind, kindName: faults.get(row.kind) ?? row.kind, state: row.state, stateLabel: faultStateLabels[row.state], source: row.source,
      openedAt: row.openedAt.toISOString(), solvedAt: row.solvedAt?.toISOString() ?? null, closedAt: row.closedAt?.toISOString() ?? null,
      steps: steps.filter(({ faultId }) => faultId === row.id).map(({ action, actorName, note, at }) => ({ action, by: actorName, note, at: at.toISOString() })),
      abilities: { take: may('take'), solve: may('solve'), reopen: may('reopen'), confirm: may('confirm') },
    };
  });
}
