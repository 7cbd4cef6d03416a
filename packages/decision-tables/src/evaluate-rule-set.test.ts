import { describe, expect, test } from 'vitest';
import { evaluateRuleSet, explainOutcome, type HitPolicy, type RuleSet } from './index.ts';
import { compiled, type Row, tableOf, type TableText } from './testing/tables.ts';

const age = { name: '年龄', type: 'integer' } as const;
const kind = { name: '类别', type: 'text', allowedValues: '"低保", "低收入", "普通"' } as const;

function run(ruleSet: RuleSet, values: Readonly<Record<string, unknown>>): unknown {
  const outcome = evaluateRuleSet(compiled(ruleSet), values);
  return outcome.ok ? outcome.results['结果'] : outcome.failure.code;
}

describe('单元格 (DMN 1.3 §7.3)', () => {
  const cells: readonly [cell: string, input: TableText['inputs'][number], value: unknown, fits: boolean][] = [
    ['-', age, 3, true], ['', age, 3, true],
    ['18', age, 18, true], ['18', age, 17, false],
    ['>= 18', age, 18, true], ['> 18', age, 18, false], ['<= -1', age, -1, true], ['< 0', age, 0, false], ['= 5', age, 5, true],
    ['[18..60]', age, 60, true], ['[18..60)', age, 60, false], ['(18..60]', age, 18, false], [']18..60[', age, 18, false],
    ['< 18, >= 60', age, 61, true], ['< 18, >= 60', age, 30, false], ['[1..3], 7', age, 7, true],
    ['not(18)', age, 17, true], ['not([18..60], 70)', age, 70, false], ['not( < 18 )', age, 18, true],
    ['"低保"', kind, '低保', true], ['"低保", "低收入"', kind, '普通', false], ['not("低保")', kind, '普通', true],
    ['true', { name: '有房', type: 'boolean' }, true, true], ['false', { name: '有房', type: 'boolean' }, true, false],
    ['>= date("2026-01-01")', { name: '日期', type: 'date' }, '2026-01-01', true], ['< @"2026-01-01"', { name: '日期', type: 'date' }, '2026-01-01', false],
    ['[@"2026-01-01"..@"2026-06-30"]', { name: '日期', type: 'date' }, '2026-07-01', false],
    ['1.5', { name: '面积', type: 'number' }, 1.5, true],
    ['null', { ...age, optional: true }, null, true], ['not(null)', { ...age, optional: true }, 3, true], ['not(null)', { ...age, optional: true }, null, false],
    ['> 3', { ...age, optional: true }, null, false], ['not(> 3)', { ...age, optional: true }, null, false], ['not(3)', { ...age, optional: true }, null, true],
    ['? * 2 > 10', age, 6, true], ['? * 2 > 10', age, 5, false],
    ['starts with(?, "低")', kind, '低收入', true], ['contains(?, "保")', kind, '普通', false],
    ['"甲\\"乙"', { name: '文', type: 'text' }, '甲"乙', true],
    ['> date("2026-01-31") + duration("P1D")', { name: '日期', type: 'date' }, '2026-02-02', true],
  ];
  test.each(cells)('%s', (cell, input, value, fits) => {
    const table = tableOf({ hitPolicy: 'F', inputs: [input], rows: [[[cell], ['"中"']], [['-'], ['"不中"']]] });
    expect(run(table, { [input.name]: value })).toBe(fits ? '中' : '不中');
  });

  test('单元格可以用别的输入', () => {
    const table = tableOf({ hitPolicy: 'F', inputs: [{ name: '收入', type: 'number' }, { name: '标准', type: 'number' }], rows: [[['<= 标准 * 2', '-'], ['"符合"']], [['-', '-'], ['"不符合"']]] });
    expect(run(table, { 收入: 10, 标准: 5 })).toBe('符合');
    expect(run(table, { 收入: 11, 标准: 5 })).toBe('不符合');
  });
});

describe('命中策略', () => {
  const rows: readonly Row[] = [[['>= 60'], ['"中"', '300']], [['>= 80'], ['"高"', '800']], [['>= 90'], ['"低"', '800']], [['< 0'], ['"低"', '1']]];
  const outputs = [{ name: '档', type: 'text', allowedValues: '"高", "中", "低"' }, { name: '元', type: 'integer' }] as const;
  const two: readonly [policy: HitPolicy, age: number, expected: unknown, decided: number[]][] = [
    ['U', 70, { 档: '中', 元: 300 }, [1]],
    ['F', 85, { 档: '中', 元: 300 }, [1]],
    ['P', 95, { 档: '高', 元: 800 }, [2]],
    ['R', 95, [{ 档: '中', 元: 300 }, { 档: '高', 元: 800 }, { 档: '低', 元: 800 }], [1, 2, 3]],
    ['O', 95, [{ 档: '高', 元: 800 }, { 档: '中', 元: 300 }, { 档: '低', 元: 800 }], [2, 1, 3]],
    ['C', 30, [], []],
  ];
  test.each(two)('%s，年龄 %i', (hitPolicy, value, expected, decided) => {
    const outcome = evaluateRuleSet(compiled(tableOf({ hitPolicy, inputs: [age], outputs, rows })), { 年龄: value });
    expect(outcome.ok && [outcome.results['结果'], outcome.trace[0]?.decided]).toEqual([expected, decided]);
  });

  const money: readonly Row[] = rows.map(([tests, results]): Row => [tests, results.slice(1)]);
  test.each([['C+', 95, 1_900], ['C<', 95, 300], ['C>', 95, 800], ['C#', 95, 2], ['C#', 30, 0], ['C', 95, [300, 800, 800]]] as const)('%s，年龄 %i', (hitPolicy, value, expected) => {
    expect(run(tableOf({ hitPolicy, inputs: [age], outputs: [{ name: '元', type: 'integer' }], rows: money }), { 年龄: value })).toEqual(expected);
  });

  test('任一：结果相同才行', () => {
    const agree = tableOf({ hitPolicy: 'A', inputs: [age], rows: [[['> 1'], ['"甲"']], [['> 2'], ['"甲"']], [['> 9'], ['"乙"']]] });
    expect(run(agree, { 年龄: 5 })).toBe('甲');
    expect(run(agree, { 年龄: 10 })).toBe('different-outputs');
  });

  test('没有规则适用时取默认结果', () => {
    const table = tableOf({ inputs: [age], outputs: [{ name: '结果', type: 'integer', defaultValue: '年龄 * 2' }], rows: [[['> 100'], ['1']]] });
    expect(run(table, { 年龄: 3 })).toBe(6);
    expect(run(tableOf({ hitPolicy: 'C+', inputs: [age], outputs: [{ name: '结果', type: 'integer' }], rows: [[['> 100'], ['1']]] }), { 年龄: 3 })).toBe('no-rule');
  });
});

describe('失败都有名字，没有悄悄的空值', () => {
  const table = tableOf({ inputs: [age, kind], rows: [[['>= 60', '-'], ['"甲"']], [['[50..70]', '"低保"'], ['"乙"']]] });
  const failures: readonly [values: Record<string, unknown>, code: string, message: string][] = [
    [{ 年龄: 30, 类别: '普通' }, 'no-rule', '“结果”没有一行规则适用：年龄 30，类别 “普通”。'],
    [{ 年龄: 65, 类别: '低保' }, 'several-rules', '“结果”只允许一行适用，但第 1、2 行同时适用。'],
    [{ 年龄: 65, 类别: '富裕' }, 'not-allowed', '“类别”的值“富裕”不在允许的值之内。'],
    [{ 年龄: '65', 类别: '低保' }, 'wrong-type', '“年龄”应当是整数，现在是“65”。'],
    [{ 年龄: 65.5, 类别: '低保' }, 'wrong-type', '“年龄”应当是整数，现在是65.5。'],
    [{ 类别: '低保' }, 'missing-input', '缺少“年龄”的值。'],
    [{ 年龄: null, 类别: '低保' }, 'missing-input', '缺少“年龄”的值。'],
  ];
  test.each(failures)('%j → %s', (values, code, message) => {
    expect(evaluateRuleSet(compiled(table), values)).toMatchObject({ ok: false, failure: { code, message } });
  });

  test('FEEL 的警告、空的结果、越界的结果都是失败', () => {
    const output = (cell: string, allowedValues?: string): unknown => run(tableOf({
      inputs: [age], outputs: [{ name: '结果', type: 'number', ...(allowedValues !== undefined && { allowedValues }) }], rows: [[['-'], [cell]]],
    }), { 年龄: 3 });
    expect(output('年龄 + "岁"')).toBe('expression-failed');
    expect(output('年龄 / 0')).toBe('null-result');
    expect(output('年龄 * 100', '[0..100]')).toBe('not-allowed');
    expect(output('年龄 = 3')).toBe('wrong-type');
    expect(run(tableOf({ inputs: [kind], rows: [[['? + 1 > 3'], ['"甲"']]] }), { 类别: '普通' })).toBe('cell-failed');
  });

  test('问一个没有的决策', () => {
    expect(evaluateRuleSet(compiled(table), {}, { decisions: ['没有'] })).toMatchObject({ ok: false, failure: { code: 'unknown-decision' } });
  });
});

describe('几个决策', () => {
  const ruleSet: RuleSet = {
    inputs: [{ id: 'i1', name: '申请人', type: 'record', fields: [{ name: '出生日期', type: 'date' }, { name: '存款', type: 'integer' }] }, { id: 'i2', name: '今天', type: 'date' }, { id: 'i3', name: '面积', type: 'number' }],
    decisions: [
      { id: 'd2', name: '补贴', requires: ['档次', '面积'], logic: { kind: 'expression', type: 'number', expression: '(if 档次.级 = "高" then 800 else 300) * 面积' } },
      {
        id: 'd1', name: '档次', requires: ['周岁', '申请人'], logic: {
          kind: 'table', hitPolicy: 'U',
          inputs: [{ id: 'a', expression: '周岁' }, { id: 'b', expression: '申请人.存款', label: '存款（分）' }],
          outputs: [{ id: 'x', name: '级', type: 'text' }, { id: 'y', name: '理由', type: 'text' }],
          rules: [{ id: 'r1', inputs: ['>= 60', '< 1000000'], outputs: ['"高"', '"老年且存款少"'], annotation: '《办法》第五条' }, { id: 'r2', inputs: ['< 60', '-'], outputs: ['"低"', '"不满六十周岁"'] }],
        },
      },
      { id: 'd0', name: '周岁', requires: ['申请人', '今天'], logic: { kind: 'expression', type: 'integer', expression: 'years and months duration(申请人.出生日期, 今天).years' } },
    ],
  };
  const values = { 申请人: { 出生日期: '1960-05-01', 存款: 99_999 }, 今天: '2026-05-01', 面积: 10 };

  test('按依赖的先后运行，只算要的', () => {
    const set = compiled(ruleSet);
    expect(evaluateRuleSet(set, values)).toMatchObject({ ok: true, results: { 周岁: 66, 档次: { 级: '高' }, 补贴: 8_000 } });
    const only = evaluateRuleSet(set, { 申请人: values.申请人, 今天: values.今天 }, { decisions: ['周岁'] });
    expect(only).toMatchObject({ ok: true, results: { 周岁: 66 }, trace: [{ decision: '周岁' }] });
    expect(evaluateRuleSet(set, { ...values, 申请人: { 出生日期: '1960-13-01', 存款: 1 } })).toMatchObject({ ok: false, failure: { code: 'wrong-type', message: '“申请人.出生日期”应当是日期，现在是“1960-13-01”。' } });
  });

  test('解释说出哪一行、每格看到了什么', () => {
    const set = compiled(ruleSet);
    const explained = explainOutcome(set, evaluateRuleSet(set, values));
    expect(explained.map((decision) => decision.summary)).toEqual([
      '“周岁”由表达式 years and months duration(申请人.出生日期, 今天).years 算得66。',
      '“档次”由第 1 行决定，结果是级 “高”，理由 “老年且存款少”。',
      '“补贴”由表达式 (if 档次.级 = "高" then 800 else 300) * 面积 算得8000。',
    ]);
    expect(explained[1]?.rules).toEqual([{
      number: 1, id: 'r1', decided: true, annotation: '《办法》第五条',
      conditions: [{ label: '周岁', test: '不小于 60', value: '66' }, { label: '存款（分）', test: '小于 1000000', value: '99999' }],
    }]);
  });

  test('失败时解释停在失败的决策', () => {
    const set = compiled(ruleSet);
    const explained = explainOutcome(set, evaluateRuleSet(set, { ...values, 申请人: { 出生日期: '1960-05-01', 存款: 1_000_000 } }));
    expect(explained.map(({ decision, result }) => [decision, result])).toEqual([['周岁', '66'], ['档次', undefined]]);
    expect(explained[1]?.summary).toBe('“档次”没有一行规则适用：周岁 66，存款（分） 1000000。');
  });
});
