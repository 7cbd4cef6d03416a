import type { Context } from '../kernel/context.ts';
import { saveChannel } from '../kernel/messaging/actions/manage-channels.ts';
import { listChannels } from '../kernel/messaging/queries/list-channels.ts';

/** Offers every channel of messages in the demonstration, where they are only simulated; what somebody has set stays. */
export async function seedChannels(ctx: Context): Promise<void> {
  for (const { channel, revision, settings } of await listChannels(ctx)) {
    if (revision === 1 && !settings.enabled) await saveChannel(ctx, channel, { revision, settings: { ...settings, enabled: true } });
  }
}
