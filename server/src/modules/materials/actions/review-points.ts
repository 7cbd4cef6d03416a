import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { releaseFiles } from '../../../kernel/files/index.ts';
import { fail } from '../errors.ts';
import type { addReviewPoint as addOperation } from '../library.contract.ts';
import { getEditableMaterial, type MaterialRecord } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';
import { ownerOf } from './material-files.ts';

type PointInput = BodyOf<typeof addOperation>;

/** Review points of one material in all steps. */
export const mostPoints = 60;

function begin(ctx: Context, record: MaterialRecord, action: string, text: string): WriteBatch {
  const batch = new WriteBatch().onViolation('review_point_text', () => fail('materials.point-taken'));
  recordAudit(ctx, batch, { action, objectType: 'standard-material', objectId: record.id, detail: { code: record.code, text } });
  return batch;
}

const written = (ctx: Context, { stage, text, basis }: PointInput) =>
  ({ stage, text: text.trim(), basis: basis?.trim() || null, updatedByName: ctx.actor.name, updatedAt: ctx.kernel.clock.now() });

/** Adds a review point that items may take over (GDE-03). @throws materials.point-taken, materials.too-many-points, forbidden */
export async function addReviewPoint(ctx: Context, materialId: string, input: PointInput): Promise<string> {
  const record = await getEditableMaterial(ctx, materialId);
  const { count, last } = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.reviewPoint')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last')])
    .where('materialId', '=', materialId).executeTakeFirstOrThrow();
  if (count >= mostPoints) throw fail('materials.too-many-points', { limit: mostPoints });
  const id = createId();
  const batch = begin(ctx, record, 'materials.add-review-point', input.text);
  writesFor<MaterialsTables>(batch).insert('materials.reviewPoint', { id, materialId, position: Number(last) + 1, ...written(ctx, input) });
  await commit(ctx, batch);
  return id;
}

/** Changes a review point; versions of items that took it over keep their text. @throws materials.point-not-found, materials.point-taken, forbidden */
export async function editReviewPoint(ctx: Context, materialId: string, pointId: string, input: PointInput): Promise<void> {
  const record = await getEditableMaterial(ctx, materialId);
  const batch = begin(ctx, record, 'materials.edit-review-point', input.text);
  writesFor<MaterialsTables>(batch).update('materials.reviewPoint', written(ctx, input), { id: pointId, materialId },
    { expected: 1, otherwise: () => fail('materials.point-not-found') });
  await commit(ctx, batch);
}

/** Removes a review point with its samples. @throws materials.point-not-found, forbidden */
export async function removeReviewPoint(ctx: Context, materialId: string, pointId: string): Promise<void> {
  const record = await getEditableMaterial(ctx, materialId);
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const [point, files] = await Promise.all([
    tables.selectFrom('materials.reviewPoint').select('text').where('id', '=', pointId).where('materialId', '=', materialId).executeTakeFirst(),
    tables.selectFrom('materials.file').select('fileId').where('reviewPointId', '=', pointId).execute(),
  ]);
  if (!point) throw fail('materials.point-not-found');
  const batch = begin(ctx, record, 'materials.remove-review-point', point.text);
  releaseFiles(ctx, batch, files.map(({ fileId }) => fileId), ownerOf(materialId));
  writesFor<MaterialsTables>(batch).delete('materials.reviewPoint', { id: pointId, materialId });
  await commit(ctx, batch);
}
