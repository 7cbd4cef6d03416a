import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { Guide } from '../case-data.ts';
import { allPoints, tickKey, type Ticks } from '../review-points.ts';

/** One thing to be supplemented, as it is being written. */
export interface SupplementItem { kind: 'material' | 'field' | 'other'; key: string; name: string; reason: string }

/** What the ticked points already say is wanting: each material with the remarks on its points. */
export function itemsFromPoints(view: CaseView, guide: Guide, ticks: Ticks): SupplementItem[] {
  const failed = allPoints(guide.elements, view.materials, 'acceptance').filter(({ materialKey, point }) => ticks[tickKey(materialKey, point.key)]?.satisfied === false);
  const found = new Map<string, SupplementItem>();
  for (const { materialKey, point } of failed) {
    const remark = ticks[tickKey(materialKey, point.key)]?.remark?.trim() || `不符合：${point.text}`;
    const known = found.get(materialKey);
    const name = view.materials.find(({ key }) => key === materialKey)?.name ?? materialKey;
    found.set(materialKey, known ? { ...known, reason: `${known.reason}${remark}` } : { kind: 'material', key: materialKey, name, reason: remark });
  }
  return [...found.values()];
}

/** Whether an item says what is wanted; the server refuses one that does not. */
export function isWritten({ reason }: SupplementItem): boolean {
  return reason.trim().length >= 2;
}
