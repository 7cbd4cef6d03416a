import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { MaterialKind } from '../library.contract.ts';
import type { MaterialsTables } from '../tables.ts';

/** A standard material by its name. */
export interface NamedMaterial {
  id: string;
  code: string;
  name: string;
  kind: MaterialKind;
}

/** The materials that have exactly one of the names, in any state. */
export async function findMaterialsByName(kernel: Kernel, names: readonly string[]): Promise<NamedMaterial[]> {
  if (names.length === 0) return [];
  return tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.material').select(['id', 'code', 'name', 'kind']).where('name', 'in', names).orderBy('code').execute();
}
