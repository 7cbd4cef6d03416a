import type { Context } from '../../kernel/context.ts';
import type { WriteBatch } from '../../kernel/db/index.ts';
import { publishEvent } from '../../kernel/events/index.ts';
import type { EnvelopeRecord } from './record.ts';

/** An envelope of paper was opened, or something was done with it; aggregate `custody-envelope`. */
export const envelopeOpened = 'custody.envelope-opened';
export const envelopeMoved = 'custody.envelope-moved';

/** Adds the event of a step to its batch; no person is named in it. */
export function publishEnvelope(ctx: Context, batch: WriteBatch, type: string, row: Pick<EnvelopeRecord, 'id' | 'caseId' | 'state' | 'leg' | 'holderId' | 'regionCode'>): void {
  const { id, caseId, state, leg, holderId, regionCode } = row;
  publishEvent(ctx, batch, { type, aggregateType: 'custody-envelope', aggregateId: id, data: { envelopeId: id, caseId, state, leg, holderId, regionCode } });
}
