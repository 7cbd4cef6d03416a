import { fail } from '../errors/kernel-errors.ts';
import { handle, type RouteBinding } from '../module/index.ts';
import { bindAddress, sendEmailCode, unbindAddress } from './actions/bind-address.ts';
import { pauseChannel, resumeChannel, saveChannel, saveTopic } from './actions/manage-channels.ts';
import { readMessages } from './actions/read-messages.ts';
import { resendFailed, retryDelivery } from './actions/retry-delivery.ts';
import { setPreference, setQuietHours } from './actions/set-preference.ts';
import * as channels from './channels.contract.ts';
import * as contract from './contract.ts';
import { getChannelStatus, listChannels, listTopics } from './queries/list-channels.ts';
import { findDelivery, listDeliveries, listSimulatedMessages, readDelivery } from './queries/list-deliveries.ts';
import { countUnread, listMessages } from './queries/list-messages.ts';
import { listPreferences } from './queries/list-preferences.ts';
import { exportStatistics, readStatistics } from './queries/read-statistics.ts';
import * as statistics from './statistics.contract.ts';

const ownRoutes: readonly RouteBinding[] = [
  handle(contract.listMessages, (ctx, { query }) => listMessages(ctx, query)),
  handle(contract.countUnreadMessages, async (ctx) => ({ count: await countUnread(ctx) })),
  handle(contract.readMessages, async (ctx, { body }) => ({ count: await readMessages(ctx, body.ids) })),
  handle(contract.listPreferences, (ctx) => listPreferences(ctx)),
  handle(contract.setPreference, (ctx, { params, body }) => setPreference(ctx, params.topic, body.channels)),
  handle(contract.setQuietHours, (ctx, { body }) => setQuietHours(ctx, body)),
  handle(contract.sendEmailCode, (ctx, { body }) => sendEmailCode(ctx, body.address)),
  handle(contract.bindAddress, (ctx, { params, body }) => bindAddress(ctx, params.channel, body.code)),
  handle(contract.unbindAddress, (ctx, { params }) => unbindAddress(ctx, params.channel)),
];

const operatorRoutes: readonly RouteBinding[] = [
  handle(contract.listSimulatedMessages, (ctx, { query }) => listSimulatedMessages(ctx, query)),
  handle(contract.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query)),
  handle(contract.getDelivery, async (ctx, { params }) => {
    const delivery = await readDelivery(ctx, params.deliveryId);
    if (!delivery) throw fail('kernel.not-found', { what: '这条消息' });
    return delivery;
  }),
  handle(contract.retryDelivery, async (ctx, { params }) => {
    await retryDelivery(ctx, params.deliveryId);
    const delivery = await findDelivery(ctx, params.deliveryId);
    if (!delivery) throw fail('kernel.not-found', { what: '这条消息' });
    return delivery;
  }),
  handle(channels.listChannels, async (ctx) => ({ items: await listChannels(ctx) })),
  handle(channels.saveChannel, async (ctx, { params, body }) => {
    await saveChannel(ctx, params.channel, body);
    return getChannelStatus(ctx, params.channel);
  }),
  handle(channels.pauseChannel, async (ctx, { params, body }) => {
    await pauseChannel(ctx, params.channel, body.reason);
    return getChannelStatus(ctx, params.channel);
  }),
  handle(channels.resumeChannel, async (ctx, { params }) => {
    await resumeChannel(ctx, params.channel);
    return getChannelStatus(ctx, params.channel);
  }),
  handle(channels.resendFailed, async (ctx, { params, body }) => ({ count: await resendFailed(ctx, params.channel, body.days) })),
  handle(channels.listTopics, async (ctx) => ({ items: await listTopics(ctx) })),
  handle(channels.saveTopic, async (ctx, { params, body }) => {
    await saveTopic(ctx, params.topic, body);
    const saved = (await listTopics(ctx)).find(({ topic }) => topic === params.topic);
    if (!saved) throw fail('kernel.not-found', { what: '这类消息' });
    return saved;
  }),
  handle(statistics.getMessageStatistics, (ctx, { query }) => readStatistics(ctx, query)),
  handle(statistics.exportMessageStatistics, (ctx, { query }) => exportStatistics(ctx, query)),
];

export const messagingRoutes: readonly RouteBinding[] = [...ownRoutes, ...operatorRoutes];
