import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { listTrainingSamples } from '../queries/sample-record.ts';
import { listTypeNames } from '../queries/type-record.ts';
import type { RecognitionTables } from '../tables.ts';
import { trainAndTest } from '../training/evaluate.ts';
import { trainJobName } from './job-names.ts';

/** Trains the version that waits for it; one that fails says why. */
export async function trainVersion(ctx: Context, modelId: string): Promise<void> {
  const waiting = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.model').select('id').where('id', '=', modelId).where('state', '=', 'training').executeTakeFirst();
  if (!waiting) return;
  const [samples, types] = await Promise.all([listTrainingSamples(ctx), listTypeNames(ctx)]);
  const thresholds = new Map(types.map(({ code, threshold }) => [code, threshold]));
  const { classifier, evaluation } = trainAndTest(samples, new Map(types.map(({ code, name }) => [code, name])), (code) => thresholds.get(code) ?? 0.6);
  const failed = classifier.codes.length < 2 ? '训练期间样本被排除，剩下的不足两种材料。' : null;
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.model', failed ? { state: 'failed', reason: failed } : { state: 'ready', samples: samples.length, evaluation, classifier }, { id: modelId, state: 'training' });
  await commit(ctx, batch);
}

const Payload = Type.Object({ modelId: Type.String() });

export const trainModelJob: JobDefinition = {
  name: trainJobName, label: '训练材料分类模型', handle: (ctx, payload) => trainVersion(ctx, Value.Parse(Payload, payload).modelId),
};
