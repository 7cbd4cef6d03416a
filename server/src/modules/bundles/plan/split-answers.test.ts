import fc from 'fast-check';
import { listFields, validateForm } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { seedItems, toItemElements } from '../../../seed/content/index.ts';
import type { BundleContent } from '../content.contract.ts';
import { mergeAnswers, mergedPath, splitAnswers } from './split-answers.ts';
import { planBundle } from './plan-bundle.ts';

const keys = ['labour-dispatch-licence', 'labour-dispatch-branch', 'outdoor-advertising'];
const versions = new Map(keys.map((key) => {
  const item = seedItems.find((one) => one.key === key);
  if (!item) throw new Error(key);
  return [key, { versionId: key, elements: toItemElements(item, (department) => department) }];
}));
const content: BundleContent = {
  audience: 'company', lifeStages: [], sharedFields: [], separateFields: [], sharedMaterials: [], notes: [], questions: [],
  items: keys.map((key) => ({ key, itemId: key, name: key, when: [], dependsOn: [], answers: [{ question: 'carrier', option: 'wall', when: [] }, { question: 'screen', option: 'no', when: [] }] })),
};
const { items, form } = planBundle('派遣一件事', content, versions, new Map());
const formOf = (key: string) => {
  const found = items.find(({ item }) => item.key === key)?.form?.definition;
  if (!found) throw new Error(key);
  return found;
};
const samples = new Map(keys.map((key) => [key, { ...seedItems.find((one) => one.key === key)?.forms[0]?.sampleData }]));

/** What is asked once is answered once: the first item's answer for all. */
function agreeing(byItem: ReadonlyMap<string, Record<string, unknown>>): Map<string, Record<string, unknown>> {
  const merged = mergeAnswers(form.fields, byItem);
  return new Map(keys.map((key) => [key, splitAnswers(form.fields, key, merged)]));
}

describe('一张表单的回答拆给各个事项（BDL-02）', () => {
  it('合并后再拆开，每份表单得到的就是它自己会有的，也都填得完整', () => {
    const given = agreeing(samples);
    for (const key of keys) {
      expect(Object.keys(given.get(key) ?? {}).sort()).toEqual(Object.keys(samples.get(key) ?? {}).sort());
      const { issues } = validateForm(formOf(key), given.get(key) ?? {}, { mode: 'submit', today: '2026-11-20', parameters: { carrier: 'wall', screen: 'no' } });
      expect(issues).toEqual([]);
    }
  });

  it('任何回答：拆开再合并，合并再拆开，都不多、不少、不变', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const rows = fc.array(fc.dictionary(fc.constantFrom('x', 'y'), value), { maxLength: 3 });
    const answersTo = (key: string) => fc.record(Object.fromEntries(listFields(formOf(key)).map((field) => [field.id, field.type === 'table'
      ? fc.array(fc.record(Object.fromEntries(field.columns.map(({ id }) => [id, value]))), { maxLength: 3 }) : fc.oneof(value, rows)])), { requiredKeys: [] });
    fc.assert(fc.property(fc.tuple(...keys.map(answersTo)), (all) => {
      const merged = mergeAnswers(form.fields, new Map(keys.map((key, index) => [key, all[index] ?? {}])));
      const parts = new Map(keys.map((key) => [key, splitAnswers(form.fields, key, merged)]));
      expect(mergeAnswers(form.fields, parts)).toEqual(merged);
      for (const [index, key] of keys.entries()) {
        const own = all[index] ?? {};
        const alone = form.fields.filter(({ sources }) => sources.length === 1 && sources[0]?.item === key).flatMap(({ sources }) => sources.map(({ fieldId }) => fieldId));
        for (const id of alone) expect(parts.get(key)?.[id]).toEqual(own[id]);
        for (const id of Object.keys(own)) expect(parts.get(key)).toHaveProperty([id]);
      }
    }), { numRuns: 200 });
  });

  it('某个事项表单上的错误，指到共同的表单上的同一处', () => {
    for (const { id, sources } of form.fields) {
      for (const { item, fieldId, columns } of sources) {
        expect(mergedPath(form.fields, item, fieldId)).toBe(id);
        for (const [own, merged] of columns) expect(mergedPath(form.fields, item, `${fieldId}[1].${own}`)).toBe(`${id}[1].${merged}`);
      }
    }
  });
});
