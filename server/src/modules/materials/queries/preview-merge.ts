import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { readItemContents } from '../../catalog/index.ts';
import { listLicenceTypes } from '../../licences/index.ts';
import type { MergePreview, MergeUse } from '../merge.contract.ts';
import type { MaterialRecord } from '../material-record.ts';
import { planMerge, type MergePlan } from '../plan-merge.ts';
import { findSituations } from '../situations.ts';
import type { MaterialsTables } from '../tables.ts';
import { compareMaterials } from './compare-materials.ts';
import { countItems, countUses } from './count-uses.ts';
import { useColumns } from './list-uses.ts';

/** Uses whose situations are worked out and shown. */
const shownUses = 200;

/** Exactly what a merge would change, for the one who decides on it; nothing is written (CAT-05). */
export async function showMergePreview(ctx: Context, keptId: string, mergedIds: readonly string[]): Promise<MergePreview> {
  const plan = await planMerge(ctx, keptId, mergedIds);
  const { kept, merged, followers, addedAliases, addedLicenceTypes } = plan;
  const moved = [...merged, ...followers];
  const [uses, types, differences, parts, substitutions, listed] = await Promise.all([
    countUses(ctx.kernel, [kept, ...merged].map(({ id }) => id)), listLicenceTypes(ctx.kernel, addedLicenceTypes), compareMaterials(ctx.kernel, kept, merged),
    readParts(ctx, moved), readSubstitutions(ctx, plan), readUses(ctx, plan),
  ]);
  const present = ({ id, code, name, revision }: MaterialRecord) => ({ id, code, name, revision, itemCount: uses.get(id) ?? 0 });
  return {
    kept: present(kept), merged: merged.map((record) => ({ ...present(record), state: record.state })), resolvedCodes: moved.map(({ code }) => code).sort(),
    addedAliases, addedLicenceTypes: types.map(({ code, name }) => ({ code, name })), differences, ...parts, substitutions, ...listed,
  };
}

async function readParts(ctx: Context, moved: readonly MaterialRecord[]): Promise<Pick<MergePreview, 'files' | 'points'>> {
  const codeOf = new Map(moved.map(({ id, code }) => [id, code]));
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const ids = [...codeOf.keys()];
  const [files, points] = await Promise.all([
    tables.selectFrom('materials.file').select(['materialId', 'kind', 'title']).where('materialId', 'in', ids).orderBy('addedAt').execute(),
    tables.selectFrom('materials.reviewPoint').select(['materialId', 'text']).where('materialId', 'in', ids).orderBy('position').execute(),
  ]);
  return {
    files: files.map(({ materialId, ...file }) => ({ code: codeOf.get(materialId) ?? '', ...file })),
    points: points.map(({ materialId, text }) => ({ code: codeOf.get(materialId) ?? '', text })),
  };
}

/** The material that stands for each of the family before the merge. */
function standingOf({ kept, merged, followers }: MergePlan): Map<string, string> {
  return new Map([...[kept, ...merged].map(({ id }) => [id, id] as const), ...followers.map(({ id, mergedInto }) => [id, mergedInto ?? id] as const)]);
}

async function readSubstitutions(ctx: Context, plan: MergePlan): Promise<MergePreview['substitutions']> {
  const standing = standingOf(plan);
  const keptFamily = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material').select('id').where('mergedInto', '=', plan.kept.id).execute();
  for (const { id } of keptFamily) standing.set(id, plan.kept.id);
  const rules = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.substitution as s').innerJoin('materials.material as m', 'm.id', 's.materialId')
    .select(['s.id', 's.materialId', 'm.code', 's.licenceTypeCode', 's.licenceTypeName', 's.state'])
    .where('s.materialId', 'in', [...standing.keys()]).where('s.state', '<>', 'ended').orderBy('s.licenceTypeName').orderBy('s.id').execute();
  if (rules.length === 0) return [];
  const materials = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material').select(['id', 'code']).where('id', 'in', [...standing.keys()]).execute();
  const codesUnder = (target: string | undefined) => materials.filter(({ id }) => target === undefined || standing.get(id) === target).map(({ code }) => code);
  const all = await countItems(ctx.kernel, codesUnder(undefined));
  return Promise.all(rules.map(async ({ id, materialId, code, licenceTypeCode, licenceTypeName, state }) => ({
    id, code, licenceTypeName, state, reachedItems: all - await countItems(ctx.kernel, codesUnder(standing.get(materialId))),
    doubled: rules.some((other) => other.licenceTypeCode === licenceTypeCode && standing.get(other.materialId) !== standing.get(materialId)),
  })));
}

async function readUses(ctx: Context, { kept, merged, followers }: MergePlan): Promise<Pick<MergePreview, 'uses' | 'useCount'>> {
  const codes = [...merged, ...followers].map(({ code }) => code);
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const asking = tables.selectFrom('materials.itemMaterial as u').where('u.standardCode', 'in', codes);
  const [rows, { count }, keptFamily] = await Promise.all([
    asking.select(useColumns).orderBy('u.itemName').orderBy('u.versionId').orderBy('u.key').limit(shownUses).execute(),
    asking.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    tables.selectFrom('materials.material').select('code').where((eb) => eb.or([eb('id', '=', kept.id), eb('mergedInto', '=', kept.id)])).execute(),
  ]);
  const family = new Set([...codes, ...keptFamily.map(({ code }) => code)]);
  const contents = new Map((await readItemContents(ctx.kernel, [...new Set(rows.map(({ itemId }) => itemId))]))
    .flatMap(({ open, published }) => [open, published].flatMap((version) => (version ? [[version.versionId, version.elements] as const] : []))));
  const uses = rows.map(({ name, key, ...row }): MergeUse => {
    const elements = contents.get(row.versionId);
    const keys = elements?.materials.filter(({ standardCode }) => standardCode !== undefined && family.has(standardCode)).map((material) => material.key) ?? [];
    const { asked, doubled } = elements ? findSituations(elements, keys) : { asked: new Map<string, string[]>(), doubled: [] };
    const { itemId, itemName, departmentName, versionId, versionNumber, versionState } = row;
    return {
      itemId, itemName, departmentName, versionId, versionNumber, versionState, materialName: name, standardCode: row.standardCode ?? '',
      situations: asked.get(key) ?? [], doubledIn: doubled,
    };
  });
  return { uses, useCount: count };
}
