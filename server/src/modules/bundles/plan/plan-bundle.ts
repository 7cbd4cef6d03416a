import type { Answers } from '../../catalog/index.ts';
import type { BundleContent } from '../content.contract.ts';
import { chooseItems, type ChosenItem, type ItemVersions } from './bundle-items.ts';
import { mergeForms, type MergedForm } from './merge-forms.ts';
import { mergeMaterials, type MergedMaterials } from './merge-materials.ts';
import { findCycle, linkChosen, orderItems, type BundleOrder } from './order-items.ts';

/** What a complete set of answers leads to: items in their order, one form, one set of materials, one limit. */
export interface BundlePlan {
  readonly items: readonly ChosenItem[];
  readonly order: BundleOrder;
  readonly form: MergedForm;
  readonly materials: MergedMaterials;
  /** Working days promised for the whole. */
  readonly promisedDays: number;
  /** Working days of the items one after the other, as it was without the bundle. */
  readonly separateDays: number;
  /** Visits of the items one by one; the bundle is delivered at once. */
  readonly separateVisits: number;
}

/**
 * Plans a bundle for a complete set of answers; pure, so that the guide, the editor's preview and the checks agree (BDL-01).
 * @param merge who plans many sets of answers merges the same forms once
 */
export function planBundle(title: string, content: BundleContent, versions: ItemVersions, answers: Answers, merge: typeof mergeForms = mergeForms): BundlePlan {
  const items = chooseItems(content, versions, answers);
  const daysOf = (key: string): number => daysOfItem(items.find(({ item }) => item.key === key));
  const links = linkChosen(content.items, new Set(items.map(({ item }) => item.key)));
  const order = findCycle(links) ? { steps: [], criticalDays: 0, criticalPath: [] } : orderItems(links, daysOf);
  return {
    items, order, form: merge(title, items, content), materials: mergeMaterials(items, content.sharedMaterials),
    promisedDays: content.promisedDays ?? order.criticalDays,
    separateDays: items.reduce((sum, one) => sum + daysOfItem(one), 0),
    separateVisits: items.reduce((sum, { elements }) => sum + (elements.visitCount ?? 0), 0),
  };
}

function daysOfItem(item: ChosenItem | undefined): number {
  return item?.elements.promisedLimit?.days ?? 0;
}
