import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { checkContents, checkLicenceTypes, requireComplete } from '../check-content.ts';
import { fail } from '../errors.ts';
import type { MaterialContent } from '../library.contract.ts';
import {
  authorizeLibrary, columnsOf, contentOf, getEditableMaterial, getMaterialRecord, requireMaterialState, type MaterialRecord,
} from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';

type Change = Updateable<MaterialsTables['materials.material']>;

/** Adds the change of a material to the batch; it is undone when somebody changed the material since `revision`. */
export function updateMaterial(ctx: Context, batch: WriteBatch, record: MaterialRecord, revision: number, change: Change): void {
  writesFor<MaterialsTables>(batch).update('materials.material',
    { ...change, revision: revision + 1, updatedAt: ctx.kernel.clock.now(), updatedByName: ctx.actor.name },
    { id: record.id, revision, state: record.state }, { expected: 1, otherwise: () => fail('materials.stale') });
}

/** The codes by which a material is found: its own and those of the materials merged into it. */
export async function codesOf(ctx: Context, record: MaterialRecord): Promise<string[]> {
  const merged = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material').select('code')
    .where('mergedInto', '=', record.id).orderBy('code').execute();
  return [record.code, ...merged.map(({ code }) => code)];
}

/** Changes what the library says of a material. @throws materials.stale, materials.state-refused, forbidden */
export async function editMaterial(ctx: Context, id: string, revision: number, content: MaterialContent): Promise<void> {
  const record = await getEditableMaterial(ctx, id);
  await checkContents(ctx, [content]);
  if (record.state === 'active') requireComplete(content);
  const batch = new WriteBatch();
  updateMaterial(ctx, batch, record, revision, columnsOf(content, await codesOf(ctx, record)));
  recordAudit(ctx, batch, { action: 'materials.edit-material', objectType: 'standard-material', objectId: id, detail: { code: record.code } });
  await commit(ctx, batch);
}

/** Sets the licence types that a material is (材料与证照目录映射). @throws materials.stale, materials.unknown-licence-type, forbidden */
export async function setLicenceTypes(ctx: Context, id: string, revision: number, licenceTypes: readonly string[]): Promise<void> {
  const record = await getEditableMaterial(ctx, id);
  await checkLicenceTypes(ctx, licenceTypes);
  const batch = new WriteBatch();
  updateMaterial(ctx, batch, record, revision, { licenceTypes: [...new Set(licenceTypes)] });
  recordAudit(ctx, batch, { action: 'materials.set-licence-types', objectType: 'standard-material', objectId: id, detail: { code: record.code, licenceTypes } });
  await commit(ctx, batch);
}

/**
 * Puts a material to use or out of it. Items that refer to a retired one keep it; none can be mapped to it any more.
 * @throws materials.incomplete, materials.reason-missing, materials.state-refused, materials.stale, forbidden
 */
export async function changeMaterialState(
  ctx: Context, id: string, input: { revision: number; action: 'activate' | 'retire'; reason?: string },
): Promise<void> {
  const record = await getMaterialRecord(ctx, id);
  authorizeLibrary(ctx, 'materials.material.edit', record);
  const state = requireMaterialState(record, input.action);
  const reason = input.reason?.trim() || null;
  if (input.action === 'activate') requireComplete(contentOf(record));
  else if (reason === null) throw fail('materials.reason-missing');
  const batch = new WriteBatch();
  updateMaterial(ctx, batch, record, input.revision, { state, stateReason: reason });
  recordAudit(ctx, batch, {
    action: `materials.${input.action}-material`, objectType: 'standard-material', objectId: id, detail: { code: record.code, reason },
  });
  await commit(ctx, batch);
}
