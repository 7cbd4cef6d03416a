import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { EnvelopeRecord } from '../record.ts';
import type { CustodyTables } from '../tables.ts';

/** Adds a line to the history of an envelope. */
export function addStep(ctx: Context, batch: WriteBatch, row: Pick<EnvelopeRecord, 'id' | 'leg' | 'batchNumber'>, action: string, text = ''): void {
  const { actor } = ctx;
  writesFor<CustodyTables>(batch).insert('custody.step', {
    id: createId(), envelopeId: row.id, action, leg: row.leg, batchNumber: row.batchNumber, actorId: actor.id, actorName: actor.name,
    organizationName: actor.kind === 'staff' ? actor.organizationName : null, text, at: ctx.kernel.clock.now(),
  });
}
