import type { Subscription } from '../kernel/events/index.ts';
import { caseEvents, type CaseEventData } from '../modules/cases/index.ts';
import { recordItemUse } from '../modules/catalog/index.ts';

/** Every submission counts for how often its item is used. */
export const countApplications: Subscription = {
  name: 'processes.count-applications', types: [caseEvents.submit],
  handle: async (ctx, event) => {
    const { caseId, itemId } = event.data as CaseEventData;
    await recordItemUse(ctx, { caseId, itemId, at: event.occurredAt });
  },
};
