import type { Subscription } from '../../kernel/events/index.ts';
import { recordItemUse } from './actions/record-item-use.ts';

/** Cases are counted per item, for the list of what most people come for. */
export const countItemUse: Subscription = {
  name: 'catalog.count-item-use', types: ['cases.case-submitted'],
  handle: async (ctx, { data, occurredAt }) => {
    if (typeof data !== 'object' || data === null || !('caseId' in data) || !('itemId' in data)) return;
    if (typeof data.caseId !== 'string' || typeof data.itemId !== 'string') return;
    await recordItemUse(ctx, { caseId: data.caseId, itemId: data.itemId, at: occurredAt });
  },
};
