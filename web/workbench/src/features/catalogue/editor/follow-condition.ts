import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';

/**
 * What else changes when the 受理条件 become `conditions`: review points name the condition they check in its own words, so
 * those of the one line that was reworded follow it. Nothing when lines were added, removed or moved.
 */
export function followCondition({ conditions: before, conditionPoints, materials }: ItemElements, conditions: readonly string[]): Partial<Pick<ItemElements, 'conditionPoints' | 'materials'>> {
  if (before.length !== conditions.length) return {};
  const changed = before.flatMap((line, index) => (line === conditions[index] ? [] : [index]));
  const [at] = changed;
  if (at === undefined || changed.length > 1) return {};
  const [old = '', condition = ''] = [before[at], conditions[at]];
  if (old.trim() === '' || conditions.includes(old)) return {};
  const follows = (point: { condition?: string }): boolean => point.condition === old;
  const followed = <P extends { condition?: string }>(points: readonly P[]): P[] => points.map((point) => (follows(point) ? { ...point, condition } : point));
  return {
    ...(conditionPoints?.some(follows) ? { conditionPoints: followed(conditionPoints) } : {}),
    ...(materials.some(({ reviewPoints }) => reviewPoints.some(follows))
      ? { materials: materials.map((material) => (material.reviewPoints.some(follows) ? { ...material, reviewPoints: followed(material.reviewPoints) } : material)) } : {}),
  };
}
