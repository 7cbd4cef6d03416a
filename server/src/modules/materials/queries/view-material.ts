import { covers, holds, requireScope, type Belonging } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { Selectable } from 'kysely';
import { fail } from '../errors.ts';
import type { LibraryPoint, MaterialFile, MaterialView } from '../library.contract.ts';
import { contentOf, findMaterials, getMaterialRecord, recordColumns, type MaterialRecord } from '../material-record.ts';
import { findMaterialState, type MaterialAction } from '../states.ts';
import type { MaterialsTables } from '../tables.ts';
import { countUses } from './count-uses.ts';

/** A standard material by its code, in any state. @throws materials.not-found */
export async function getMaterialByCode(ctx: Context, code: string): Promise<MaterialRecord> {
  const record = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material').select(recordColumns)
    .where('code', '=', code).executeTakeFirst();
  if (!record) throw fail('materials.not-found');
  return record;
}

/** Whether the actor holds the permission over the object. */
export function mayDo(ctx: Context, permission: string, object: Belonging): boolean {
  return holds(ctx.actor, permission) && covers(requireScope(ctx, permission), ctx.actor, object);
}

function abilitiesOf(ctx: Context, record: MaterialRecord): MaterialView['abilities'] {
  const { regionCode, organizationPath, createdById } = record;
  const can = (action: MaterialAction): boolean => findMaterialState(record.state, action) !== undefined;
  const edits = (object: Belonging): boolean => mayDo(ctx, 'materials.material.edit', object);
  return {
    edit: can('edit') && edits(record.state === 'draft' ? { regionCode, organizationPath, ownerIds: [createdById] } : { regionCode }),
    activate: can('activate') && edits({ regionCode }), retire: can('retire') && edits({ regionCode }),
    merge: can('merge') && mayDo(ctx, 'materials.material.merge', { regionCode }),
    substitute: can('substitute') && mayDo(ctx, 'materials.substitution.edit', { regionCode }),
  };
}

/** A file as the library shows it. */
export function presentFile(file: Selectable<MaterialsTables['materials.file']>, codeOf: ReadonlyMap<string, string>): MaterialFile {
  const { id, kind, title, note, reviewPointId, materialId, name, size, mediaType, addedByName } = file;
  return { id, kind, title, note, reviewPointId, materialCode: codeOf.get(materialId) ?? '', name, size, mediaType, addedByName, addedAt: file.addedAt.toISOString() };
}

function presentPoint(point: Selectable<MaterialsTables['materials.reviewPoint']>, codeOf: ReadonlyMap<string, string>): LibraryPoint {
  const { id, stage, text, basis, materialId, updatedByName } = point;
  return { id, stage, text, basis, materialCode: codeOf.get(materialId) ?? '', updatedByName, updatedAt: point.updatedAt.toISOString() };
}

/** A material with what is known of it and of those merged into it, and what the reader may do with it. */
export async function viewMaterial(ctx: Context, record: MaterialRecord): Promise<MaterialView> {
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const merged = await tables.selectFrom('materials.material').select(['id', 'code', 'name']).where('mergedInto', '=', record.id).orderBy('code').execute();
  const family = [record.id, ...merged.map(({ id }) => id)];
  const [files, points, uses, [kept]] = await Promise.all([
    tables.selectFrom('materials.file').selectAll().where('materialId', 'in', family).orderBy('addedAt').orderBy('id').execute(),
    tables.selectFrom('materials.reviewPoint').selectAll().where('materialId', 'in', family).orderBy('position').orderBy('id').execute(),
    countUses(ctx.kernel, [record.id]),
    findMaterials(ctx.kernel, record.mergedInto === null ? [] : [record.mergedInto]),
  ]);
  const codeOf = new Map([record, ...merged].map(({ id, code }) => [id, code]));
  return {
    id: record.id, code: record.code, content: contentOf(record), state: record.state, stateReason: record.stateReason, revision: record.revision,
    itemCount: uses.get(record.id) ?? 0, mergedInto: kept ? { id: kept.id, code: kept.code, name: kept.name } : null, merged,
    files: files.map((file) => presentFile(file, codeOf)), points: points.map((point) => presentPoint(point, codeOf)),
    createdByName: record.createdByName, createdAt: record.createdAt.toISOString(), updatedByName: record.updatedByName,
    updatedAt: record.updatedAt.toISOString(), abilities: abilitiesOf(ctx, record),
  };
}

/** The material as it is after a change. */
export async function viewMaterialById(ctx: Context, id: string): Promise<MaterialView> {
  return viewMaterial(ctx, await getMaterialRecord(ctx, id));
}
