import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail } from './errors.ts';
import { authorizeLibrary, findMaterials, recordColumns, requireMaterialState, type MaterialRecord } from './material-record.ts';
import type { MaterialsTables } from './tables.ts';

/** Aliases that one material may have, those of its merges included. */
const mostAliases = 100;

/** Which materials a merge is about and what the kept one takes over. */
export interface MergePlan {
  kept: MaterialRecord;
  /** In the order in which they were named. */
  merged: MaterialRecord[];
  /** Merged into one of `merged` before; they follow it. */
  followers: MaterialRecord[];
  addedAliases: string[];
  addedLicenceTypes: string[];
}

async function readChosen(ctx: Context, keptId: string, mergedIds: readonly string[]): Promise<{ kept: MaterialRecord; merged: MaterialRecord[] }> {
  if (mergedIds.includes(keptId)) throw fail('materials.merge-into-itself');
  const records = new Map((await findMaterials(ctx.kernel, [keptId, ...mergedIds])).map((record) => [record.id, record]));
  const [kept, ...merged] = [keptId, ...new Set(mergedIds)].map((id) => {
    const record = records.get(id);
    if (!record) throw fail('materials.not-found');
    return record;
  });
  if (!kept) throw fail('materials.not-found');
  return { kept, merged };
}

/**
 * Says what a merge would do; writes nothing.
 * @throws materials.not-found, materials.merge-into-itself, materials.merge-kinds-differ, materials.state-refused, forbidden
 */
export async function planMerge(ctx: Context, keptId: string, mergedIds: readonly string[]): Promise<MergePlan> {
  const { kept, merged } = await readChosen(ctx, keptId, mergedIds);
  requireMaterialState(kept, 'keep');
  for (const record of merged) requireMaterialState(record, 'merge');
  for (const record of [kept, ...merged]) authorizeLibrary(ctx, 'materials.material.merge', record);
  if (merged.some(({ kind }) => kind !== kept.kind)) throw fail('materials.merge-kinds-differ');
  const followers = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material').select(recordColumns)
    .where('mergedInto', 'in', merged.map(({ id }) => id)).orderBy('code').execute();
  const known = new Set([kept.name, ...kept.aliases]);
  const names = [...new Set(merged.flatMap(({ name, aliases }) => [name, ...aliases]))].filter((name) => !known.has(name));
  const licenceTypes = [...new Set(merged.flatMap((record) => record.licenceTypes))].filter((code) => !kept.licenceTypes.includes(code));
  return { kept, merged, followers, addedAliases: names.slice(0, Math.max(0, mostAliases - kept.aliases.length)), addedLicenceTypes: licenceTypes };
}
