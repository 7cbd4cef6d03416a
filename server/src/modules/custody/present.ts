import { loadCalendar, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { batchStateLabels, type BatchLine, type BatchState, type EnvelopeLine } from './contract.ts';
import type { BatchRecord, EnvelopeRecord } from './record.ts';
import { standingLabel } from './states.ts';

/** What days left are reckoned by. */
export interface Reckoning { calendar: WorkingCalendar; today: string }

/** Read once a page. */
export async function readReckoning(ctx: Context): Promise<Reckoning> {
  return { calendar: (await loadCalendar(ctx.kernel)).provisional, today: chinaDate(ctx.kernel.clock.now()) };
}

/** An envelope as lists show it; `materialCount` is counted by whoever reads. */
export function presentLine(row: EnvelopeRecord, materialCount: number, { calendar, today }: Reckoning): EnvelopeLine {
  const { id, code, version, caseId, caseNumber, itemName, applicantName, state, leg, dueOn, flawed } = row;
  return {
    id, code, version, caseId, caseNumber, itemName, applicantName, state, leg, stateLabel: standingLabel(row), dueOn, flawed, materialCount,
    holder: { id: row.holderId, name: row.holderName, staffName: row.holderStaffName }, heldSince: row.heldSince.toISOString(), destination: { id: row.destinationId, name: row.destinationName },
    remainingDays: dueOn === null ? null : calendar.workingDaysBetween(today, dueOn), batch: row.batchId === null ? null : { id: row.batchId, number: row.batchNumber ?? '' },
    handedOverAt: row.handedOverAt?.toISOString() ?? null,
  };
}

export type CountedBatch = BatchRecord & { size: number; waiting: number };

/** What came of a batch: it is done once nothing of it waits. */
export function batchStateOf({ state, waiting }: Pick<CountedBatch, 'state' | 'waiting'>): BatchState {
  return state === 'handed-over' && waiting === 0 ? 'done' : state;
}

export function presentBatchLine(row: CountedBatch): BatchLine {
  const { id, number, version, leg, size, waiting, madeByName, note, handedOverByName } = row;
  const state = batchStateOf(row);
  return {
    id, number, version, state, stateLabel: batchStateLabels[state], leg, size, waiting, madeByName, note, handedOverByName, from: { id: row.fromId, name: row.fromName }, to: { id: row.toId, name: row.toName },
    madeAt: row.madeAt.toISOString(), handedOverAt: row.handedOverAt?.toISOString() ?? null,
  };
}
