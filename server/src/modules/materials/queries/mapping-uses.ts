import { sql } from 'kysely';
import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listMappingUses as operation } from '../mapping.contract.ts';
import type { MaterialsTables } from '../tables.ts';
import { useColumns } from './list-uses.ts';
import { withinMappingScope } from './unmapped.ts';

/** Materials of the actor's items to be mapped: of one name, or with a code that was merged or that the library does not have. */
export async function findMappingUses(ctx: Context, { limit = 20, cursor, nameKey, departmentId, outdated }: QueryOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  let query = tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.itemMaterial as u')
    .leftJoin('materials.material as known', 'known.code', 'u.standardCode').leftJoin('materials.material as kept', 'kept.id', 'known.mergedInto')
    .select(useColumns).select(['kept.code as currentCode', 'kept.name as currentName'])
    .where('u.current', '=', true).where(withinMappingScope(ctx)).orderBy('u.itemName').orderBy('u.versionId').orderBy('u.key').limit(limit + 1);
  query = outdated === true
    ? query.where('u.standardCode', 'is not', null).where((eb) => eb.or([eb('known.id', 'is', null), eb('known.state', '=', 'merged')]))
    : query.where('u.standardCode', 'is', null);
  if (nameKey !== undefined) query = query.where('u.nameKey', '=', nameKey);
  if (departmentId !== undefined) query = query.where('u.organizationId', '=', departmentId);
  if (cursor !== undefined) {
    const [name, versionId, key] = decodeCursor(cursor, 3);
    query = query.where(sql<boolean>`(u.item_name, u.version_id, u.key) > (${name}, ${cursorId(versionId)}::uuid, ${key})`);
  }
  return pageOf(await query.execute(), limit, (row) => [row.itemName, row.versionId, row.key], (row) => row);
}
