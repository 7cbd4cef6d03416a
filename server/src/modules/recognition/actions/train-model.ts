import { sql } from 'kysely';
import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, runText, tablesOf, transact, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { fail } from '../errors.ts';
import { trainJobName } from '../jobs/job-names.ts';
import { getModelRecord, presentModel } from '../queries/model-record.ts';
import { countSamples } from '../queries/sample-record.ts';
import type { RecognitionTables } from '../tables.ts';
import type { ModelVersion } from '../training.contract.ts';

const train = 'recognition.model.train';
/** Samples of a kind from which learning it begins to make sense. */
export const fewestSamples = 5;

/** Has a new version trained in the background from the samples of now. @throws recognition.too-few-samples, recognition.already-training */
export async function trainModel(ctx: Context): Promise<ModelVersion> {
  authorize(ctx, train, {});
  const enough = [...(await countSamples(ctx)).values()].filter((count) => count >= fewestSamples).length;
  if (enough < 2) throw fail('recognition.too-few-samples', { least: fewestSamples, enough });
  const last = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.model').select(sql<number | null>`max(number)`.as('number')).executeTakeFirst();
  const id = createId();
  const batch = new WriteBatch().onViolation('model_one_training', () => fail('recognition.already-training')).onViolation('model_number', () => fail('recognition.already-training'));
  writesFor<RecognitionTables>(batch).insert('recognition.model', { id, number: (last?.number ?? 0) + 1, state: 'training', reason: null, samples: 0, evaluation: null, classifier: null, trainedByName: ctx.actor.name, trainedAt: ctx.kernel.clock.now(), activatedByName: null });
  enqueueJob(batch, trainJobName, { modelId: id }, { key: `${trainJobName}:${id}` });
  recordAudit(ctx, batch, { action: 'recognition.train-model', objectType: 'recognition-model', objectId: id });
  await commit(ctx, batch);
  return presentModel(await getModelRecord(ctx, id));
}

/** Puts a version in use in place of the one before, which stays to go back to. @throws recognition.model-not-found, recognition.model-not-ready */
export async function activateModel(ctx: Context, modelId: string): Promise<ModelVersion> {
  authorize(ctx, train, {});
  const record = await getModelRecord(ctx, modelId);
  if (record.state !== 'ready') throw fail('recognition.model-not-ready');
  await transact<RecognitionTables, void>(ctx.kernel.db, async (trx) => {
    // First the old one leaves: no two are in use at any moment.
    await trx.updateTable('recognition.model').set({ state: 'ready' }).where('state', '=', 'active').execute();
    const batch = new WriteBatch().onViolation('model_one_active', () => fail('recognition.model-not-ready'));
    writesFor<RecognitionTables>(batch).update('recognition.model', { state: 'active', activatedByName: ctx.actor.name, activatedAt: ctx.kernel.clock.now() }, { id: modelId, state: 'ready' },
      { expected: 1, otherwise: () => fail('recognition.model-not-ready') });
    recordAudit(ctx, batch, { action: 'recognition.activate-model', objectType: 'recognition-model', objectId: modelId, detail: { number: record.number } });
    await batch.executeIn((text, values) => runText(trx, text, values));
  });
  return presentModel(await getModelRecord(ctx, modelId));
}

/** Takes the version out of use: kinds are told by their marks again. @throws recognition.model-not-found, recognition.model-not-ready */
export async function deactivateModel(ctx: Context, modelId: string): Promise<ModelVersion> {
  authorize(ctx, train, {});
  const { number } = await getModelRecord(ctx, modelId);
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.model', { state: 'ready' }, { id: modelId, state: 'active' }, { expected: 1, otherwise: () => fail('recognition.model-not-ready') });
  recordAudit(ctx, batch, { action: 'recognition.deactivate-model', objectType: 'recognition-model', objectId: modelId, detail: { number } });
  await commit(ctx, batch);
  return presentModel(await getModelRecord(ctx, modelId));
}
