import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { RecognitionTables } from '../tables.ts';
import type { Classifier } from '../training/naive-bayes.ts';
import type { ModelVersion } from '../training.contract.ts';

/** A version without what it has learnt. */
export type ModelRecord = Omit<Selectable<RecognitionTables['recognition.model']>, 'classifier'>;

export const modelColumns = ['id', 'number', 'state', 'reason', 'samples', 'evaluation', 'trainedByName', 'trainedAt', 'activatedByName', 'activatedAt'] as const;

/** What the version in use has learnt; undefined where none is. */
export async function findActiveClassifier(ctx: Pick<Context, 'kernel'>): Promise<Classifier | undefined> {
  const row = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.model').select('classifier').where('state', '=', 'active').executeTakeFirst();
  return row?.classifier ?? undefined;
}

/** @throws recognition.model-not-found */
export async function getModelRecord(ctx: Pick<Context, 'kernel'>, modelId: string): Promise<ModelRecord> {
  const record = await tablesOf<RecognitionTables>(ctx.kernel.db).selectFrom('recognition.model').select(modelColumns).where('id', '=', modelId).executeTakeFirst();
  if (!record) throw fail('recognition.model-not-found');
  return record;
}

/** A version with its evaluation. */
export function presentModel({ id, number, state, reason, samples, evaluation, trainedByName, trainedAt, activatedByName, activatedAt }: ModelRecord): ModelVersion {
  return { id, number, state, reason, samples, evaluation, trainedByName, trainedAt: trainedAt.toISOString(), activatedByName, activatedAt: activatedAt?.toISOString() ?? null };
}
