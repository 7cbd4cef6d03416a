import { checkDefinition, type ColumnField, type Field, type FormDefinition, validateForm } from '@tongban/form-model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeAnswers } from './make-answers.ts';
import { matchPattern } from './match-pattern.ts';

const CONTEXT = { today: '2026-11-20', dictionaries: { kind: [{ value: 'a', label: '甲' }] } } as const;

function formOf(fields: readonly Field[]): FormDefinition {
  return { formatVersion: 1, title: '表单', sections: [{ id: 's', rows: fields.map((field) => ({ cells: [{ kind: 'field', field }] })) }] };
}

const bounds = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 })).map(([minimum, width]) => ({ minimum, maximum: minimum + width }));
const lengths = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 })).map(([minLength, more]) => ({ minLength, maxLength: minLength + more }));
const day = fc.constantFrom('today', '2020-02-29', '2026-11-20', '2030-01-01');
const region = fc.record({ within: fc.constantFrom('510000', '511600', '511602', '511602001'), lowestLevel: fc.constantFrom('city', 'county', 'town', 'village') });

const property: fc.Arbitrary<object> = fc.oneof(
  lengths.map((rest) => ({ type: 'text', ...rest })), lengths.map((rest) => ({ type: 'multiline', ...rest })),
  fc.tuple(bounds, fc.integer({ min: 0, max: 3 })).map(([rest, decimals]) => ({ type: 'number', decimals, ...rest })),
  bounds.map(({ minimum, maximum }) => ({ type: 'money', minimum: Math.abs(minimum), maximum: Math.abs(minimum) + Math.abs(maximum) })),
  day.map((minimum) => ({ type: 'date', minimum })), day.map((maximum) => ({ type: 'date', maximum })), day.map((maximum) => ({ type: 'dateRange', maximum })), day.map((minimum) => ({ type: 'dateRange', minimum })),
  fc.constant({ type: 'choice', options: [{ value: 'x', label: '一' }, { value: 'y', label: '二' }] }), fc.constant({ type: 'choice', dictionary: 'kind' }),
  fc.integer({ min: 1, max: 3 }).map((minimumChoices) => ({ type: 'choices', minimumChoices, options: ['1', '2', '3'].map((value) => ({ value, label: value })) })),
  region.map((rest) => ({ type: 'region', ...rest })), fc.record({ type: fc.constant('address'), within: fc.constantFrom('511600', '511602'), regionRequired: fc.boolean() }),
  fc.constantFrom('111', '114', '414', '511', '516', '550', '553', '990').map((type) => ({ type: 'identityDocument', documentTypes: [type] })),
  fc.constantFrom('residentId', 'creditCode', 'personName', 'mobile', 'organization', 'attachment', 'image', 'signature', 'boolean').map((type) => ({ type })),
  fc.constant({ type: 'boolean', mustBeTrue: true }), fc.constant({ type: 'attachment', extensions: ['jpg', 'png'] }), fc.constant({ type: 'organization', codeRequired: true }),
  fc.constant({ type: 'text', pattern: '[A-Z]{2}\\d{4,6}', patternMessage: '不对。' }),
);

const form: fc.Arbitrary<FormDefinition> = fc.record({ fields: fc.array(property, { minLength: 1, maxLength: 8 }), columns: fc.array(property, { maxLength: 4 }), rows: fc.integer({ min: 1, max: 5 }) }).map(({ fields, columns, rows }) => {
  const named = (prefix: string) => (properties: object, index: number) => ({ id: `${prefix}${index}`, label: `字段${index}`, required: true, ...properties }) as ColumnField;
  const inTable = columns.map(named('c'));
  return formOf([...fields.map(named('f')), ...(inTable.length === 0 ? [] : [{ type: 'table' as const, id: 'rows', label: '明细', minimumRows: rows, columns: inTable }])]);
});

test('生成的测试数据都能通过表单自己的校验', () => {
  fc.assert(fc.property(form, fc.nat(30), (definition, turn) => {
    expect(checkDefinition(definition)).toEqual([]);
    const { answers, issues } = makeAnswers(definition, CONTEXT, turn);
    expect(issues).toEqual([]);
    expect(validateForm(definition, answers, { ...CONTEXT, mode: 'submit' })).toMatchObject({ ok: true });
  }), { numRuns: 400 });
});

describe('规则之间有牵连时', () => {
  const choice: Field = { type: 'choice', id: 'reason', label: '原因', required: true, options: [{ value: 'a', label: '甲' }, { value: 'b', label: '乙' }] };

  test('换着试，直到几项之间的校验也成立', () => {
    const definition = { ...formOf([choice, { type: 'number', id: 'n', label: '数', required: true, minimum: 1, maximum: 500 }]), checks: [{ id: 'r', expression: 'reason = "b" and n > 20', message: '改。', fieldIds: ['reason', 'n'] }] };
    expect(makeAnswers(definition, CONTEXT).issues).toEqual([]);
  });

  test.each([['老人', 'age >= 80'], ['儿童', 'age < 14'], ['劳动年龄', 'age >= 16 and age < 60']])('有年龄要求的换出生年份：%s', (_who, expression) => {
    const definition: FormDefinition = {
      ...formOf([{ type: 'residentId', id: 'idNumber', label: '公民身份号码', required: true }, { type: 'number', id: 'age', label: '年龄', computed: 'age(birthDateOf(idNumber), today)' }]),
      checks: [{ id: 'r', expression, message: '年龄不符。', fieldIds: ['idNumber'] }],
    };
    expect(makeAnswers(definition, CONTEXT).issues).toEqual([]);
  });

  test('只到市的栏目填的区县是住人的区县，不是市辖区', () => {
    const { answers } = makeAnswers(formOf([{ type: 'region', id: 'home', label: '户籍所在地', required: true, within: '511600', lowestLevel: 'county' }]), CONTEXT);
    expect(answers).toMatchObject({ home: '511602000000' });
  });

  test('做不到的说出来，不假装通过', () => {
    const definition = { ...formOf([choice]), checks: [{ id: 'r', expression: 'reason = "c"', message: '改。', fieldIds: ['reason'] }] };
    expect(makeAnswers(definition, CONTEXT).issues.map(({ message }) => message)).toEqual(['改。']);
  });

  test('同一组数据每次相同，换一组就不同', () => {
    const definition = formOf([{ type: 'personName', id: 'name', label: '姓名' }]);
    expect(makeAnswers(definition, CONTEXT, 3)).toEqual(makeAnswers(definition, CONTEXT, 3));
    expect(makeAnswers(definition, CONTEXT, 4).answers).not.toEqual(makeAnswers(definition, CONTEXT, 3).answers);
  });
});

test.each(['\\d{6}', '[A-Z]{2}\\d{3,5}', '(?:川|渝)X[A-Z0-9]{5}', '\\p{Script=Han}{2,4}', 'JY\\d{14}', '0\\d{2,3}-\\d{7,8}', '(甲|乙)类', '[^\\s]{3}'])('符合格式规则 %s 的文字', (pattern) => {
  expect(matchPattern(pattern)).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
});
