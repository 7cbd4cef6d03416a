import type { ConditionPoint, ItemElements, ReviewPoint } from './elements.contract.ts';

type Stage = ReviewPoint['stage'];

/** A review point with the material it stands on; none when it stands on a 受理条件. */
export interface PlacedPoint {
  readonly materialKey?: string;
  readonly point: ReviewPoint | ConditionPoint;
}

/** What of an application says which review points it is compared by. */
export interface ReviewedCase {
  readonly situationKey: string;
  readonly materialKeys: ReadonlySet<string>;
}

/** Points of conditions that a situation asks for at a stage. */
export function listConditionPoints({ conditionPoints = [] }: Pick<ItemElements, 'conditionPoints'>, situationKey: string, stage: Stage): ConditionPoint[] {
  return conditionPoints.filter((point) => point.stage === stage && (point.situations?.includes(situationKey) ?? true));
}

/** Every review point of a stage that counts for an application: those of conditions, then those of the materials that it has. */
export function listReviewPoints(elements: Pick<ItemElements, 'conditionPoints' | 'materials'>, { situationKey, materialKeys }: ReviewedCase, stage: Stage): PlacedPoint[] {
  return [
    ...listConditionPoints(elements, situationKey, stage).map((point) => ({ point })),
    ...elements.materials.filter(({ key }) => materialKeys.has(key)).flatMap(({ key, reviewPoints }) =>
      reviewPoints.filter((point) => point.stage === stage).map((point) => ({ materialKey: key, point }))),
  ];
}

/** Names a point among all of a version: `points.plan.width`, `conditionPoints.age`. */
export function pathOfPoint(materialKey: string | undefined, pointKey: string): string {
  return materialKey === undefined ? `conditionPoints.${pointKey}` : `points.${materialKey}.${pointKey}`;
}
