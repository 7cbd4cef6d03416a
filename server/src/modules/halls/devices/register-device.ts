import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { saveDictionaryEntry } from '../../../kernel/dictionary/index.ts';
import { fail } from '../errors.ts';
import { createSecret, digestOf, getOwnHall } from '../halls.ts';
import type { HallsTables } from '../tables.ts';
import type { DeviceEntry, DeviceInput, DeviceRules, IssuedKey } from './contract.ts';
import { ratingKinds, ticketKinds, type Behaviour } from './device-kinds.ts';
import { dictionaryOf, getOwnDevice, readEntries, type DeviceListName } from './device-rows.ts';

const manage = 'halls.device.manage';

interface NewDevice extends DeviceInput { simulated?: boolean; behaviour?: Behaviour }

/** Adds a device to the register of a hall and makes its key, of which only the digest is kept (HAL-03). @throws halls.hall-not-found, halls.unknown-device-kind, halls.device-place, halls.same-device-name */
export async function registerDevice(ctx: Context, hallId: string, { simulated = false, behaviour = 'steady', ...input }: NewDevice): Promise<IssuedKey> {
  await getOwnHall(ctx, hallId, manage);
  await requireFit(ctx, hallId, input);
  const [id, key, now] = [createId(), createSecret(), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  batch.onViolation('device_name', () => fail('halls.same-device-name'));
  writesFor<HallsTables>(batch).insert('halls.device', {
    id, hallId, ...trimmed(input), simulated, behaviour, keyDigest: digestOf(key), keyIssuedAt: now, registeredAt: now, lastStatus: null, softwareVersion: null,
  });
  recordAudit(ctx, batch, { action: 'halls.register-device', objectType: 'hall-device', objectId: id, detail: { name: input.name, kind: input.kind } });
  await commit(ctx, batch);
  return { deviceId: id, deviceKey: key, url: urlOf(ctx, hallId, input, key) };
}

const trimmed = ({ kind, name, zoneId, windowId }: DeviceInput): DeviceInput => ({ kind, name: name.trim(), zoneId, windowId });

/** @throws halls.unknown-device-kind, halls.device-place */
async function requireFit(ctx: Context, hallId: string, { kind, zoneId, windowId }: DeviceInput): Promise<void> {
  if (!(await readEntries(ctx.kernel, 'kinds')).some(({ code, active }) => active && code === kind)) throw fail('halls.unknown-device-kind');
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  for (const [table, id] of [['halls.zone', zoneId], ['halls.window', windowId]] as const) {
    if (id !== null && !await db.selectFrom(table).select('id').where('id', '=', id).where('hallId', '=', hallId).where('active', '=', true).executeTakeFirst()) throw fail('halls.device-place');
  }
  if (windowId === null && kind === 'rating-terminal') throw fail('halls.terminal-needs-window');
}

/** The page that a device of this kind opens; the key stands after the hash, so that it stays out of logs. */
function urlOf(ctx: Context, hallId: string, { kind, windowId }: Pick<DeviceInput, 'kind' | 'windowId'>, key: string): string | null {
  const hall = `${ctx.kernel.config.publicUrl}/halls/${hallId}`;
  if (ratingKinds.includes(kind) && windowId !== null) return `${hall}/terminal#${key}`;
  if (ticketKinds.includes(kind)) return `${hall}/kiosk#${key}`;
  if (kind !== 'display' && kind !== 'led') return null;
  return windowId === null ? `${hall}/screen#${key}` : `${hall}/windows/${windowId}/screen#${key}`;
}

/** Renames a device, or puts it elsewhere. @returns the hall's id @throws halls.device-not-found, halls.stale, and as `registerDevice` */
export async function changeDevice(ctx: Context, deviceId: string, { version, ...input }: DeviceInput & { version: number }): Promise<string> {
  const device = await getOwnDevice(ctx, deviceId, manage);
  await requireFit(ctx, device.hallId, input);
  const batch = new WriteBatch();
  batch.onViolation('device_name', () => fail('halls.same-device-name'));
  writesFor<HallsTables>(batch).update('halls.device', { ...trimmed(input), version: version + 1 }, { id: deviceId, version }, { expected: 1, otherwise: () => fail('halls.device-stale') });
  recordAudit(ctx, batch, { action: 'halls.change-device', objectType: 'hall-device', objectId: deviceId, detail: { name: input.name, kind: input.kind } });
  await commit(ctx, batch);
  return device.hallId;
}

/** Makes another key; the one before is worth nothing from now on. @throws halls.device-not-found */
export async function issueDeviceKey(ctx: Context, deviceId: string): Promise<IssuedKey> {
  const device = await getOwnDevice(ctx, deviceId, manage);
  const key = createSecret();
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).update('halls.device', { keyDigest: digestOf(key), keyIssuedAt: ctx.kernel.clock.now(), version: device.version + 1 }, { id: deviceId });
  recordAudit(ctx, batch, { action: 'halls.issue-device-key', objectType: 'hall-device', objectId: deviceId, detail: { name: device.name } });
  await commit(ctx, batch);
  return { deviceId, deviceKey: key, url: urlOf(ctx, device.hallId, device, key) };
}

/** Takes a device out of use: its key is worth nothing and nobody waits for its beats. @returns the hall's id @throws halls.device-not-found */
export async function revokeDeviceKey(ctx: Context, deviceId: string): Promise<string> {
  const device = await getOwnDevice(ctx, deviceId, manage);
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).update('halls.device', { keyDigest: null, keyIssuedAt: null, version: device.version + 1 }, { id: deviceId });
  recordAudit(ctx, batch, { action: 'halls.revoke-device-key', objectType: 'hall-device', objectId: deviceId, detail: { name: device.name } });
  await commit(ctx, batch);
  return device.hallId;
}

/** Sets how a hall watches its devices. @throws halls.hall-not-found */
export async function saveDeviceRules(ctx: Context, hallId: string, deviceRules: DeviceRules): Promise<void> {
  await getOwnHall(ctx, hallId, manage);
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).update('halls.hall', { deviceRules }, { id: hallId });
  recordAudit(ctx, batch, { action: 'halls.save-device-rules', objectType: 'hall', objectId: hallId, detail: { ...deviceRules } });
  await commit(ctx, batch);
}

/** Adds, renames or takes out of use a kind of device or of fault. */
export async function saveDeviceEntry(ctx: Context, list: DeviceListName, entry: DeviceEntry): Promise<{ items: DeviceEntry[] }> {
  const batch = new WriteBatch();
  await saveDictionaryEntry(ctx.kernel, batch, dictionaryOf[list], entry);
  recordAudit(ctx, batch, { action: 'halls.save-device-entry', objectType: 'dictionary-entry', objectId: entry.code, detail: { list, name: entry.name, active: entry.active } });
  await commit(ctx, batch);
  return { items: await readEntries(ctx.kernel, list) };
}
