import { fail } from '../errors/kernel-errors.ts';
import { handle, type RouteBinding } from '../module/index.ts';
import { readMessages } from './actions/read-messages.ts';
import { retryDelivery } from './actions/retry-delivery.ts';
import { listPreferences, setPreference } from './actions/set-preference.ts';
import * as contract from './contract.ts';
import { findDelivery, listDeliveries, listSimulatedSms } from './queries/list-deliveries.ts';
import { countUnread, listMessages } from './queries/list-messages.ts';

export const messagingRoutes: readonly RouteBinding[] = [
  handle(contract.listMessages, (ctx, { query }) => listMessages(ctx, query)),
  handle(contract.countUnreadMessages, async (ctx) => ({ count: await countUnread(ctx) })),
  handle(contract.readMessages, async (ctx, { body }) => ({ count: await readMessages(ctx, body.ids) })),
  handle(contract.listPreferences, async (ctx) => ({ items: await listPreferences(ctx) })),
  handle(contract.setPreference, (ctx, { params, body }) => setPreference(ctx, params.topic, body.sms)),
  handle(contract.listSimulatedSms, (ctx, { query }) => listSimulatedSms(ctx, query)),
  handle(contract.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query)),
  handle(contract.retryDelivery, async (ctx, { params }) => {
    await retryDelivery(ctx, params.deliveryId);
    const delivery = await findDelivery(ctx, params.deliveryId);
    if (!delivery) throw fail('kernel.not-found', { what: '这条短信' });
    return delivery;
  }),
];
