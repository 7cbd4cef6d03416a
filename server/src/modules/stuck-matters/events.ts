import type { Context } from '../../kernel/context.ts';
import type { WriteBatch } from '../../kernel/db/index.ts';
import { publishEvent } from '../../kernel/events/index.ts';
import type { MatterState } from './contract.ts';
import type { MatterRecord } from './record.ts';

/** A matter was registered, moved a step, or came to its end; aggregate `stuck-matter`. */
export const matterRegistered = 'stuck-matters.matter-registered';
export const matterMoved = 'stuck-matters.matter-moved';
export const matterFinished = 'stuck-matters.matter-finished';

export interface MatterEvent extends Record<string, unknown> {
  matterId: string;
  number: string;
  state: MatterState;
  action: string;
  reasonCode: string;
  itemId: string | null;
  caseId: string | null;
  organizationId: string | null;
  regionCode: string;
}

/** Adds the event of a step to its batch; nothing in it tells who reported. */
export function publishMatter(ctx: Context, batch: WriteBatch, type: string, row: Pick<MatterRecord, 'id' | 'number' | 'reasonCode' | 'itemId' | 'caseId' | 'organizationId' | 'regionCode'>, action: string, state: MatterState): void {
  const { id, number, reasonCode, itemId, caseId, organizationId, regionCode } = row;
  const data: MatterEvent = { matterId: id, number, state, action, reasonCode, itemId, caseId, organizationId, regionCode };
  publishEvent(ctx, batch, { type, aggregateType: 'stuck-matter', aggregateId: id, data });
}
