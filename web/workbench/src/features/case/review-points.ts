import type { CaseMaterialView, CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { PointResult } from '@tongban/server/src/modules/intake/contract.ts';
import { listReviewPoints, pathOfPoint, type ItemElements, type PlacedPoint, type ReviewPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { Static } from '@tongban/contract-kit';

export type Material = Static<typeof CaseMaterialView>;
/** The step at which points are ticked. */
export type Stage = ReviewPoint['stage'];
/** A step whose opinion is written at the foot of the case; a decision has a sheet of its own. */
export type ComposedStage = Exclude<Stage, 'decision'>;

/** What an officer has ticked on one review point so far. */
export interface Tick {
  satisfied?: boolean;
  remark?: string;
}
/** By the path of the point, as the server names it. */
export type Ticks = Readonly<Record<string, Tick>>;

/** A point by its key and place. */
type Placed = Pick<PlacedPoint, 'materialKey'> & { readonly point: Pick<ReviewPoint, 'key'> };

/** The step whose review points the reader ticks now, as the server's abilities say. */
export function stageOf({ abilities }: Pick<CaseView, 'abilities'>): Stage | undefined {
  if (abilities.accept || abilities.refuse || abilities.requestSupplement) return 'acceptance';
  if (abilities.review) return 'review';
  return abilities.decide ? 'decision' : undefined;
}

/** The points of one material for a stage. */
export function pointsOf(elements: Pick<ItemElements, 'materials'>, materialKey: string, stage: Stage | undefined): readonly ReviewPoint[] {
  if (stage === undefined) return [];
  return elements.materials.find((material) => material.key === materialKey)?.reviewPoints.filter((point) => point.stage === stage) ?? [];
}

/** All points of a stage that count for a case: those of conditions, then those of its materials, each material once. */
export function allPoints(
  elements: Pick<ItemElements, 'conditionPoints' | 'materials'>,
  { situationKey, materials }: { readonly situationKey: string; readonly materials: readonly Pick<Material, 'key'>[] },
  stage: Stage | undefined,
): readonly PlacedPoint[] {
  return stage === undefined ? [] : listReviewPoints(elements, { situationKey, materialKeys: new Set(materials.map(({ key }) => key)) }, stage);
}

/** What was ticked on a point. */
export function tickOf(ticks: Ticks, { materialKey, point }: Placed): Tick {
  return ticks[pathOfPoint(materialKey, point.key)] ?? {};
}

/** How far the ticking has come. */
export function tally(
  points: readonly Placed[],
  ticks: Ticks,
): { total: number; done: number; failed: number } {
  let done = 0;
  let failed = 0;
  for (const placed of points) {
    const { satisfied } = tickOf(ticks, placed);
    if (satisfied !== undefined) done += 1;
    if (satisfied === false) failed += 1;
  }
  return { total: points.length, done, failed };
}

/** What is sent: the ticked points alone, so that the server names each one that is missing. */
export function toResults(points: readonly Placed[], ticks: Ticks): PointResult[] {
  return points.flatMap((placed) => {
    const { materialKey, point } = placed;
    const { satisfied, remark = '' } = tickOf(ticks, placed);
    if (satisfied === undefined) return [];
    return [{ ...(materialKey === undefined ? {} : { materialKey }), pointKey: point.key, satisfied, ...(remark.trim() && !satisfied ? { remark: remark.trim() } : {}) }];
  });
}
