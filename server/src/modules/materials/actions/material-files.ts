import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { claimFiles, findFiles, releaseFiles } from '../../../kernel/files/index.ts';
import { fail } from '../errors.ts';
import type { addMaterialFile as addOperation, FileKind } from '../library.contract.ts';
import { getEditableMaterial } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';

/** Files of one material; a guide with more of them helps nobody. */
export const mostFiles = 30;

/** What a file of the library belongs to. */
export const ownerOf = (materialId: string) => ({ type: 'standard-material', id: materialId });

/** What the guide offers to everyone. */
export const publicKinds: readonly FileKind[] = ['blank-form', 'example'];

async function requirePoint(ctx: Context, materialId: string, pointId: string): Promise<void> {
  const point = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.reviewPoint').select('id')
    .where('id', '=', pointId).where('materialId', '=', materialId).executeTakeFirst();
  if (!point) throw fail('materials.point-not-found');
}

/**
 * Adds an uploaded file to a material: a blank form, an example, or a sample for a review point (GDE-03).
 * @throws materials.file-unknown, materials.too-many-files, materials.sample-needs-review, materials.point-not-found, forbidden
 */
export async function addMaterialFile(ctx: Context, materialId: string, input: BodyOf<typeof addOperation>): Promise<void> {
  const record = await getEditableMaterial(ctx, materialId);
  if (input.reviewPointId !== undefined) {
    if (publicKinds.includes(input.kind)) throw fail('materials.sample-needs-review');
    await requirePoint(ctx, materialId, input.reviewPointId);
  }
  const [file] = await findFiles(ctx, [input.fileId]);
  if (!file || file.uploadedBy !== ctx.actor.id || file.owner !== null) throw fail('materials.file-unknown');
  const { count } = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.file')
    .select((eb) => eb.fn.countAll<number>().as('count')).where('materialId', '=', materialId).executeTakeFirstOrThrow();
  if (count >= mostFiles) throw fail('materials.too-many-files', { limit: mostFiles });
  const batch = new WriteBatch();
  claimFiles(batch, [file.id], ownerOf(materialId), { uploadedBy: ctx.actor.id });
  writesFor<MaterialsTables>(batch).insert('materials.file', {
    id: createId(), materialId, reviewPointId: input.reviewPointId ?? null, kind: input.kind, title: input.title.trim(), note: input.note?.trim() || null,
    fileId: file.id, name: file.name, size: file.size, mediaType: file.mediaType, addedByName: ctx.actor.name, addedAt: ctx.kernel.clock.now(),
  });
  recordAudit(ctx, batch, {
    action: 'materials.add-file', objectType: 'standard-material', objectId: materialId, detail: { code: record.code, kind: input.kind, title: input.title },
  });
  await commit(ctx, batch);
}

/** Takes a file away from a material. @throws materials.file-not-found, forbidden */
export async function removeMaterialFile(ctx: Context, materialId: string, id: string): Promise<void> {
  const record = await getEditableMaterial(ctx, materialId);
  const file = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.file').select(['fileId', 'title'])
    .where('id', '=', id).where('materialId', '=', materialId).executeTakeFirst();
  if (!file) throw fail('materials.file-not-found');
  const batch = new WriteBatch();
  releaseFiles(ctx, batch, [file.fileId], ownerOf(materialId));
  writesFor<MaterialsTables>(batch).delete('materials.file', { id, materialId }, { expected: 1, otherwise: () => fail('materials.file-not-found') });
  recordAudit(ctx, batch, {
    action: 'materials.remove-file', objectType: 'standard-material', objectId: materialId, detail: { code: record.code, title: file.title },
  });
  await commit(ctx, batch);
}
