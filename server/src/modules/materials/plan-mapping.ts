import { covers, requireScope } from '../../kernel/access/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { readItemContents, type VersionContent } from '../catalog/index.ts';
import type { ApplicationMaterial } from '../catalog/contract.ts';
import type { MappingLine, MappingPlan } from './mapping.contract.ts';
import type { MaterialsTables } from './tables.ts';
import { resolveStandardCodes, type ResolvedMaterial } from './queries/resolve-codes.ts';

/** A review point of the library as an item takes it over. */
export interface LibraryPoint {
  id: string;
  materialId: string;
  stage: ApplicationMaterial['reviewPoints'][number]['stage'];
  text: string;
  basis: string | null;
}

/** What the library knows of the codes that items are to have. */
export interface MappingTargets {
  resolved: Map<string, ResolvedMaterial>;
  points: LibraryPoint[];
}

/** Reads the materials that are meant, with the review points they have. */
export async function readTargets(ctx: Context, codes: readonly string[]): Promise<MappingTargets> {
  const resolved = await resolveStandardCodes(ctx.kernel, codes);
  const ids = [...new Set([...resolved.values()].map(({ id }) => id))];
  if (ids.length === 0) return { resolved, points: [] };
  const points = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.reviewPoint as p').innerJoin('materials.material as m', 'm.id', 'p.materialId')
    .select(['p.id', 'p.stage', 'p.text', 'p.basis']).select((eb) => eb.fn.coalesce('m.mergedInto', 'm.id').as('materialId'))
    .where((eb) => eb.or([eb('m.id', 'in', ids), eb('m.mergedInto', 'in', ids)])).orderBy('p.position').orderBy('p.id').execute();
  return { resolved, points };
}

/** The points that the library has for the material and the item does not, neither taken over nor in the same words. */
export function missingPoints(material: ApplicationMaterial, target: ResolvedMaterial, points: readonly LibraryPoint[]): LibraryPoint[] {
  return points.filter((point) => point.materialId === target.id
    && !material.reviewPoints.some(({ libraryPointId, stage, text }) => libraryPointId === point.id || (stage === point.stage && text.trim() === point.text)));
}

/** Why a version cannot be changed now. */
const refusals: Partial<Record<VersionContent['state'], string>> = {
  'in-review': '正在审核，请在审核退回或发布之后再对应。', 'approved': '已审核通过等待发布，请在发布之后再对应。',
};

type Change = MappingPlan['changes'][number];

/** What would be written into one item; the reason when one of its changes cannot be. */
function planChanges(version: VersionContent, lines: readonly MappingLine[], targets: MappingTargets): { changes: Change[]; reason: string | null } {
  const changes: Change[] = [];
  for (const { key, standardCode } of lines) {
    const material = version.elements.materials.find((one) => one.key === key);
    const target = targets.resolved.get(standardCode);
    if (!material) return { changes, reason: `最新版本中已没有标识为“${key}”的材料，请刷新后重新选择。` };
    if (!target) return { changes, reason: `材料库中没有编码 ${standardCode}。` };
    if (target.state !== 'active') return { changes, reason: `标准材料“${target.name}”不是在用状态，不能对应。` };
    if (target.kind !== 'application') return { changes, reason: `“${target.name}”是核发材料，请对应到申请材料。` };
    changes.push({
      key, name: material.name, from: material.standardCode ?? null, to: target.code, toName: target.name, missingPoints: missingPoints(material, target, targets.points).length,
    });
  }
  return { changes, reason: null };
}

/** What a mapping would do, item by item in the order of the lines; items outside the actor's scope are left out as unknown. */
export async function planMapping(ctx: Context, lines: readonly MappingLine[]): Promise<MappingPlan[]> {
  const itemIds = [...new Set(lines.map(({ itemId }) => itemId))];
  const [items, targets] = await Promise.all([
    readItemContents(ctx.kernel, itemIds), readTargets(ctx, lines.map(({ standardCode }) => standardCode)),
  ]);
  const scope = requireScope(ctx, 'materials.mapping.edit');
  const known = new Map(items.filter((item) => covers(scope, ctx.actor, item)).map((item) => [item.itemId, item]));
  return itemIds.flatMap((itemId): MappingPlan[] => {
    const own = lines.filter((line) => line.itemId === itemId);
    const item = known.get(itemId);
    // A retired item has no version that could be changed.
    const version = item?.open ?? item?.published;
    if (!item || !version) return [];
    const { versionId, number, revision, elements, state } = version;
    const planned = planChanges(version, own, targets);
    const reason = refusals[state] ?? planned.reason;
    return [{
      itemId, itemName: elements.name, departmentName: item.departmentName, versionId, versionNumber: number, revision, changes: planned.changes, reason,
      effect: reason !== null ? 'refused' : state === 'published' ? 'new-draft' : 'edit-draft',
    }];
  });
}
