import { Ajv2020 } from 'ajv/dist/2020.js';
import { anyCharacter } from '@tongban/testkit/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnField, Field } from './field-schemas.ts';
import { checkDefinition, type FormDefinition, toJsonSchema, validateForm } from './index.ts';
import { SAMPLE_ANSWERS, SAMPLE_CONTEXT, SAMPLE_FORM } from './testing/sample-form.ts';

const options = [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }];
const text = fc.oneof(fc.string({ unit: anyCharacter, maxLength: 30 }), fc.constantFrom('甲', '<b>', '张三', '2026-01-02', '11010519491231002X', '13812345678'));
const file = fc.record({ fileId: fc.constantFrom('f1', 'f 2'), name: text });

/** For each kind of field, answers near enough to right that many pass. */
const GIVEN: Readonly<Partial<Record<Field['type'], fc.Arbitrary<unknown>>>> = {
  number: fc.oneof(fc.double(), fc.integer(), fc.constantFrom('1', '1.5', '１')), money: fc.oneof(fc.integer(), text),
  date: fc.constantFrom('2026-01-02', '2026年1月2日', '20260230', ''), dateRange: fc.record({ start: fc.constantFrom('2026-01-02', '2026-01-09'), end: fc.constantFrom('2026-01-05', '') }),
  choice: fc.constantFrom('a', 'b', 'z'), choices: fc.array(fc.constantFrom('a', 'b', 'z')), boolean: fc.boolean(),
  region: fc.constantFrom('511602', '511602001', '000000', 'x'), residentId: fc.constantFrom('11010519491231002x', '1'),
  identityDocument: fc.record({ type: fc.constantFrom('111', '414'), number: fc.constantFrom('11010519491231002x', 'e1234567', '') }),
  address: fc.record({ region: fc.constantFrom('511602', ''), detail: text }), organization: fc.record({ name: text, creditCode: fc.constantFrom('', '91350100m000100y43') }),
  attachment: fc.array(file, { maxLength: 3 }), image: fc.array(fc.record({ fileId: fc.constantFrom('p1', 'p2'), name: fc.constantFrom('照片.jpg', '照片.PNG', '照片.gif') }), { maxLength: 2 }), signature: file, creditCode: fc.constantFrom('91350100m000100y43'), mobile: fc.constantFrom('138 1234 5678'),
};
const KINDS = ['text', 'multiline', 'number', 'money', 'date', 'dateRange', 'choice', 'choices', 'boolean', 'region', 'identityDocument', 'residentId', 'creditCode', 'personName', 'mobile', 'address', 'organization', 'attachment', 'image', 'signature'] as const;

function columnOf(type: (typeof KINDS)[number], id: string, rest: object): ColumnField {
  return { type, id, label: id, ...(type === 'choice' || type === 'choices' ? { options } : {}), ...rest } as ColumnField;
}

interface Drawn { readonly form: FormDefinition; readonly answers: Record<string, unknown> }

const rule = fc.record({ required: fc.boolean(), conditional: fc.constantFrom('none', 'show', 'hide', 'flag') });
const drawn: fc.Arbitrary<Drawn> = fc.array(fc.tuple(fc.constantFrom(...KINDS), rule, fc.boolean()), { minLength: 1, maxLength: 8 }).chain((specs) => {
  const when = { none: {}, show: { visibleWhen: 'true' }, hide: { visibleWhen: 'flag = null' }, flag: { visibleWhen: 'flag' } };
  const fields = specs.map(([type, { required, conditional }], index) => columnOf(type, `f${index}`, { required, ...when[conditional] }));
  const inTable = specs.map(([, , column]) => column);
  const top: Field[] = fields.filter((_, index) => inTable[index] !== true);
  const columns = fields.filter((_, index) => inTable[index] === true);
  const table: Field[] = columns.length === 0 ? [] : [{ type: 'table', id: 'rows', label: '行', columns }, { type: 'number', id: 'n', label: '行数', computed: 'count(rows)' }];
  const all: Field[] = [{ type: 'boolean', id: 'flag', label: '开关' }, ...top, ...table];
  const form: FormDefinition = { formatVersion: 1, title: '随机表单', sections: [{ id: 's', rows: all.map((field) => ({ cells: [{ kind: 'field', field }] })) }] };
  const answer = (field: ColumnField): fc.Arbitrary<unknown> => fc.oneof({ weight: 8, arbitrary: GIVEN[field.type] ?? text }, { weight: 1, arbitrary: fc.jsonValue() });
  const recordOf = (list: readonly ColumnField[]) => fc.record(Object.fromEntries(list.map((field) => [field.id, answer(field)])), { requiredKeys: [] });
  return fc.record({ flag: fc.boolean(), top: recordOf(top.filter((field): field is ColumnField => field.type !== 'table')), rows: fc.array(recordOf(columns), { maxLength: 4 }), junk: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }) })
    .map(({ flag, top: given, rows, junk }) => ({ form, answers: { ...junk, ...given, ...(columns.length > 0 ? { rows } : {}), flag } }));
});

const at = (mode: 'draft' | 'submit') => ({ ...SAMPLE_CONTEXT, mode });

test('随机表单的定义都有效', () => {
  fc.assert(fc.property(drawn, ({ form }) => {
    expect(checkDefinition(form)).toEqual([]);
  }), { numRuns: 50 });
});

test.each(['draft', 'submit'] as const)('通过的结果再验一次，结果不变 (%s)', (mode) => {
  let accepted = 0;
  fc.assert(fc.property(drawn, ({ form, answers }) => {
    const first = validateForm(form, answers, at(mode));
    if (!first.ok) return;
    accepted += 1;
    expect(validateForm(form, JSON.parse(JSON.stringify(first.value)), at(mode))).toEqual(first);
  }), { numRuns: 500 });
  expect(accepted).toBeGreaterThan(50);
});

test('未知的键不留下，结果可以存成 JSON', () => {
  fc.assert(fc.property(drawn, ({ form, answers }) => {
    const { value } = validateForm(form, answers, at('submit'));
    const known = new Set(form.sections.flatMap((section) => section.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'field' ? [cell.field.id] : [])))));
    expect(Object.keys(value).filter((key) => !known.has(key))).toEqual([]);
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  }), { numRuns: 300 });
});

test('隐藏的必填字段不妨碍提交', () => {
  fc.assert(fc.property(drawn, ({ form }) => {
    const hidden: FormDefinition = { ...form, sections: form.sections.map((section) => ({ ...section, visibleWhen: 'false' })) };
    expect(validateForm(hidden, {}, at('submit'))).toEqual({ ok: true, value: {}, issues: [] });
  }), { numRuns: 100 });
});

test('任何 JSON 都不会让验证抛错', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(SAMPLE_ANSWERS)), fc.jsonValue()), (answers) => {
    const { issues } = validateForm(SAMPLE_FORM, { ...SAMPLE_ANSWERS, ...answers }, at('submit'));
    for (const issue of issues) expect(issue.message).toMatch(/。$/);
  }), { numRuns: 300 });
});

test('通过的答案符合导出的 JSON Schema', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
  const sample = ajv.compile(toJsonSchema(SAMPLE_FORM));
  expect(sample(validateForm(SAMPLE_FORM, SAMPLE_ANSWERS, at('submit')).value), JSON.stringify(sample.errors)).toBe(true);
  expect(sample({ ...SAMPLE_ANSWERS, admin: true })).toBe(false);
  fc.assert(fc.property(drawn, ({ form, answers }) => {
    const result = validateForm(form, answers, at('submit'));
    if (!result.ok) return;
    const check = ajv.compile(toJsonSchema(form));
    expect(check(result.value), JSON.stringify(check.errors)).toBe(true);
  }), { numRuns: 200 });
});
