import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { bundleMoved } from '../bundles/index.ts';
import { itemPublished } from '../catalog/index.ts';
import { followBundle } from './actions/follow-bundle.ts';
import type { SurveysTables } from './tables.ts';

/** An item that is published after its department confirmed it is online. */
async function followPublication(ctx: Context, event: DomainEvent): Promise<void> {
  await tablesOf<SurveysTables>(ctx.kernel.db).updateTable('surveys.answer').set({ onlineAt: event.occurredAt })
    .where('itemId', '=', event.aggregateId).where('onlineAt', 'is', null)
    .where('taskId', 'in', (eb) => eb.selectFrom('surveys.task').select('id').where('state', '<>', 'open').where('confirmedAt', '<=', event.occurredAt)).execute();
}

export const surveysSubscriptions: readonly Subscription[] = [
  { name: 'surveys.follow-publication', types: [itemPublished], handle: followPublication },
  { name: 'surveys.follow-bundle', types: [bundleMoved], handle: (ctx, { aggregateId, data }) => followBundle(ctx, aggregateId, String((data as Record<string, unknown>)['byName'] ?? '')) },
];
