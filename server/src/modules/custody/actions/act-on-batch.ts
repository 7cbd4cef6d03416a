import type { Updateable } from 'kysely';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { batchStateLabels, type Batch, type BatchAct } from '../contract.ts';
import { fail } from '../errors.ts';
import { envelopeMoved, publishEnvelope } from '../events.ts';
import { batchStateOf } from '../present.ts';
import { countBatch, viewBatch } from '../queries/view-batch.ts';
import { getBatchRecord, maySendFor, type BatchRecord, type EnvelopeRecord } from '../record.ts';
import { applyEnvelopeAction, standingLabel, type EnvelopeAction } from '../states.ts';
import type { CustodyTables } from '../tables.ts';
import { tellSigners } from '../tell.ts';
import { addStep } from './add-step.ts';

type Changes = Updateable<CustodyTables['custody.batch']>;

/**
 * Hands a batch over, takes an envelope out of it, calls back what nobody has signed for, or gives the batch up (INT-12).
 * @throws custody.batch-not-found, .batch-stale, .batch-state, .envelope-not-found, .wrong-state, forbidden
 */
export async function actOnBatch(ctx: Context, id: string, act: BatchAct): Promise<Batch> {
  requireStaff(ctx);
  const row = await getBatchRecord(ctx, id);
  if (!maySendFor(ctx, { path: row.fromPath, regionCode: row.regionCode })) throw kernelFail('kernel.forbidden');
  if (row.version !== act.version) throw fail('custody.batch-stale', { number: row.number });
  const inside = await readInside(ctx, row);
  const wanted = act.action === 'call-back' ? 'handed-over' : 'open';
  const state = batchStateOf({ state: row.state, waiting: (await countBatch(ctx, id)).waiting });
  if (state !== wanted) throw fail('custody.batch-state', { number: row.number, state: batchStateLabels[state] });
  await take(ctx, row, inside, act);
  return viewBatch(ctx, id);
}

/** Envelopes that are in the batch now. */
async function readInside(ctx: Context, { id }: BatchRecord): Promise<EnvelopeRecord[]> {
  return tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.envelope').selectAll().where('batchId', '=', id).where('state', 'in', ['batched', 'in-transit']).execute();
}

async function take(ctx: Context, row: BatchRecord, inside: readonly EnvelopeRecord[], act: BatchAct): Promise<void> {
  const now = ctx.kernel.clock.now();
  switch (act.action) {
    case 'hand-over': {
      const handed = { handedOverById: ctx.actor.id, handedOverAt: now };
      const calendar = (await loadCalendar(ctx.kernel)).provisional;
      const dueOf = ({ signDays }: EnvelopeRecord): string => calendar.addWorkingDays(chinaDate(now), signDays);
      return move(ctx, row, inside, {
        action: 'hand-over', changes: { state: 'handed-over', handedOverByName: ctx.actor.name, ...handed }, of: (one) => ({ ...handed, dueOn: dueOf(one), holderStaffName: ctx.actor.name, flawed: one.flawed }),
        also: (batch) => tellSigners(ctx, batch, row, inside, inside.map(dueOf).sort()[0] ?? ''),
      });
    }
    case 'take-out': {
      const one = inside.find(({ id }) => id === act.envelopeId);
      if (!one) throw fail('custody.envelope-not-found');
      return move(ctx, row, [one], { action: 'take-out', changes: inside.length === 1 ? { state: 'cancelled' } : {}, of: restored });
    }
    case 'call-back': return move(ctx, row, inside, { action: 'call-back', text: act.reason, changes: {}, of: restored });
    case 'cancel': return move(ctx, row, inside, { action: 'take-out', changes: { state: 'cancelled' }, of: restored });
  }
}

interface EnvelopeChanges { dueOn: string | null; handedOverById: string | null; handedOverAt: Date | null; holderStaffName: string | null; flawed: boolean }

/** Back to where it lay: to be handed over until the day of the rule, or kept. */
function restored(row: EnvelopeRecord): EnvelopeChanges {
  return { dueOn: row.prior?.state === 'received' ? null : row.submitDueOn, handedOverById: null, handedOverAt: null, holderStaffName: row.holderStaffName, flawed: row.flawed };
}

interface Movement {
  action: 'hand-over' | 'take-out' | 'call-back';
  text?: string;
  changes: Changes;
  of: (row: EnvelopeRecord) => EnvelopeChanges;
  also?: (batch: WriteBatch) => Promise<void>;
}

async function move(ctx: Context, row: BatchRecord, rows: readonly EnvelopeRecord[], { action, text = '', changes, of, also }: Movement): Promise<void> {
  const batch = new WriteBatch();
  const writes = writesFor<CustodyTables>(batch);
  const stale = () => fail('custody.batch-stale', { number: row.number });
  writes.update('custody.batch', { ...changes, version: row.version + 1 }, { id: row.id, version: row.version }, { expected: 1, otherwise: stale });
  const leaves = action !== 'hand-over';
  writes.updateEach('custody.envelope', rows.map((one) => ({
    id: one.id, version: one.version, ...stepped(one, { type: action }), ...of(one), batchId: leaves ? null : one.batchId, batchNumber: leaves ? null : one.batchNumber,
  })), ['id', 'version'], { expected: rows.length, otherwise: stale }, 'version');
  if (leaves) writes.update('custody.batchEnvelope', { outcome: 'taken-out', outcomeText: text }, { batchId: row.id, envelopeId: rows.map(({ id }) => id), outcome: null });
  for (const one of rows) {
    addStep(ctx, batch, one, action, text);
    publishEnvelope(ctx, batch, envelopeMoved, { ...one, ...stepped(one, { type: action }) });
  }
  recordAudit(ctx, batch, { action: `custody.${action}-batch`, objectType: 'custody-batch', objectId: row.id, detail: { number: row.number, size: rows.length } });
  await also?.(batch);
  await commit(ctx, batch);
}

function stepped(row: EnvelopeRecord, action: EnvelopeAction) {
  const outcome = applyEnvelopeAction(row, action);
  if (!outcome.ok) throw fail(outcome.refusal, { code: row.code, state: standingLabel(row) });
  return outcome.next;
}
