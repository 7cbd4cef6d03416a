import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import type { JobDefinition } from '../jobs/index.ts';
import { collectReceipts } from './actions/collect-receipts.ts';
import { deliverSms } from './actions/deliver-sms.ts';
import { sweepOverdueSms } from './actions/sweep-messages.ts';
import { deliverSmsJob } from './job-names.ts';
import { smsChannelOf } from './sms/channel-of.ts';

const DeliverSms = Type.Object({ messageId: Type.String() });

export const messagingJobs: readonly JobDefinition[] = [
  {
    name: deliverSmsJob, label: '发送短信',
    handle: async (ctx, payload) => deliverSms(ctx, smsChannelOf(ctx.kernel), Value.Parse(DeliverSms, payload).messageId),
  },
  { name: 'messaging.collect-receipts', label: '收取短信回执', cron: '* * * * *', handle: async (ctx) => { await collectReceipts(ctx, smsChannelOf(ctx.kernel)); } },
  { name: 'messaging.sweep-overdue', label: '补发滞留的短信', cron: '*/5 * * * *', handle: async (ctx) => { await sweepOverdueSms(ctx); } },
];
