import type { ItemElements } from '../catalog/contract.ts';
import type { PointResult } from './contract.ts';
import { fail } from './errors.ts';

/** A ticked review point with the text that was ticked, kept with the action. */
export interface TickedPoint {
  materialKey: string;
  pointKey: string;
  text: string;
  satisfied: boolean;
  remark: string | null;
}

/**
 * Joins the results with the points of the version for one stage; points of materials that the case does not have do not
 * count. @throws intake.points-incomplete when one is not ticked
 */
export function tickPoints(
  elements: ItemElements, materialKeys: ReadonlySet<string>, stage: 'acceptance' | 'review' | 'decision', results: readonly PointResult[],
): TickedPoint[] {
  const given = new Map(results.map((result) => [`${result.materialKey}/${result.pointKey}`, result]));
  const points = elements.materials.filter(({ key }) => materialKeys.has(key)).flatMap((material) =>
    material.reviewPoints.filter((point) => point.stage === stage).map((point) => ({ materialKey: material.key, pointKey: point.key, text: point.text })));
  const missing = points.filter((point) => !given.has(`${point.materialKey}/${point.pointKey}`));
  if (missing.length > 0) {
    const issues = missing.map((point) => ({ path: `points.${point.materialKey}.${point.pointKey}`, code: 'required', message: `请核对：${point.text}` }));
    throw fail('intake.points-incomplete', { count: missing.length }, { issues });
  }
  return points.map((point) => {
    const result = given.get(`${point.materialKey}/${point.pointKey}`);
    return { ...point, satisfied: result?.satisfied ?? false, remark: result?.remark ?? null };
  });
}
