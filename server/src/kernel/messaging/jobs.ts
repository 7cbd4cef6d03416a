import { Code, Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import type { Context } from '../context.ts';
import { tablesOf } from '../db/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import { collectReceipts } from './actions/collect-receipts.ts';
import { countMessages } from './actions/count-messages.ts';
import { adapterOf, isSimulated } from './channels/adapter-of.ts';
import { outsideChannels, type OutsideChannel } from './channels.contract.ts';
import { deliverMessages } from './deliver/deliver-messages.ts';
import { expireMessages } from './deliver/expire-messages.ts';
import { deliverMessagesJob } from './job-names.ts';
import type { MessagingTables } from './tables.ts';

const DeliverMessages = Type.Object({ channel: Code(outsideChannels) });

/** Delivers what has become due on any channel by the passing of time, or whose own job was lost. */
async function deliverDue(ctx: Context): Promise<void> {
  await expireMessages(ctx);
  const due = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.channel as channel').select('channel.code')
    .where(({ exists, selectFrom }) => exists(selectFrom('messaging.message as message').select('message.id')
      .whereRef('message.channel', '=', 'channel.code').where('message.state', '=', 'queued').where('message.dueAt', '<=', ctx.kernel.clock.now()))).execute();
  for (const { code } of due) await deliverMessages(ctx, code);
}

async function collectAll(ctx: Context): Promise<void> {
  const asked: OutsideChannel[] = outsideChannels.filter((channel) => !isSimulated(ctx.kernel, channel));
  // One gateway that is down keeps no other's receipts back; the job is tried again in a minute.
  const outcomes = await Promise.allSettled(asked.map((channel) => collectReceipts(ctx, channel, adapterOf(ctx.kernel, channel))));
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') ctx.kernel.log.warn({ channel: asked[index], error: String(outcome.reason) }, 'receipts could not be read');
  }
}

export const messagingJobs: readonly JobDefinition[] = [
  { name: deliverMessagesJob, label: '发送消息', handle: async (ctx, payload) => { await deliverMessages(ctx, Value.Parse(DeliverMessages, payload).channel); } },
  { name: 'messaging.deliver-due', label: '发送到时的消息', cron: '* * * * *', handle: deliverDue },
  { name: 'messaging.collect-receipts', label: '收取消息回执', cron: '* * * * *', handle: collectAll },
  { name: 'messaging.count', label: '消息计入月度统计', cron: '* * * * *', handle: async (ctx) => { await countMessages(ctx); } },
];
