import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listLicenceTypes } from '../../licences/index.ts';
import type { MappedLicenceType } from '../guide.contract.ts';
import type { MaterialsTables } from '../tables.ts';

/** Every type of the licence catalogue with the materials that it is; those without a material come first (材料与证照目录映射). */
export async function mapLicenceTypes(ctx: Context): Promise<MappedLicenceType[]> {
  const [types, materials] = await Promise.all([
    listLicenceTypes(ctx.kernel),
    tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material').select(['id', 'code', 'name', 'licenceTypes'])
      .where('state', 'in', ['draft', 'active']).where(sql<boolean>`licence_types <> '{}'`).orderBy('code').execute(),
  ]);
  const mapped = types.map(({ code, name, holderKind, retired }) => ({
    code, name, holderKind, retired, materials: materials.filter(({ licenceTypes }) => licenceTypes.includes(code)).map(({ id, code: materialCode, name: materialName }) => ({ id, code: materialCode, name: materialName })),
  }));
  return mapped.sort((one, other) => Number(one.materials.length > 0) - Number(other.materials.length > 0));
}
