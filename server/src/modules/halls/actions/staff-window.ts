import { requireStaff } from '../../../kernel/access/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import type { BodyOf } from '@tongban/contract-kit';
import { fail } from '../errors.ts';
import { mayOver } from '../halls.ts';
import { forgetHall } from '../live/hall-feed.ts';
import { listSeatsNow } from '../queries/seats-now.ts';
import type { HallsTables } from '../tables.ts';
import type { manageWindow as manageOperation } from '../windows.contract.ts';
import { getWindow, requireAtWindow, type WindowNow } from './at-window.ts';

/** Sits the officer down at a window where a seat is theirs now. @throws halls.window-not-found, halls.not-seated, halls.window-occupied, halls.clerk-elsewhere */
export async function sitDown(ctx: Context, windowId: string): Promise<void> {
  const staff = requireStaff(ctx);
  const [window, seats] = await Promise.all([getWindow(ctx, windowId), listSeatsNow(ctx)]);
  if (window.clerkId === staff.id) return;
  if (!seats.some((seat) => seat.windowId === windowId)) throw fail('halls.not-seated', { window: window.number });
  const batch = new WriteBatch();
  batch.onViolation('window_clerk', () => fail('halls.clerk-elsewhere'));
  writesFor<HallsTables>(batch).update('halls.window', { state: 'open', clerkId: staff.id, clerkName: staff.name, since: ctx.kernel.clock.now(), pauseReason: null, priorityStreak: 0 },
    { id: windowId, clerkId: null }, { expected: 1, otherwise: () => fail('halls.window-occupied', { window: window.number }) });
  await commit(ctx, batch);
  forgetHall(ctx.kernel, window.hallId);
}

/** Leaves the window. @throws halls.not-at-window, halls.still-serving */
export async function leaveWindow(ctx: Context, windowId: string): Promise<void> {
  const window = await getWindow(ctx, windowId);
  requireAtWindow(window, requireStaff(ctx));
  await vacate(ctx, window, new WriteBatch());
}

async function vacate(ctx: Context, window: WindowNow, batch: WriteBatch): Promise<void> {
  const current = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select('number').where('windowId', '=', window.id).where('state', 'in', ['called', 'serving']).executeTakeFirst();
  if (current) throw fail('halls.still-serving', { number: current.number });
  // Whoever was sent to this window waits for any window of the queue again.
  writesFor<HallsTables>(batch).update('halls.ticket', { targetWindowId: null }, { targetWindowId: window.id, state: 'waiting' });
  writesFor<HallsTables>(batch).update('halls.window', { state: 'closed', clerkId: null, clerkName: null, since: null, pauseReason: null }, { id: window.id });
  await commit(ctx, batch);
  forgetHall(ctx.kernel, window.hallId);
}

/** Pauses one's own window, or goes on. @throws halls.not-at-window */
export async function pauseOwn(ctx: Context, windowId: string, { paused, reason }: { paused: boolean; reason?: string }): Promise<void> {
  const window = await getWindow(ctx, windowId);
  requireAtWindow(window, requireStaff(ctx));
  await setPause(ctx, window, paused ? reason ?? '' : null, new WriteBatch());
}

async function setPause(ctx: Context, window: WindowNow, reason: string | null, batch: WriteBatch): Promise<void> {
  if (window.clerkId === null) throw fail('halls.not-at-window', { window: window.number });
  writesFor<HallsTables>(batch).update('halls.window', { state: reason === null ? 'open' : 'paused', pauseReason: reason === '' ? null : reason }, { id: window.id, clerkId: window.clerkId });
  await commit(ctx, batch);
  forgetHall(ctx.kernel, window.hallId);
}

/**
 * What the leader of a hall does with a window while it works: pause, go on, have it left, give it other queues (HAL-01). Kept in
 * the audit. @returns the hall's id @throws halls.window-not-found, halls.queue-not-found, halls.still-serving
 */
export async function manageWindow(ctx: Context, windowId: string, change: BodyOf<typeof manageOperation>): Promise<string> {
  const window = await getWindow(ctx, windowId);
  if (!mayOver(ctx, 'halls.window.manage', window)) throw fail('halls.window-not-found');
  const batch = new WriteBatch();
  recordAudit(ctx, batch, { action: 'halls.manage-window', objectType: 'hall-window', objectId: windowId, detail: detailOf(change) });
  if ('pause' in change) await setPause(ctx, window, change.pause, batch);
  else if ('resume' in change) await setPause(ctx, window, null, batch);
  else if ('vacate' in change) await vacate(ctx, window, batch);
  else await setQueues(ctx, window, change.queueIds, batch);
  return window.hallId;
}

function detailOf(change: BodyOf<typeof manageOperation>): Record<string, unknown> {
  if ('pause' in change) return { change: 'pause', reason: change.pause };
  if ('queueIds' in change) return { change: 'queues', queueIds: change.queueIds };
  return { change: 'resume' in change ? 'resume' : 'vacate' };
}

async function setQueues(ctx: Context, { id, hallId }: WindowNow, queueIds: readonly string[], batch: WriteBatch): Promise<void> {
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  // A window stays in its zone: queues of another one are not found here.
  const known = await db.selectFrom('halls.queue as q').innerJoin('halls.window as w', (join) => join.onRef('w.zoneId', '=', 'q.zoneId').on('w.id', '=', id)).select('q.id')
    .where('q.active', '=', true).where('q.id', 'in', [...queueIds, id]).execute();
  if (known.length !== queueIds.length) throw fail('halls.queue-not-found');
  const kept = await db.selectFrom('halls.windowQueue').select('queueId').where('windowId', '=', id).execute();
  const has = new Set(kept.map(({ queueId }) => queueId));
  const writes = writesFor<HallsTables>(batch);
  const gone = [...has].filter((queueId) => !queueIds.includes(queueId));
  if (gone.length > 0) writes.delete('halls.windowQueue', { windowId: id, queueId: gone });
  writes.insert('halls.windowQueue', queueIds.filter((queueId) => !has.has(queueId)).map((queueId) => ({ windowId: id, queueId, hallId, rank: 0 })), 'nothing');
  // Whoever has the settings open must not write them back over this.
  batch.call('halls.touch(?::uuid)', [hallId]);
  await commit(ctx, batch);
  forgetHall(ctx.kernel, hallId);
}
