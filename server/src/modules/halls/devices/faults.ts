import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import { listHolders } from '../../../kernel/access/list-holders.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { fail } from '../errors.ts';
import { mayOver } from '../halls.ts';
import { sitsIn } from '../queries/seats-now.ts';
import type { HallsTables } from '../tables.ts';
import { faultStateLabels } from './contract.ts';
import { otherFault, silentFault } from './device-kinds.ts';
import { entryNames, placeOf, readDevices, readEntries, type DeviceRow } from './device-rows.ts';
import { afterFaultStep, type FaultAction, type FaultState } from './fault-states.ts';

interface NewFault { kind: string; note: string; source: 'device' | 'staff' | 'watch' }

/** Reports a fault by an officer who leads the hall or sits in it. @throws halls.device-not-found, halls.unknown-fault-kind, halls.fault-open */
export async function reportFault(ctx: Context, deviceId: string, { kind, note }: { kind: string; note: string }): Promise<{ faultId: string; number: number }> {
  const [device] = await readDevices(ctx.kernel, 'd.id = $1', [deviceId]);
  if (!device || !(mayOver(ctx, 'halls.fault.report', device) || await sitsIn(ctx, device.hallId))) throw fail('halls.device-not-found');
  if (!(await readEntries(ctx.kernel, 'faults')).some(({ code, active }) => active && code === kind)) throw fail('halls.unknown-fault-kind');
  const faultId = await openFault(ctx, device, { kind, note: note.trim(), source: 'staff' });
  if (faultId === undefined) throw fail('halls.fault-open', { device: device.name });
  const { number } = await getFault(ctx, faultId);
  return { faultId, number };
}

/**
 * Opens a fault of a device and tells those who manage the hall's devices; nothing when one of the kind is open already, since
 * one is enough (HAL-03). @returns its id
 */
export async function openFault(ctx: Context, device: DeviceRow, { kind: given, note, source }: NewFault): Promise<string | undefined> {
  const names = await entryNames(ctx.kernel, 'faults');
  const kind = names.has(given) ? given : otherFault;
  const known = await findOpen(ctx, device.id, kind);
  if (known) {
    if (known.state === 'solved' && source !== 'staff') await moveFault(ctx, known, 'reopen', note);
    return undefined;
  }
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  batch.onViolation('device_fault_open', () => fail('halls.fault-open', { device: device.name }));
  writesFor<HallsTables>(batch).insert('halls.deviceFault', { id, deviceId: device.id, hallId: device.hallId, kind, state: 'reported', source, openedAt: now });
  addStep(ctx, batch, id, { action: 'report', state: 'reported', note });
  recordAudit(ctx, batch, { action: 'halls.report-fault', objectType: 'hall-device', objectId: device.id, detail: { kind, source } });
  await sendToStaff(ctx, batch, (await listHolders(ctx, 'halls.device.manage', device)).filter((staffId) => staffId !== ctx.actor.id), {
    templateKey: 'halls.fault-opened', dedupeKey: `fault-opened:${id}`,
    variables: { hallId: device.hallId, hallName: device.hallName, deviceName: device.name, place: placeOf(device), fault: names.get(kind) ?? kind, faultNote: note === '' ? '，' : `：${note.replace(/[。！]?$/, '。')}` },
  });
  try {
    await commit(ctx, batch);
    return id;
  } catch (error) {
    // Somebody else reported it in the same moment.
    if (error instanceof AppError && error.code === 'halls.fault-open') return undefined;
    throw error;
  }
}

function addStep(ctx: Context, batch: WriteBatch, faultId: string, step: { action: FaultAction | 'report'; state: FaultState; note: string }): void {
  writesFor<HallsTables>(batch).insert('halls.deviceFaultStep', { id: createId(), faultId, ...step, actorId: ctx.actor.id, actorName: ctx.actor.name, at: ctx.kernel.clock.now() });
}

interface KnownFault { id: string; state: FaultState; version: number; deviceId: string }

async function findOpen(ctx: Context, deviceId: string, kind: string): Promise<KnownFault | undefined> {
  return tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.deviceFault').select(['id', 'state', 'version', 'deviceId']).where('deviceId', '=', deviceId).where('kind', '=', kind).where('state', '<>', 'confirmed').executeTakeFirst();
}

async function getFault(ctx: Context, faultId: string) {
  const fault = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.deviceFault as f').innerJoin('halls.hall as h', 'h.id', 'f.hallId')
    .select(['f.id', 'f.number', 'f.state', 'f.version', 'f.deviceId', 'f.hallId', 'h.organizationPath', 'h.regionCode']).where('f.id', '=', faultId).executeTakeFirst();
  if (!fault) throw fail('halls.fault-not-found');
  return fault;
}

/** Takes a fault one step on, guarded by its version. @throws halls.fault-not-found, halls.fault-stale, halls.wrong-fault-state, halls.fault-note */
export async function stepFault(ctx: Context, faultId: string, { version, action, note }: { version: number; action: FaultAction; note: string }): Promise<void> {
  const fault = await getFault(ctx, faultId);
  if (!mayOver(ctx, 'halls.device.manage', fault)) throw fail('halls.fault-not-found');
  if (fault.version !== version) throw fail('halls.fault-stale');
  if ((action === 'solve' || action === 'reopen') && note.trim() === '') throw fail('halls.fault-note');
  await moveFault(ctx, fault, action, note.trim());
}

async function moveFault(ctx: Context, fault: KnownFault, action: FaultAction, note: string): Promise<void> {
  const state = afterFaultStep(fault.state, action);
  if (state === undefined) throw fail('halls.wrong-fault-state', { state: faultStateLabels[fault.state] });
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).update('halls.deviceFault', {
    state, version: fault.version + 1, ...(action === 'solve' ? { solvedAt: now } : {}), ...(action === 'reopen' ? { solvedAt: null } : {}), ...(action === 'confirm' ? { closedAt: now } : {}),
  }, { id: fault.id, version: fault.version }, { expected: 1, otherwise: () => fail('halls.fault-stale') });
  addStep(ctx, batch, fault.id, { action, state, note });
  recordAudit(ctx, batch, { action: 'halls.step-fault', objectType: 'hall-device', objectId: fault.deviceId, detail: { fault: fault.id, step: action, state } });
  await commit(ctx, batch);
}

/** A silent device that is heard again: its fault is solved, and waits for somebody to confirm it. */
export async function solveSilence(ctx: Context, { id, openFaults }: Pick<DeviceRow, 'id' | 'openFaults'>): Promise<void> {
  if (openFaults === 0) return;
  const fault = await findOpen(ctx, id, silentFault);
  if (fault && fault.state !== 'solved') await moveFault(ctx, fault, 'solve', '设备恢复心跳。').catch(ignoreStale);
}

/** Two beats at once: the other has solved it. */
function ignoreStale(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'halls.fault-stale') throw error;
}
