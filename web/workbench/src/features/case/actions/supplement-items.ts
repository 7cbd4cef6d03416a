import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { Guide } from '../case-data.ts';
import { allPoints, tickOf, type Stage, type Ticks } from '../review-points.ts';

/** One thing to be supplemented, as it is being written. */
export interface SupplementItem { kind: 'material' | 'field' | 'other'; key: string; name: string; reason: string }

/** What the ticked points already say is wanting: each material with the remarks on its points. A condition that does not hold cannot be supplemented. */
export function itemsFromPoints(view: CaseView, guide: Guide, ticks: Ticks): SupplementItem[] {
  const found = new Map<string, SupplementItem>();
  for (const { materialKey, remark } of failedPoints(view, guide, ticks, 'acceptance')) {
    if (materialKey === undefined) continue;
    const known = found.get(materialKey);
    const name = nameOfMaterial(view, materialKey);
    found.set(materialKey, known ? { ...known, reason: `${known.reason}${remark}` } : { kind: 'material', key: materialKey, name, reason: remark });
  }
  return [...found.values()];
}

/** Why the application cannot be accepted, as far as points of conditions say it: each condition with the remarks on its points. */
export function reasonsFromConditions(view: CaseView, guide: Guide, ticks: Ticks): string {
  return failedPoints(view, guide, ticks, 'acceptance').flatMap((failed) => (failed.materialKey === undefined ? [reasonOf(view, failed)] : [])).join('\n');
}

/** Why the application cannot be granted, as far as points of the decision say it. */
export function reasonsOfDenial(view: CaseView, guide: Guide, ticks: Ticks): string {
  return failedPoints(view, guide, ticks, 'decision').map((failed) => reasonOf(view, failed)).join('\n');
}

function reasonOf(view: CaseView, { materialKey, point, remark }: ReturnType<typeof failedPoints>[number]): string {
  const place = materialKey === undefined ? `不具备“${(point.condition ?? '').replace(/。$/, '')}”的条件` : `“${nameOfMaterial(view, materialKey)}”不符合要求`;
  return `${place}：${remark.replace(/[。；]?$/, '。')}`;
}

function nameOfMaterial(view: CaseView, materialKey: string): string {
  return view.materials.find(({ key }) => key === materialKey)?.name ?? materialKey;
}

function failedPoints(view: CaseView, guide: Guide, ticks: Ticks, stage: Stage) {
  return allPoints(guide.elements, view, stage).flatMap((placed) => {
    const { satisfied, remark = '' } = tickOf(ticks, placed);
    return satisfied === false ? [{ ...placed, remark: remark.trim() || `不符合：${placed.point.text}` }] : [];
  });
}

/** Whether an item says what is wanted; the server refuses one that does not. */
export function isWritten({ reason }: SupplementItem): boolean {
  return reason.trim().length >= 2;
}
