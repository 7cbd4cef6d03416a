import type { Context } from '../../../kernel/context.ts';
import { listFields } from '@tongban/form-model';
import type { BundleParts, PartItem } from '../parts.contract.ts';
import { formOf, type ChosenItem, type ItemVersions } from '../plan/bundle-items.ts';
import { mergeForms } from '../plan/merge-forms.ts';
import { mergeMaterials } from '../plan/merge-materials.ts';
import { findCycle, orderItems } from '../plan/order-items.ts';
import { readItems, readOfferedItems, type BundleRecord } from './get-records.ts';

/** Everything that a configuration has to work with: all its items as though each were handled in every situation (BDL-01). */
export async function readParts(ctx: Context, { bundle, version }: BundleRecord): Promise<BundleParts> {
  const { content } = version;
  const [items, offered] = await Promise.all([readItems(ctx, version), readOfferedItems(ctx.kernel, content)]);
  const chosen = content.items.flatMap((item): ChosenItem[] => {
    const held = items.get(item.key);
    if (!held) return [];
    const { versionId, elements } = held;
    return [{ item, versionId, elements, answers: new Map(), situation: undefined, openQuestion: undefined, materials: elements.materials, form: formOf(elements, elements.handling.formKey) }];
  });
  const daysOf = (key: string): number => items.get(key)?.elements.promisedLimit?.days ?? 0;
  const order = findCycle(content.items) ? { steps: [], criticalDays: 0, criticalPath: [] } : orderItems(content.items, daysOf);
  const form = mergeForms(bundle.name, chosen, content);
  const materials = mergeMaterials(chosen, content.sharedMaterials);
  const fieldOf = new Map(chosen.flatMap(({ item, form: own }) => (own ? listFields(own.definition).map((field) => [`${item.key} ${field.id}`, field] as const) : [])));
  return {
    items: content.items.map((item) => presentItem(item, items, offered, chosen)),
    steps: order.steps.map((step) => ({ items: [...step.items], startsAfterDays: step.startsAfterDays })), criticalPath: [...order.criticalPath], criticalDays: order.criticalDays,
    fields: form.fields.map(({ id, label, mergedBy, sources }) => {
      const [first] = sources;
      const field = first && fieldOf.get(`${first.item} ${first.fieldId}`);
      return { id, label, mergedBy, type: field?.type ?? '', dataElement: field?.dataElement ?? null, sources: sources.map(({ item, fieldId }) => ({ item, key: fieldId })) };
    }),
    materials: materials.materials.map(({ key, name, material, mergedBy, neededBy }) => ({
      key, name, mergedBy, standardCode: material.standardCode ?? null, sources: neededBy.map((one) => ({ item: one.item, key: one.key })),
    })),
    separate: { fields: form.separateCount, materials: materials.separateCount, days: content.items.reduce((sum, { key }) => sum + daysOf(key), 0) },
  };
}

function presentItem({ key, itemId, name }: BundleRecord['version']['content']['items'][number], items: ItemVersions, offered: ItemVersions, chosen: readonly ChosenItem[]): PartItem {
  const held = items.get(key);
  const form = chosen.find(({ item }) => item.key === key)?.form;
  return {
    key, itemId, name: held?.elements.name ?? name, departmentName: held?.elements.departmentName ?? '', days: held?.elements.promisedLimit?.days ?? 0,
    offered: offered.has(key), outdated: held !== undefined && offered.has(key) && offered.get(key)?.versionId !== held.versionId,
    questions: held?.elements.questionnaire?.questions ?? [], situationCount: held?.elements.questionnaire?.situations.length ?? 0,
    fields: form ? listFields(form.definition).map(({ id, label, type, dataElement }) => ({ id, label, type, dataElement: dataElement ?? null })) : [],
    materials: (held?.elements.materials ?? []).filter(({ formKey }) => formKey === undefined)
      .map((material) => ({ key: material.key, name: material.name, standardCode: material.standardCode ?? null, conditional: (material.when?.length ?? 0) > 0 })),
  };
}
