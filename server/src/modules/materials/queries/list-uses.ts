import { sql } from 'kysely';
import type { Page } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { MaterialUse } from '../library.contract.ts';
import { familyOf, getMaterialRecord } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';

/** Columns of one place where an item asks for a material. */
export const useColumns = [
  'u.itemId', 'u.itemName', 'u.departmentName', 'u.versionId', 'u.versionNumber', 'u.versionState', 'u.key', 'u.name', 'u.standardCode',
] as const;

/** Where the material is asked for, by item: "who uses this". */
export async function listUses(ctx: Context, materialId: string, { limit = 20, cursor }: { limit?: number; cursor?: string }): Promise<Page<MaterialUse>> {
  const record = await getMaterialRecord(ctx, materialId);
  const family = await familyOf(ctx.kernel, record.id);
  let query = tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.itemMaterial as u')
    .innerJoin('materials.material as m', 'm.code', 'u.standardCode').select(useColumns).where('m.id', 'in', family)
    .orderBy('u.itemName').orderBy('u.versionId').orderBy('u.key').limit(limit + 1);
  if (cursor !== undefined) {
    const [name, versionId, key] = decodeCursor(cursor, 3);
    query = query.where(sql<boolean>`(u.item_name, u.version_id, u.key) > (${name}, ${cursorId(versionId)}::uuid, ${key})`);
  }
  return pageOf(await query.execute(), limit, (row) => [row.itemName, row.versionId, row.key], (row) => row);
}
