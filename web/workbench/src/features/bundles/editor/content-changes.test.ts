import type { BundleContent, BundleItem } from '@tongban/server/src/modules/bundles/contract.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptQuestion, countUses, matchOptions, moved, readWay, removeFromQuestions, removeItem, writeWay } from './content-changes.ts';
import { describePlace } from './describe-place.ts';
import { mergeContent } from './merge-content.ts';

const item = (key: string, extra: Partial<BundleItem> = {}): BundleItem => ({ key, itemId: key, name: key, when: [], dependsOn: [], answers: [], ...extra });

const content: BundleContent = {
  audience: 'company', lifeStages: [], separateFields: [{ item: 'b', key: 'f' }], sharedMaterials: [], notes: ['一'],
  questions: [
    { key: 'sign', text: '设广告吗？', options: [{ key: 'yes', text: '设' }, { key: 'no', text: '不设' }] },
    { key: 'screen', text: '电子屏吗？', when: [{ question: 'sign', options: ['yes'] }], options: [{ key: 'yes', text: '是' }, { key: 'no', text: '否' }] },
  ],
  items: [item('a'), item('b', { when: [{ question: 'sign', options: ['yes', 'no'] }], dependsOn: ['a'], answers: [{ question: 'own', option: 'x', when: [{ question: 'sign', options: ['yes'] }] }] })],
  sharedFields: [{ label: '地址', fields: [{ item: 'a', key: 'x' }, { item: 'b', key: 'y' }] }],
};

describe('一件事的配置改动（BDL-01）', () => {
  it('删除问题时，条件和由它回答的一并去掉，不会变成“总是”回答', () => {
    const left = removeFromQuestions(content, 'sign');
    expect(left.questions.map(({ key, when }) => [key, when])).toEqual([['screen', undefined]]);
    expect(left.items[1]).toMatchObject({ when: [], answers: [] });
    expect(countUses(content, 'sign')).toBe(1);
    expect(countUses(left, 'sign')).toBe(0);
  });

  it('删除选项时，只去掉用到它的条件', () => {
    const left = removeFromQuestions(content, 'sign', 'no');
    expect(left.items[1]?.when).toEqual([{ question: 'sign', options: ['yes'] }]);
    expect(left.items[1]?.answers).toHaveLength(1);
    expect(left.questions[1]?.when).toEqual([{ question: 'sign', options: ['yes'] }]);
  });

  it('移除事项时，前置关系和只剩一处的合并一并去掉', () => {
    const left = removeItem(content, 'b');
    expect(left).toMatchObject({ items: [{ key: 'a' }], sharedFields: [], separateFields: [] });
    expect(removeItem(content, 'a').items).toMatchObject([{ key: 'b', dependsOn: [] }]);
  });

  it('事项的问题：固定回答、按问卷回答，写出再读回不变', () => {
    const mapped = { kind: 'mapped' as const, by: 'sign', options: { yes: 'x', no: 'z' } };
    expect(readWay(writeWay([], 'own', mapped), 'own')).toEqual(mapped);
    expect(readWay(writeWay(content.items[1]?.answers ?? [], 'own', { kind: 'fixed', option: 'z' }), 'own')).toEqual({ kind: 'fixed', option: 'z' });
    expect(writeWay(content.items[1]?.answers ?? [], 'own', { kind: 'none' })).toEqual([]);
    expect(readWay([{ question: 'own', option: 'x', when: [{ question: 'a', options: ['1'] }, { question: 'b', options: ['2'] }] }], 'own')).toEqual({ kind: 'custom' });
  });

  it('事项的问题加入问卷：选项一一对应，只在办这个事项时问，标识不重复', () => {
    const next = adoptQuestion(content, 'b', { key: 'sign', text: '设在哪里？', options: [{ key: 'wall', text: '外墙' }, { key: 'roof', text: '楼顶' }] });
    expect(next.questions.at(-1)).toMatchObject({ key: 'sign-3', when: [{ question: 'sign', options: ['yes', 'no'] }] });
    expect(readWay(next.items[1]?.answers ?? [], 'sign')).toEqual({ kind: 'mapped', by: 'sign-3', options: { wall: 'wall', roof: 'roof' } });
  });

  it('事项的后续问题加入问卷时，出现条件换成问卷里的问题', () => {
    const first = adoptQuestion(content, 'a', { key: 'business', text: '卖什么？', options: [{ key: 'food', text: '吃的' }, { key: 'other', text: '用的' }] });
    const second = adoptQuestion(first, 'a', { key: 'cold', text: '卖凉菜吗？', when: [{ question: 'business', options: ['food'] }], options: [{ key: 'y', text: '卖' }, { key: 'n', text: '不卖' }] });
    expect(second.questions.at(-1)).toMatchObject({ key: 'cold', when: [{ question: 'business', options: ['food'] }] });
  });

  it('按标识或者文字对上选项', () => {
    const asked = { key: 'q', text: '', options: [{ key: 'yes', text: '要' }, { key: 'n', text: '不是' }, { key: 'z', text: '其他' }] };
    const answered = { key: 'w', text: '', options: [{ key: 'yes', text: '是' }, { key: 'no', text: '不是' }] };
    expect(matchOptions(asked, answered)).toEqual({ yes: 'yes', n: 'no' });
  });

  it('移动到两端之外不变', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
  });
});

describe('两人同时修改一件事', () => {
  const theirs = { ...content, notes: ['一', '二'], promisedDays: 9 };
  const edited = (key: string, change: Partial<BundleItem>) => ({ ...content, items: content.items.map((one) => (one.key === key ? { ...one, ...change } : one)) });

  it('各改各的部分自动合并；对方删掉的不会回来', () => {
    const { content: merged, conflicts } = mergeContent(content, theirs, { ...content, summary: '简介' });
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ summary: '简介', notes: ['一', '二'], promisedDays: 9 });
    expect('promisedDays' in mergeContent(theirs, content, theirs).content).toBe(false);
  });

  it('同一部分里改不同的条目、加不同的条目，都自动合并', () => {
    const other = { ...edited('a', { dependsOn: ['b'] }), questions: [...content.questions, { key: 'new', text: '新的？', options: [] }] };
    const mine = { ...edited('b', { dependsOn: [] }), questions: content.questions.map((one) => (one.key === 'sign' ? { ...one, text: '设大型广告吗？' } : one)) };
    const { content: merged, conflicts } = mergeContent(content, other, mine);
    expect(conflicts).toEqual([]);
    expect(merged.items.map(({ dependsOn }) => dependsOn)).toEqual([['b'], []]);
    expect(merged.questions.map(({ text }) => text)).toEqual(['设大型广告吗？', '电子屏吗？', '新的？']);
  });

  it('合并的字段和材料按成员分辨：一人改名、一人加字段都保留，各加一组都保留', () => {
    const groups = (label: string, ...fields: string[]) => ({ ...content, sharedFields: [{ label, fields: [{ item: 'a', key: 'x' }, { item: 'b', key: 'y' }, ...fields.map((key) => ({ item: 'b', key }))] }] });
    const { content: merged, conflicts } = mergeContent(content, groups('经营地址'), groups('地址', 'z'));
    expect(conflicts).toEqual([]);
    expect(merged.sharedFields).toEqual([{ label: '经营地址', fields: [{ item: 'a', key: 'x' }, { item: 'b', key: 'y' }, { item: 'b', key: 'z' }] }]);
    const withGroup = (name: string, item: string) => ({ ...content, sharedMaterials: [{ name, materials: [{ item, key: 'plan' }, { item: 'c', key: name }] }], separateFields: [...content.separateFields, { item, key: 'f' }] });
    const both = mergeContent(content, withGroup('平面图', 'a'), withGroup('合同', 'd'));
    expect(both.conflicts).toEqual([]);
    expect(both.content.sharedMaterials.map(({ name }) => name).toSorted()).toEqual(['合同', '平面图']);
    expect(both.content.separateFields).toHaveLength(3);
  });

  it('改了同一处的由人选择，说明是哪一条', () => {
    const [other, mine] = [edited('b', { when: [] }), edited('b', { when: [{ question: 'sign', options: ['no'] }] })];
    const { conflicts } = mergeContent(content, other, mine);
    expect(conflicts).toMatchObject([{ path: 'items.b.when', label: '事项与关联 · b · 条件' }]);
    expect(mergeContent(content, other, mine, () => 'theirs').content.items[1]?.when).toEqual([]);
    expect(mergeContent(content, other, mine, () => 'mine').content.items[1]?.when).toEqual([{ question: 'sign', options: ['no'] }]);
    expect(describePlace(content, 'items.b.when', conflicts[0]?.mine)).toBe('设广告吗？ 不设');
    const removed = mergeContent(content, { ...content, items: content.items.slice(0, 1) }, mine);
    expect(removed.conflicts).toMatchObject([{ path: 'items.b', theirs: undefined }]);
  });

  it('谁的修改都不丢：不论怎样改，没有冲突的合并与先后无关', () => {
    const changed = fc.record({
      notes: fc.uniqueArray(fc.constantFrom('一', '二', '三'), { maxLength: 3 }), promisedDays: fc.option(fc.nat(3), { nil: undefined }),
      items: fc.uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c'), dependsOn: fc.uniqueArray(fc.constantFrom('x', 'y'), { maxLength: 2 }) }), { selector: ({ key }) => key, maxLength: 3 }),
      separateFields: fc.uniqueArray(fc.record({ item: fc.constantFrom('a', 'b'), key: fc.constantFrom('f', 'g') }), { selector: ({ item: one, key }) => `${one} ${key}`, maxLength: 3 }),
    }).map(({ promisedDays, items, ...part }): BundleContent => ({ ...content, ...part, items: items.map(({ key, dependsOn }) => item(key, { dependsOn })), ...(promisedDays === undefined ? {} : { promisedDays }) }));
    const sorted = ({ items, separateFields, notes, ...rest }: BundleContent) => ({
      ...rest, notes: notes.toSorted(), separateFields: separateFields.map((one) => `${one.item} ${one.key}`).toSorted(),
      items: items.map((one) => ({ ...one, dependsOn: one.dependsOn.toSorted() })).toSorted((one, other) => one.key.localeCompare(other.key)),
    });
    fc.assert(fc.property(changed, changed, changed, (base, one, other) => {
      expect(mergeContent(base, base, one).content).toEqual(one);
      expect(mergeContent(base, one, base).content).toEqual(one);
      const [forth, back] = [mergeContent(base, one, other), mergeContent(base, other, one)];
      expect(forth.conflicts.map(({ path }) => path).toSorted()).toEqual(back.conflicts.map(({ path }) => path).toSorted());
      if (forth.conflicts.length === 0) expect(sorted(forth.content)).toEqual(sorted(back.content));
    }));
  });
});
