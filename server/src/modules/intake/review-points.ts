import { listReviewPoints, pathOfPoint, type ItemElements, type ReviewedCase, type ReviewPoint } from '../catalog/contract.ts';
import type { PointResult } from './contract.ts';
import { fail } from './errors.ts';

/** A ticked review point with the text that was ticked, kept with the action. */
export interface TickedPoint {
  /** None when the point stands on a 受理条件, which is kept in its words of that day. */
  materialKey?: string;
  condition?: string;
  pointKey: string;
  text: string;
  satisfied: boolean;
  remark: string | null;
}

/**
 * Joins the results with the points of the version for one stage; points of materials that the case does not have, and of
 * conditions that its situation does not ask about, do not count. @throws intake.points-incomplete when one is not ticked
 */
export function tickPoints(elements: ItemElements, reviewed: ReviewedCase, stage: ReviewPoint['stage'], results: readonly PointResult[]): TickedPoint[] {
  const given = new Map(results.map((result) => [pathOfPoint(result.materialKey, result.pointKey), result]));
  const points = listReviewPoints(elements, reviewed, stage).map(({ materialKey, point }) => ({ materialKey, point, path: pathOfPoint(materialKey, point.key) }));
  const missing = points.filter(({ path }) => !given.has(path));
  if (missing.length > 0) {
    const issues = missing.map(({ path, point }) => ({ path, code: 'required', message: `请核对：${point.text}` }));
    throw fail('intake.points-incomplete', { count: missing.length }, { issues });
  }
  return points.map(({ materialKey, point, path }) => {
    const result = given.get(path);
    const place = materialKey === undefined ? { ...(point.condition === undefined ? {} : { condition: point.condition }) } : { materialKey };
    return { ...place, pointKey: point.key, text: point.text, satisfied: result?.satisfied ?? false, remark: result?.remark ?? null };
  });
}
