import type { BodyOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { createDraft, editDraft, readItemContents, type VersionContent } from '../../catalog/index.ts';
import type { ApplicationMaterial, ItemElements, ReviewPoint } from '../../catalog/contract.ts';
import { refreshUses } from '../follow-items.ts';
import type { applyMapping as operation, MappingOutcome } from '../mapping.contract.ts';
import { missingPoints, planMapping, readTargets, type LibraryPoint, type MappingTargets } from '../plan-mapping.ts';

type Input = BodyOf<typeof operation>;
type Wanted = Input['items'][number];

function toPoint(point: LibraryPoint, taken: ReadonlySet<string>): ReviewPoint {
  const base = `library-${point.id.slice(-12)}`;
  return { key: taken.has(base) ? `library-${point.id}` : base, stage: point.stage, text: point.text, libraryPointId: point.id, ...(point.basis === null ? {} : { basis: point.basis }) };
}

/** Review points that one material of an item may have. */
const mostPoints = 30;

function mapMaterial(material: ApplicationMaterial, standardCode: string, targets: MappingTargets, withPoints: boolean): ApplicationMaterial {
  const target = targets.resolved.get(standardCode);
  if (!target) return material;
  const taken = new Set(material.reviewPoints.map(({ key }) => key));
  const added = withPoints ? missingPoints(material, target, targets.points).map((point) => toPoint(point, taken)) : [];
  return { ...material, standardCode: target.code, reviewPoints: [...material.reviewPoints, ...added].slice(0, Math.max(mostPoints, material.reviewPoints.length)) };
}

function mapElements(elements: ItemElements, changes: Wanted['changes'], targets: MappingTargets, withPoints: boolean): ItemElements {
  const codeOf = new Map(changes.map(({ key, standardCode }) => [key, standardCode]));
  return {
    ...elements, materials: elements.materials.map((material) => {
      const code = codeOf.get(material.key);
      return code === undefined ? material : mapMaterial(material, code, targets, withPoints);
    }),
  };
}

/** Writes the codes into the draft of an item, begun from the published version when there is none. */
async function mapItem(ctx: Context, wanted: Wanted, newDraft: boolean, targets: MappingTargets, withPoints: boolean) {
  const started = newDraft ? await createDraft(ctx, wanted.itemId, wanted.versionId) : undefined;
  const [item] = await readItemContents(ctx.kernel, [wanted.itemId]);
  const version: VersionContent | undefined = item?.open;
  if (!version) return undefined;
  const revision = started ? version.revision : wanted.revision;
  return editDraft(ctx, version.versionId, revision, mapElements(version.elements, wanted.changes, targets, withPoints));
}

const refused = (itemId: string, itemName: string, message: string): MappingOutcome =>
  ({ itemId, itemName, outcome: 'refused', message, versionId: null, versionNumber: null, newDraft: false });

/**
 * Maps materials of items as the preview showed it, each item by itself through the catalogue, which checks again who may
 * change it and whether somebody else did meanwhile. What cannot be done is told, and does not keep the others.
 */
export async function applyMapping(ctx: Context, input: Input): Promise<MappingOutcome[]> {
  const lines = input.items.flatMap(({ itemId, changes }) => changes.map((change) => ({ itemId, ...change })));
  const [plans, targets] = await Promise.all([planMapping(ctx, lines), readTargets(ctx, lines.map(({ standardCode }) => standardCode))]);
  const outcomes: MappingOutcome[] = [];
  for (const wanted of input.items) {
    const plan = plans.find(({ itemId }) => itemId === wanted.itemId);
    outcomes.push(plan ? await mapAsPlanned(ctx, wanted, plan, targets, input.withReviewPoints) : refused(wanted.itemId, '', '没有找到这个事项，或不在您可以编制的范围内。'));
  }
  const mapped = outcomes.filter(({ outcome }) => outcome === 'mapped').map(({ itemId }) => itemId);
  // Who mapped them looks at the list again at once; the event of each draft tells the same a moment later.
  await refreshUses(ctx.kernel, mapped);
  await recordAuditNow(ctx, { action: 'materials.apply-mapping', objectType: 'standard-material', objectId: '', detail: { items: mapped.length, refused: outcomes.length - mapped.length } });
  return outcomes;
}

async function mapAsPlanned(
  ctx: Context, wanted: Wanted, plan: Awaited<ReturnType<typeof planMapping>>[number], targets: MappingTargets, withPoints: boolean,
): Promise<MappingOutcome> {
  const { itemId, itemName } = plan;
  if (plan.effect === 'refused') return refused(itemId, itemName, plan.reason ?? '');
  if (plan.versionId !== wanted.versionId || plan.revision !== wanted.revision) return refused(itemId, itemName, '预览之后有人修改了这个事项，请重新预览。');
  try {
    const receipt = await mapItem(ctx, wanted, plan.effect === 'new-draft', targets, withPoints);
    if (!receipt) return refused(itemId, itemName, '预览之后有人修改了这个事项，请重新预览。');
    return { itemId, itemName, outcome: 'mapped', message: null, versionId: receipt.versionId, versionNumber: receipt.versionNumber, newDraft: plan.effect === 'new-draft' };
  } catch (error) {
    // What the catalogue refuses by name concerns this item alone.
    if (!(error instanceof AppError)) throw error;
    return refused(itemId, itemName, [error.title, error.detail].filter(Boolean).join('。'));
  }
}
