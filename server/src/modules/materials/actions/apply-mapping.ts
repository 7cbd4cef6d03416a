import type { BodyOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { mapMaterials, readItemContents, type MaterialMapping, type VersionContent } from '../../catalog/index.ts';
import type { ReviewPoint } from '../../catalog/contract.ts';
import { refreshUses } from '../follow-items.ts';
import type { applyMapping as operation, MappingOutcome, MappingPlan } from '../mapping.contract.ts';
import { missingPoints, planMapping, readTargets, type LibraryPoint, type MappingTargets } from '../plan-mapping.ts';

type Input = BodyOf<typeof operation>;
type Wanted = Input['items'][number];

function toPoint(point: LibraryPoint, taken: ReadonlySet<string>): ReviewPoint {
  const base = `library-${point.id.slice(-12)}`;
  return { key: taken.has(base) ? `library-${point.id}` : base, stage: point.stage, text: point.text, libraryPointId: point.id, ...(point.basis === null ? {} : { basis: point.basis }) };
}

/** Review points that one material of an item may have. */
const mostPoints = 30;

/** What the catalogue is asked to write for each material; a version that lost the material since is refused by its revision. */
function toMappings(version: VersionContent, changes: Wanted['changes'], targets: MappingTargets, withPoints: boolean): MaterialMapping[] {
  return changes.flatMap(({ key, standardCode }) => {
    const material = version.elements.materials.find((one) => one.key === key);
    const target = targets.resolved.get(standardCode);
    if (!material || !target) return [];
    const taken = new Set(material.reviewPoints.map((point) => point.key));
    const missing = withPoints ? missingPoints(material, target, targets.points) : [];
    const addedPoints = missing.slice(0, Math.max(0, mostPoints - material.reviewPoints.length)).map((point) => toPoint(point, taken));
    return [{ key, standardCode: target.code, addedPoints }];
  });
}

const movedOn = '预览之后有人修改了这个事项，请重新预览。';

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

async function mapAsPlanned(ctx: Context, wanted: Wanted, plan: MappingPlan, targets: MappingTargets, withPoints: boolean): Promise<MappingOutcome> {
  const { itemId, itemName } = plan;
  if (plan.effect === 'refused') return refused(itemId, itemName, plan.reason ?? '');
  if (plan.versionId !== wanted.versionId || plan.revision !== wanted.revision) return refused(itemId, itemName, movedOn);
  const [item] = await readItemContents(ctx.kernel, [itemId]);
  const version = item?.open ?? item?.published;
  if (!version || version.versionId !== wanted.versionId) return refused(itemId, itemName, movedOn);
  try {
    const receipt = await mapMaterials(ctx, wanted, toMappings(version, wanted.changes, targets, withPoints));
    return { itemId, itemName, outcome: 'mapped', message: null, versionId: receipt.versionId, versionNumber: receipt.versionNumber, newDraft: plan.effect === 'new-draft' };
  } catch (error) {
    // What the catalogue refuses by name concerns this item alone.
    if (!(error instanceof AppError)) throw error;
    return refused(itemId, itemName, [error.title, error.detail].filter(Boolean).join('。'));
  }
}
