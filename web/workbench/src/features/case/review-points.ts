import type { CaseMaterialView, CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { PointResult } from '@tongban/server/src/modules/intake/contract.ts';
import type { ItemElements, ReviewPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { Static } from '@tongban/contract-kit';

export type Material = Static<typeof CaseMaterialView>;
export type Stage = 'acceptance' | 'review';

/** What an officer has ticked on one review point so far. */
export interface Tick {
  satisfied?: boolean;
  remark?: string;
}
export type Ticks = Readonly<Record<string, Tick>>;

/** The step whose review points the reader ticks now, as the server's abilities say. */
export function stageOf({ abilities }: Pick<CaseView, 'abilities'>): Stage | undefined {
  if (abilities.accept || abilities.refuse || abilities.requestSupplement) return 'acceptance';
  return abilities.review ? 'review' : undefined;
}

export const tickKey = (materialKey: string, pointKey: string): string => `${materialKey}/${pointKey}`;

/** The points of one material for a stage. */
export function pointsOf(elements: Pick<ItemElements, 'materials'>, materialKey: string, stage: Stage | undefined): readonly ReviewPoint[] {
  if (stage === undefined) return [];
  return elements.materials.find((material) => material.key === materialKey)?.reviewPoints.filter((point) => point.stage === stage) ?? [];
}

/** All points of a stage on the materials of a case, each material once. */
export function allPoints(
  elements: Pick<ItemElements, 'materials'>,
  materials: readonly Pick<Material, 'key'>[],
  stage: Stage | undefined,
): { materialKey: string; point: ReviewPoint }[] {
  const keys = new Set(materials.map(({ key }) => key));
  return elements.materials
    .filter(({ key }) => keys.has(key))
    .flatMap((material) => pointsOf(elements, material.key, stage).map((point) => ({ materialKey: material.key, point })));
}

/** How far the ticking has come. */
export function tally(
  points: readonly { materialKey: string; point: Pick<ReviewPoint, 'key'> }[],
  ticks: Ticks,
): { total: number; done: number; failed: number } {
  let done = 0;
  let failed = 0;
  for (const { materialKey, point } of points) {
    const tick = ticks[tickKey(materialKey, point.key)];
    if (tick?.satisfied !== undefined) done += 1;
    if (tick?.satisfied === false) failed += 1;
  }
  return { total: points.length, done, failed };
}

/** What is sent: the ticked points alone, so that the server names each one that is missing. */
export function toResults(points: readonly { materialKey: string; point: Pick<ReviewPoint, 'key'> }[], ticks: Ticks): PointResult[] {
  return points.flatMap(({ materialKey, point }) => {
    const tick = ticks[tickKey(materialKey, point.key)];
    if (tick?.satisfied === undefined) return [];
    const remark = tick.remark?.trim();
    return [{ materialKey, pointKey: point.key, satisfied: tick.satisfied, ...(remark && !tick.satisfied ? { remark } : {}) }];
  });
}
