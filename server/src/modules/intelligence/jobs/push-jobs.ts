import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { dateInWords, chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import { countCaseFlow, type CaseFlow } from '../../cases/index.ts';
import { addPush } from '../actions/add-push.ts';
import { deliverPush } from '../actions/deliver-push.ts';
import type { Indicator } from '../city-brain/city-brain.ts';
import { deliverPushJob } from '../job-names.ts';
import type { IntelligenceTables } from '../tables.ts';

const figures: readonly (readonly [keyof Omit<CaseFlow, 'regionCode'>, code: string, name: string])[] = [
  ['submitted', 'cases.submitted-today', '今日申请'], ['closed', 'cases.closed-today', '今日办结'], ['open', 'cases.open', '在办'], ['overdue', 'cases.overdue', '在办超期'],
];
const graceMs = 5 * 60_000;
const keptMs = 30 * 24 * 3_600_000;

/** Counts cases by region and queues the figures for the city brain; nothing without one. */
export async function pushCaseFigures(ctx: Context): Promise<void> {
  if (ctx.kernel.config.cityBrainUrl === undefined) return;
  const now = ctx.kernel.clock.now();
  const at = now.toISOString();
  const flow = await countCaseFlow(ctx, chinaDate(now));
  const indicators = flow.flatMap((one) => figures.map(([key, code, name]): Indicator => ({ code, name, region: one.regionCode, value: one[key], unit: '件', at })));
  if (indicators.length === 0) return;
  const batch = new WriteBatch();
  addPush(ctx, batch, `办件数量（${dateInWords(chinaDate(now))}，${flow.length} 个区划）`, { kind: 'indicators', at, indicators });
  await commit(ctx, batch);
}

/** Queues a job again for what has been due for five minutes, should its own have been lost, and forgets what was taken a month ago. */
export async function sweepPushes(ctx: Context): Promise<void> {
  const tables = tablesOf<IntelligenceTables>(ctx.kernel.db);
  const now = ctx.kernel.clock.now().getTime();
  const overdue = await tables.selectFrom('intelligence.push').select('id').where('state', '=', 'queued').where('dueAt', '<', new Date(now - graceMs)).orderBy('dueAt').limit(200).execute();
  const batch = new WriteBatch();
  for (const { id } of overdue) enqueueJob(batch, deliverPushJob, { pushId: id }, { key: `${deliverPushJob}:${id}` });
  await batch.execute(ctx.kernel.db.pool);
  await tables.deleteFrom('intelligence.push').where('state', '=', 'sent').where('sentAt', '<', new Date(now - keptMs)).execute();
}

const DeliverPush = Type.Object({ pushId: Type.String() });

export const pushJobs: readonly JobDefinition[] = [
  { name: deliverPushJob, label: '推送城市大脑', handle: async (ctx, payload) => deliverPush(ctx, Value.Parse(DeliverPush, payload).pushId) },
  { name: 'intelligence.push-case-figures', label: '统计办件数量并推送城市大脑', cron: '*/10 * * * *', handle: pushCaseFigures },
  { name: 'intelligence.sweep-pushes', label: '补推滞留的城市大脑数据', cron: '*/5 * * * *', handle: sweepPushes },
];
