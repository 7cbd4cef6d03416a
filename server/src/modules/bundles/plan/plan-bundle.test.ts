import fc from 'fast-check';
import { evaluateForm, validateForm, type Field, type FormDefinition } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { seedItems, toItemElements, widerItems } from '../../../seed/content/index.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { BundleContent, BundleItem } from '../content.contract.ts';
import type { ItemVersions } from './bundle-items.ts';
import { checkBundle } from './check-bundle.ts';
import { findCycle, linkChosen, orderItems } from './order-items.ts';
import { planBundle } from './plan-bundle.ts';

const all = [...seedItems, ...widerItems];

function versionsOf(...keys: string[]): ItemVersions {
  return new Map(keys.map((key) => {
    const item = all.find((one) => one.key === key);
    if (!item) throw new Error(key);
    return [key, { versionId: key, elements: toItemElements(item, (department) => department) }];
  }));
}

const item = (key: string, extra: Partial<BundleItem> = {}): BundleItem => ({ key, itemId: key, name: key, when: [], dependsOn: [], answers: [], ...extra });

const restaurant: BundleContent = {
  audience: 'company', lifeStages: [], sharedFields: [], separateFields: [], sharedMaterials: [], notes: [],
  questions: [{ key: 'sign', text: '要设大型户外招牌吗？', options: [{ key: 'yes', text: '要' }, { key: 'no', text: '不要' }] }],
  items: [
    item('food-business-licence', { answers: [{ question: 'business', option: 'catering', when: [] }, { question: 'cold', option: 'no', when: [] }, { question: 'online', option: 'none', when: [] }] }),
    item('drainage-licence', {}),
    item('outdoor-advertising', { when: [{ question: 'sign', options: ['yes'] }], dependsOn: ['food-business-licence'] }),
  ],
};
const versions = versionsOf('food-business-licence', 'drainage-licence', 'outdoor-advertising');
const plan = (answers: Record<string, string> = { sign: 'yes' }, content = restaurant) => planBundle('开餐饮店一件事', content, versions, new Map(Object.entries(answers)));

describe('一件事的合并（BDL-01）', () => {
  it('答案决定办哪些事项，前置事项先办，其余同时办', () => {
    expect(plan({ sign: 'no' }).items.map(({ item: { key } }) => key)).toEqual(['food-business-licence', 'drainage-licence']);
    const { order, promisedDays, separateDays } = plan();
    expect(order.steps.map(({ items }) => items)).toEqual([['food-business-licence', 'drainage-licence'], ['outdoor-advertising']]);
    expect(order.criticalPath.at(-1)).toBe('outdoor-advertising');
    expect(promisedDays).toBe(order.criticalDays);
    expect(promisedDays).toBeLessThan(separateDays);
  });

  it('按数据元合成一张表单：单位信息只填一次，各自的内容、条件、核对都在', () => {
    const { form } = plan();
    expect(form.problems).toEqual([]);
    const name = form.fields.find(({ sources }) => sources.some(({ item: key, fieldId }) => key === 'drainage-licence' && fieldId === 'companyName'));
    expect(name).toMatchObject({ mergedBy: 'element' });
    expect(name?.sources.map(({ item: key }) => key)).toEqual(['food-business-licence', 'drainage-licence', 'outdoor-advertising']);
    expect(form.fields.length).toBeLessThan(form.separateCount - 8);
    expect(new Set(form.fields.map(({ id }) => id)).size).toBe(form.fields.length);
    expect(form.definition?.sections[0]).toMatchObject({ title: '共同填写' });
  });

  it('合并后的表单接受各事项示例合起来的答案，并算出同样的结果', () => {
    const { form } = plan();
    const samples = new Map([...versions].map(([key, { elements }]) => [key, elements.forms[0]?.sampleData ?? {}]));
    const answers = Object.fromEntries(form.fields.flatMap(({ id, sources: [first] }) => {
      const value = first && samples.get(first.item)?.[first.fieldId];
      return value === undefined ? [] : [[id, value]];
    }));
    if (!form.definition) throw new Error('no form');
    expect(validateForm(form.definition, answers, { mode: 'submit', today: '2026-11-20' }).issues).toEqual([]);
    expect(evaluateForm(form.definition, answers, { today: '2026-11-20' })).toBeDefined();
  });

  it('按标准材料合成一套材料，去向不丢', () => {
    const withCodes = new Map([...versions].map(([key, version]) => [key, {
      ...version, elements: { ...version.elements, materials: version.elements.materials.map((one) => (one.name === '营业执照' ? { ...one, standardCode: 'CL-000001' } : one)) },
    }]));
    const { materials } = planBundle('x', restaurant, withCodes, new Map([['sign', 'yes']]));
    const licence = materials.materials.find(({ name }) => name === '营业执照');
    expect(licence?.neededBy.map(({ item: key }) => key)).toEqual(['food-business-licence', 'drainage-licence', 'outdoor-advertising']);
    expect(licence?.mergedBy).toBe('standard');
    expect(materials.materials.length).toBe(materials.separateCount - 2);
    expect(materials.sameNamed.map(({ name }) => name)).not.toContain('营业执照');
    expect(plan().materials.sameNamed.map(({ name }) => name)).toContain('营业执照');
  });

  it('设为分别填写的字段不合并，配置为同一项的合并', () => {
    const separate = plan({ sign: 'yes' }, { ...restaurant, separateFields: [{ item: 'drainage-licence', key: 'contactName' }] });
    expect(separate.form.problems).toEqual([]);
    expect(separate.form.fields.filter(({ sources }) => sources.some(({ fieldId }) => fieldId === 'contactName'))).toHaveLength(2);
    const shared = plan({ sign: 'yes' }, { ...restaurant, sharedFields: [{ label: '地址', fields: [{ item: 'drainage-licence', key: 'siteAddress' }, { item: 'outdoor-advertising', key: 'siteAddress' }] }] });
    expect(shared.form.fields.find(({ label }) => label === '地址')).toMatchObject({ mergedBy: 'configured' });
    expect(shared.form.problems).toEqual([]);
  });
});

describe('一件事发布前的检查（BDL-01，GDE-02）', () => {
  const rules = (content: BundleContent, given = versions) => checkBundle('开餐饮店一件事', content, given).filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

  it('配置正确的没有错误，未被回答的事项问题作为提醒列出', () => {
    expect(rules(restaurant)).toEqual([]);
  });

  it.each<[string, BundleContent, string]>([
    ['循环等待', { ...restaurant, items: restaurant.items.map((one) => (one.key === 'food-business-licence' ? { ...one, dependsOn: ['outdoor-advertising'] } : one)) }, 'bundle-cycle'],
    ['只有一个事项', { ...restaurant, items: restaurant.items.slice(0, 1) }, 'bundle-items'],
    ['前置事项不存在', { ...restaurant, items: restaurant.items.map((one) => ({ ...one, dependsOn: ['nothing'] })) }, 'bundle-dependency'],
    ['引用不存在的选项', { ...restaurant, items: restaurant.items.map((one) => ({ ...one, when: [{ question: 'sign', options: ['maybe'] }] })) }, 'bundle-option'],
    ['某种回答没有事项可办', { ...restaurant, items: restaurant.items.map((one) => ({ ...one, dependsOn: [], when: [{ question: 'sign', options: ['yes'] }] })) }, 'bundle-dead-end'],
    ['承诺短于关键路径', { ...restaurant, promisedDays: 1 }, 'bundle-promise'],
    ['落入不能办理的情形', { ...restaurant, items: restaurant.items.map((one) => (one.key === 'food-business-licence' ? { ...one, answers: [{ question: 'business', option: 'prepackaged', when: [] }] } : one)) }, 'bundle-refused'],
    ['同一事项两次', { ...restaurant, items: [...restaurant.items, item('again', { itemId: 'drainage-licence' })] }, 'bundle-item-twice'],
  ])('%s', (_name, content, rule) => {
    expect(rules(content, new Map([...versions, ...[...versionsOf('drainage-licence')].map(([, version]) => ['again', version] as const)]))).toContain(rule);
  });

  it('前置事项不办时，提醒写明改为等谁', () => {
    const chain = { ...restaurant, items: [
      item('drainage-licence'), item('outdoor-advertising', { when: [{ question: 'sign', options: ['yes'] }], dependsOn: ['drainage-licence'] }),
      item('food-business-licence', { ...restaurant.items[0], dependsOn: ['outdoor-advertising'] }),
    ] };
    const order = plan({ sign: 'no' }, chain).order;
    expect(order.steps.map(({ items }) => items)).toEqual([['drainage-licence'], ['food-business-licence']]);
    const [told] = checkBundle('x', chain, versions).filter(({ rule }) => rule === 'bundle-prerequisite');
    expect(told).toMatchObject({ severity: 'warning', path: 'items.food-business-licence.dependsOn' });
    expect(told?.message).toContain('改为等待“drainage-licence”');
  });

  const twoForms = (one: Field, other: Field, extra: Partial<BundleContent> = {}) => {
    const withForm = (key: string, field: Field): [string, { versionId: string; elements: ItemElements }] => {
      const version = versions.get(key);
      if (!version) throw new Error(key);
      const [form] = version.elements.forms;
      if (!form) throw new Error('no form');
      const definition: FormDefinition = { formatVersion: 1, title: key, sections: [{ id: 's', rows: [{ cells: [{ kind: 'field', field }] }] }] };
      return [key, { ...version, elements: { ...version.elements, forms: [{ ...form, definition, sampleData: {} }] } }];
    };
    const content = { ...restaurant, items: restaurant.items.slice(0, 2), questions: [], ...extra };
    return checkBundle('x', content, new Map([withForm('food-business-licence', one), withForm('drainage-licence', other)])).filter(({ severity }) => severity === 'error');
  };
  const kindOf = (value: string, extra: object = {}): Field => ({ type: 'choice', id: 'kind', label: '单位类型', dataElement: 'company.kind', options: [{ value: 'a', label: '企业' }, { value, label: `选项${value}` }], ...extra });
  const both = [{ item: 'food-business-licence', key: 'kind' }, { item: 'drainage-licence', key: 'kind' }];

  it.each<[string, Field, Field, Partial<BundleContent>, { rule: string; path: string } | undefined]>([
    ['同一数据元类型不同', kindOf('b'), { type: 'text', id: 'kind', label: '单位类型', dataElement: 'company.kind' }, {}, { rule: 'bundle-field-type', path: 'fields.food-business-licence.kind' }],
    ['同一数据元选项不同', kindOf('b'), kindOf('c'), {}, { rule: 'bundle-field-options', path: 'fields.food-business-licence.kind' }],
    ['一个用选项、一个用字典', kindOf('b'), { type: 'choice', id: 'kind', label: '单位类型', dataElement: 'company.kind', dictionary: 'company-kind' }, {}, { rule: 'bundle-field-options', path: 'fields.food-business-licence.kind' }],
    ['手动合并的类型不同', kindOf('b', { dataElement: 'one' }), { type: 'text', id: 'kind', label: '类型' }, { sharedFields: [{ label: '单位类型', fields: both }] }, { rule: 'bundle-field-type', path: 'sharedFields.0' }],
    ['附件的文件类型没有共同的', { type: 'attachment', id: 'kind', label: '照片', extensions: ['jpg'] }, { type: 'attachment', id: 'kind', label: '照片', extensions: ['pdf'] }, { sharedFields: [{ label: '照片', fields: both }] }, { rule: 'bundle-field-options', path: 'sharedFields.0' }],
    ['附件的文件类型有共同的', { type: 'attachment', id: 'kind', label: '照片', extensions: ['jpg', 'pdf'] }, { type: 'attachment', id: 'kind', label: '照片' }, { sharedFields: [{ label: '照片', fields: both }] }, undefined],
    ['选项相同、顺序和说法不同', kindOf('b'), kindOf('b', { options: [{ value: 'b', label: '乙类' }, { value: 'a', label: '甲类' }] }), {}, undefined],
    ['类型不同但设为分别填写', kindOf('b'), { type: 'text', id: 'kind', label: '单位类型', dataElement: 'company.kind' }, { separateFields: both.slice(1) }, undefined],
  ])('合并的字段：%s', (_name, one, other, extra, expected) => {
    const found = twoForms(one, other, extra);
    expect(found).toMatchObject(expected ? [expected] : []);
    // The place is named: whose field it is.
    if (expected) expect(found[0]?.message).toMatch(/“食品经营许可新办”的“.+”.*“.*排水.*”的“.+”/);
  });

  it('事项没有已发布版本', () => {
    expect(rules(restaurant, versionsOf('food-business-licence', 'drainage-licence'))).toContain('bundle-item-offered');
  });
});

describe('并联与关键路径（BDL-01）', () => {
  const graphs = fc.array(fc.record({ days: fc.nat(30), before: fc.array(fc.nat(), { maxLength: 4 }) }), { minLength: 1, maxLength: 12 })
    .map((nodes) => nodes.map(({ days, before }, index) => ({
      days, key: `k${index}`, dependsOn: index === 0 ? [] : [...new Set(before.map((one) => `k${one % index}`))],
    })));

  it('每个事项排在它的全部前置事项之后；总时限不短于任何一条链，不长于全部相加', () => {
    fc.assert(fc.property(graphs, (nodes) => {
      const { steps, criticalDays, criticalPath } = orderItems(nodes, (key) => nodes.find((node) => node.key === key)?.days ?? 0);
      const stepOf = new Map(steps.flatMap(({ items }, index) => items.map((key) => [key, index] as const)));
      for (const { key, dependsOn } of nodes) for (const one of dependsOn) expect(stepOf.get(one) ?? 99).toBeLessThan(stepOf.get(key) ?? -1);
      expect(criticalDays).toBe(criticalPath.reduce((sum, key) => sum + (nodes.find((node) => node.key === key)?.days ?? 0), 0));
      expect(criticalDays).toBeGreaterThanOrEqual(Math.max(...nodes.map(({ days }) => days)));
      expect(criticalDays).toBeLessThanOrEqual(nodes.reduce((sum, { days }) => sum + days, 0));
      expect(findCycle(nodes)).toBeUndefined();
    }));
  });

  it('问卷没有选到的事项不打断先后：隔着它的前后两个仍然一前一后，总时限等于它当场办结时的关键路径', () => {
    const chosenOf = (nodes: readonly { key: string }[], bits: number) => new Set(nodes.filter((_node, index) => (bits >> index) % 2 === 1).map(({ key }) => key));
    fc.assert(fc.property(graphs, fc.nat(4095), (nodes, bits) => {
      const chosen = chosenOf(nodes, bits);
      const daysOf = (key: string): number => nodes.find((node) => node.key === key)?.days ?? 0;
      const { steps, criticalDays, criticalPath } = orderItems(linkChosen(nodes, chosen), daysOf);
      const stepOf = new Map(steps.flatMap(({ items }, index) => items.map((key) => [key, index] as const)));
      expect(new Set(stepOf.keys())).toEqual(chosen);
      // Whatever stands anywhere before an item, however many that are left out lie between.
      const allBefore = (key: string): string[] => (nodes.find((node) => node.key === key)?.dependsOn ?? []).flatMap((one) => [one, ...allBefore(one)]);
      for (const key of chosen) for (const one of allBefore(key).filter((before) => chosen.has(before))) expect(stepOf.get(one) ?? 99).toBeLessThan(stepOf.get(key) ?? -1);
      expect(criticalPath.every((key) => chosen.has(key))).toBe(true);
      expect(criticalDays).toBe(orderItems(nodes, (key) => (chosen.has(key) ? daysOf(key) : 0)).criticalDays);
    }));
  });

  it('A→B→C 没有选到 B 时，C 仍等 A；循环也能算完', () => {
    const chain = [{ key: 'a', dependsOn: [] }, { key: 'b', dependsOn: ['a'] }, { key: 'c', dependsOn: ['b'] }];
    expect(linkChosen(chain, new Set(['a', 'c']))).toEqual([{ key: 'a', dependsOn: [] }, { key: 'c', dependsOn: ['a'] }]);
    expect(orderItems(linkChosen(chain, new Set(['a', 'c'])), () => 5)).toMatchObject({ criticalDays: 10, criticalPath: ['a', 'c'] });
    expect(linkChosen([{ key: 'a', dependsOn: ['b'] }, { key: 'b', dependsOn: ['b'] }], new Set(['a']))).toEqual([{ key: 'a', dependsOn: [] }]);
  });

  it('循环被找到，写出一圈', () => {
    expect(findCycle([{ key: 'a', dependsOn: ['c'] }, { key: 'b', dependsOn: ['a'] }, { key: 'c', dependsOn: ['b'] }])).toEqual(['a', 'c', 'b', 'a']);
  });
});
