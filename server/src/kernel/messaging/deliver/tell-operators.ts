import { listHolders } from '../../access/list-holders.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import { channelNames, type OutsideChannel } from '../channels.contract.ts';
import { sendToStaff } from '../send-message.ts';
import type { HealthChange } from './channel-health.ts';

/** Tells those who look after the channels, in their box, that one has gone down or come up again; once each time. */
export async function tellOperators(ctx: Context, channel: OutsideChannel, { now, since }: HealthChange, reason = ''): Promise<void> {
  const operators = await listHolders(ctx, 'messaging.channel.manage', { organizationPath: '/', regionCode: '' });
  const batch = new WriteBatch();
  await sendToStaff(ctx, batch, operators, {
    templateKey: now === 'down' ? 'messaging.channel-down' : 'messaging.channel-up', channels: ['in-site'],
    variables: { channelName: channelNames[channel], ...(now === 'down' ? { reason } : {}) }, dedupeKey: `channel-${now}:${channel}:${since.toISOString()}`,
  });
  await commit(ctx, batch);
}
