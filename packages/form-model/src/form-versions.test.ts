import { describe, expect, test } from 'vitest';
import type { Field } from './field-schemas.ts';
import { diffDefinitions, type FormDefinition, mergeAnswers, mergePrefill, migrateAnswers, type Prefill } from './index.ts';
import { formOf, SAMPLE_ANSWERS, SAMPLE_CONTEXT, SAMPLE_FORM } from './testing/sample-form.ts';

const older = formOf(
  { type: 'text', id: 'name', label: '名称' },
  { type: 'choice', id: 'kind', label: '类别', options: [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }] },
  { type: 'text', id: 'phone', label: '电话' },
  { type: 'text', id: 'area', label: '面积' },
  { type: 'text', id: 'gone', label: '旧栏' },
  { type: 'table', id: 'items', label: '明细', columns: [{ type: 'text', id: 'item_name', label: '品名' }, { type: 'text', id: 'amount', label: '数量' }] },
);
const newer = formOf(
  { type: 'text', id: 'name', label: '单位名称', required: true },
  { type: 'choice', id: 'kind', label: '类别', options: [{ value: 'b', label: '乙' }] },
  { type: 'mobile', id: 'phone', label: '电话' },
  { type: 'number', id: 'area', label: '面积' },
  { type: 'date', id: 'opened', label: '开业日期', required: true },
  { type: 'table', id: 'items', label: '明细', columns: [{ type: 'text', id: 'item_name', label: '品名' }, { type: 'number', id: 'amount', label: '数量' }] },
);

test('逐栏列出两个版本的差别', () => {
  expect(diffDefinitions(older, newer).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'label-changed name', 'now-required name', 'options-changed kind', 'type-changed phone', 'type-changed area', 'added opened', 'type-changed items.amount', 'removed gone',
  ]);
  expect(diffDefinitions(SAMPLE_FORM, SAMPLE_FORM)).toEqual([]);
});

test('草稿换版本：能留的留，能转的转，丢掉的说清楚', () => {
  const answers = { name: '某店', kind: 'a', phone: '138 1234 5678', area: '120.5', gone: '旧内容', items: [{ item_name: '米', amount: '3' }, { item_name: '面', amount: '若干' }] };
  const result = migrateAnswers(older, newer, answers, SAMPLE_CONTEXT);
  expect(result.answers).toEqual({ name: '某店', phone: '138 1234 5678', area: 120.5, items: [{ item_name: '米', amount: 3 }, { item_name: '面' }] });
  expect(result.moved.map(({ path, outcome, before }) => [path, outcome, before])).toEqual([
    ['kind', 'dropped', '甲'], ['phone', 'converted', '138 1234 5678'], ['area', 'converted', '120.5'], ['gone', 'dropped', '旧内容'],
    ['items[0].amount', 'converted', '3'], ['items[1].amount', 'dropped', '若干'],
  ]);
  expect(result.changes).toEqual(diffDefinitions(older, newer));
});

describe('草稿换版本的转换', () => {
  const cases: readonly [from: Field, to: Field, given: unknown, kept: unknown][] = [
    [{ type: 'residentId', id: 'x', label: '证' }, { type: 'identityDocument', id: 'x', label: '证' }, '11010519491231002X', { type: '111', number: '11010519491231002X' }],
    [{ type: 'identityDocument', id: 'x', label: '证' }, { type: 'residentId', id: 'x', label: '证' }, { type: '414', number: 'E1234567' }, undefined],
    [{ type: 'money', id: 'x', label: '额' }, { type: 'text', id: 'x', label: '额' }, 123_456, '¥1,234.56'],
    [{ type: 'text', id: 'x', label: '额' }, { type: 'money', id: 'x', label: '额' }, '1234', undefined],
    [{ type: 'boolean', id: 'x', label: '是否' }, { type: 'text', id: 'x', label: '是否' }, true, '是'],
    [{ type: 'number', id: 'x', label: '数' }, { type: 'number', id: 'x', label: '数', computed: '1' }, 5, undefined],
  ];
  test.each(cases.map(([from, to, given, kept]) => [`${from.type} → ${to.type}`, from, to, given, kept] as const))('%s', (_name, from, to, given, kept) => {
    expect(migrateAnswers(formOf(from), formOf(to), { x: given }, SAMPLE_CONTEXT).answers['x']).toEqual(kept);
  });
});

describe('按数据元预填 (FRM-02)', () => {
  const known = (value: unknown, sourceId: string, extra: object = {}) => ({ value, source: sourceId, sourceId, ...extra });
  const prefill = {
    DE00001: [known('张三', 'profile'), known('李三', 'past-case', { typed: true })],
    DE00002: [known('110105', 'past-case'), known('11010519491231002x', 'licence')], DE00003: [known('12345', 'past-case')],
  };
  const locked = (extra: object = {}) => formOf({ type: 'personName', id: 'name', label: '姓名', dataElement: 'DE00001', ...extra });
  const filledOf = (form: FormDefinition, known_: Prefill = prefill) => mergePrefill(form, {}, known_, SAMPLE_CONTEXT).filled.map(({ sourceId }) => sourceId);

  test('填空栏，写明来源；不合格的不填，轮到下一个来源', () => {
    const result = mergePrefill(SAMPLE_FORM, {}, prefill, SAMPLE_CONTEXT);
    expect(result.answers).toEqual({ name: '张三', idNumber: '11010519491231002X' });
    expect(result.filled.map(({ fieldId, source }) => [fieldId, source])).toEqual([['name', 'profile'], ['idNumber', 'licence']]);
    expect(result.refused.map(({ fieldId, source }) => [fieldId, source])).toEqual([['idNumber', 'past-case'], ['mobile', 'past-case']]);
  });

  test('不覆盖本人填写的，只读栏除外', () => {
    expect(mergePrefill(SAMPLE_FORM, { name: '李四' }, prefill, SAMPLE_CONTEXT).answers['name']).toBe('李四');
    expect(mergePrefill(locked({ readOnly: true }), { name: '李四' }, prefill, SAMPLE_CONTEXT).answers['name']).toBe('张三');
  });

  test('栏目自己的次序在先；没有列出的来源不取；空的次序就是不自动填', () => {
    expect(filledOf(locked())).toEqual(['profile']);
    expect(filledOf(locked({ prefillFrom: ['past-case', 'profile'] }))).toEqual(['past-case']);
    expect(filledOf(locked({ prefillFrom: ['licence', 'profile'] }))).toEqual(['profile']);
    expect(filledOf(locked({ prefillFrom: [] }))).toEqual([]);
  });

  test('只读栏不取本人以前填写的内容', () => {
    expect(filledOf(locked({ readOnly: true, prefillFrom: ['past-case'] }))).toEqual([]);
  });

  test('预填不改动传入的答案', () => {
    const answers = { ...SAMPLE_ANSWERS };
    mergePrefill(SAMPLE_FORM, answers, prefill, SAMPLE_CONTEXT);
    expect(answers).toEqual(SAMPLE_ANSWERS);
  });
});

describe('合并别处的改动，不覆盖正在填写的 (FRM-02)', () => {
  test.each([
    ['没动过的照改', { a: '1' }, { a: '2' }, { a: '1' }, { a: '2' }],
    ['正在填写的留下', { a: '1' }, { a: '2' }, { a: '3' }, { a: '3' }],
    ['空着的填上', {}, { a: '2' }, {}, { a: '2' }],
    ['别处拿掉的拿掉', { a: '1', b: 'x' }, { b: 'x' }, { a: '1', b: 'y' }, { b: 'y' }],
    ['改过的不拿掉', { a: '1' }, {}, { a: '3' }, { a: '3' }],
    ['键的次序不同算没变', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }],
  ])('%s', (_name, before, theirs, mine, merged) => {
    expect(mergeAnswers(before, theirs, mine)).toEqual(merged);
  });
});
