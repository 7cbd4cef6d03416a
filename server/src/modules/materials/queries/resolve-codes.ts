import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { MaterialKind, MaterialState } from '../library.contract.ts';
import type { MaterialsTables } from '../tables.ts';

/** The material that a code means now; another code than the one asked for when that was merged. */
export interface ResolvedMaterial {
  id: string;
  code: string;
  name: string;
  kind: MaterialKind;
  state: MaterialState;
}

/** What each code of a standard material means now; codes that the library does not have are left out. */
export async function resolveStandardCodes(kernel: Kernel, codes: readonly string[]): Promise<Map<string, ResolvedMaterial>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.material as m')
    .innerJoin('materials.material as kept', (join) => join.on(sql<boolean>`kept.id = coalesce(m.merged_into, m.id)`))
    .select(['m.code as asked', 'kept.id', 'kept.code', 'kept.name', 'kept.kind', 'kept.state']).where('m.code', 'in', [...new Set(codes)]).execute();
  return new Map(rows.map(({ asked, ...material }) => [asked, material]));
}
