import { loadCalendar, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { batchStateLabels, type BatchLine, type BatchState, type EnvelopeLine } from './contract.ts';
import { maySendFor, maySign, readSigners, type BatchRecord, type EnvelopeRecord, type MaterialRecord, type Signers } from './record.ts';
import { standingLabel, waysFrom } from './states.ts';

/** What presenting needs: what days left are reckoned by, and who the rules let sign. */
export interface Words { calendar: WorkingCalendar; today: string; signers: ReadonlyMap<string, Signers> }

/** Read once a page. */
export async function readWords(ctx: Context, rows: readonly EnvelopeRecord[]): Promise<Words> {
  const [calendar, signers] = await Promise.all([loadCalendar(ctx.kernel), readSigners(ctx, rows.map(({ ruleId }) => ruleId))]);
  return { calendar: calendar.provisional, today: chinaDate(ctx.kernel.clock.now()), signers };
}

function abilitiesOf(ctx: Context, row: EnvelopeRecord, signers: Signers | undefined): EnvelopeLine['abilities'] {
  return {
    putIn: maySendFor(ctx, { path: row.holderPath, regionCode: row.regionCode }) ? [...waysFrom(row)] : [],
    sign: row.state === 'in-transit' && row.handedOverById !== ctx.actor.id && maySign(ctx, row, signers),
  };
}

/** An envelope as lists show it; `materialCount` is counted by whoever reads. */
export function presentLine(ctx: Context, row: EnvelopeRecord, materialCount: number, { calendar, today, signers }: Words): EnvelopeLine {
  const { id, code, version, caseId, caseNumber, itemName, applicantName, state, leg, dueOn, flawed } = row;
  return {
    id, code, version, caseId, caseNumber, itemName, applicantName, state, leg, stateLabel: standingLabel(row), dueOn, flawed, materialCount,
    holder: { id: row.holderId, name: row.holderName, staffName: row.holderStaffName }, heldSince: row.heldSince.toISOString(), destination: { id: row.destinationId, name: row.destinationName },
    remainingDays: dueOn === null ? null : calendar.workingDaysBetween(today, dueOn), batch: row.batchId === null ? null : { id: row.batchId, number: row.batchNumber ?? '' },
    handedOverAt: row.handedOverAt?.toISOString() ?? null, abilities: abilitiesOf(ctx, row, signers.get(row.ruleId)),
  };
}

/** An envelope with its materials. */
export function presentWithMaterials(ctx: Context, row: EnvelopeRecord, materials: readonly MaterialRecord[], words: Words) {
  return { ...presentLine(ctx, row, materials.length, words), materials: materials.map(({ id, name, check, remark }) => ({ id, name, check, remark })) };
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
