import { describe, expect, test } from 'vitest';
import { compileRuleSet, RULE_LIMITS, type RuleSet } from './index.ts';
import { tableOf, type TableText } from './testing/tables.ts';

function codesOf(ruleSet: RuleSet): string[] {
  const result = compileRuleSet(ruleSet);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

const age = { name: '年龄', type: 'integer' } as const;
const kind = { name: '类别', type: 'text', allowedValues: '"低保", "普通"' } as const;
const one = (cell: string, input: TableText['inputs'][number] = age): RuleSet => tableOf({ inputs: [input], rows: [[[cell], ['"甲"']]] });

describe('编译规则集 (DEC-02)', () => {
  const cells: readonly [cell: string, input: TableText['inputs'][number], code: string][] = [
    ['"甲"', age, 'wrong-type'],
    ['>= "甲"', age, 'wrong-type'],
    ['true', kind, 'wrong-type'],
    ['低保', kind, 'text-without-quotes'],
    ['“低保”', kind, 'full-width'],
    ['>= 申请人年龄', age, 'unknown-name'],
    ['x in [1..2] and y', age, 'unknown-name'],
    ['< today()', { name: '日期', type: 'date' }, 'system-clock'],
    ['[1..', age, 'incomplete'],
    ['(? in [1, 2] and true)', age, 'membership-precedence'],
    ['x'.repeat(RULE_LIMITS.cellLength + 1), kind, 'cell-too-long'],
  ];
  test.each(cases(cells))('单元格 %s → %s', (cell, code, input) => {
    expect(codesOf(one(cell, input))).toContain(code);
  });

  test('问题指出决策、行和列', () => {
    const result = compileRuleSet(tableOf({ inputs: [age, kind], rows: [[['> 1', '-'], ['"甲"']], [['-', '3'], ['"甲"']]] }));
    expect(result).toEqual({ ok: false, problems: [{ decision: '结果', rule: 2, column: { kind: 'input', index: 1 }, code: 'wrong-type', message: '这一列是文字，不能填数字3。' }] });
  });

  test('结果的类型和允许的值在编译时查', () => {
    const outputs = [{ name: '结论', type: 'text', allowedValues: '"准予", "不予"' }] as const;
    const result = (cell: string): string[] => codesOf(tableOf({ inputs: [age], outputs, rows: [[['-'], [cell]]] }));
    expect(result('"准予"')).toEqual([]);
    expect(result('"同意"')).toEqual(['not-allowed']);
    expect(result('1')).toEqual(['wrong-type']);
    expect(result('null')).toEqual(['null-output']);
    expect(result('"准" +')).toEqual(['incomplete']);
  });

  test('默认结果要么每列都有，要么都没有；默认值也查类型', () => {
    const two = (second: object): string[] => codesOf(tableOf({
      inputs: [age], outputs: [{ name: '结论', type: 'text', defaultValue: '"不予"' }, { name: '天数', type: 'integer', ...second }], rows: [[['> 1'], ['"准予"', '5']]],
    }));
    expect(two({})).toEqual(['defaults-missing']);
    expect(two({ optional: true })).toEqual([]);
    expect(two({ defaultValue: '0' })).toEqual([]);
    expect(two({ defaultValue: '"零"' })).toEqual(['wrong-type']);
  });

  test('互相依赖的决策说出圈子', () => {
    const literal = (name: string, requires: string[]): RuleSet['decisions'][number] => ({ id: name, name, requires, logic: { kind: 'expression', type: 'number', expression: requires.join(' + ') } });
    const result = compileRuleSet({ inputs: [], decisions: [literal('甲', ['乙']), literal('乙', ['丙']), literal('丙', ['甲'])] });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'circle', message: '决策互相依赖，成了一个圈：“甲” → “乙” → “丙” → “甲”。' }] });
  });

  test('决策只看得到它依赖的', () => {
    const base = tableOf({ inputs: [age], rows: [[['> 1'], ['"甲"']]] });
    const blind = { ...base, decisions: base.decisions.map((decision) => ({ ...decision, requires: [] })) };
    expect(codesOf(blind)).toEqual(['unknown-name']);
    const missing = { ...base, decisions: base.decisions.map((decision) => ({ ...decision, requires: ['年龄', '性别'] })) };
    expect(codesOf(missing)).toEqual(['unknown-requirement']);
  });

  test('名称重复、空表、缺单元格、没有列出优先级', () => {
    expect(codesOf(tableOf({ inputs: [age, age], rows: [[['-', '-'], ['"甲"']]] }))).toContain('name-repeated');
    expect(codesOf(tableOf({ inputs: [age], rows: [] }))).toEqual(['no-rules']);
    expect(codesOf(tableOf({ inputs: [age], rows: [[[], ['"甲"']]] }))).toEqual(['cells-missing']);
    expect(codesOf(tableOf({ hitPolicy: 'P', inputs: [age], rows: [[['-'], ['"甲"']]] }))).toContain('priorities-missing');
  });

  test('循环里套循环的条件太多就拒绝', () => {
    const loop = 'count(for a in ?, b in ? return a) > 1';
    const list = { name: '名单', type: 'text', list: true } as const;
    const rows = (count: number): RuleSet => tableOf({ hitPolicy: 'C', inputs: [list], rows: Array.from({ length: count }, () => [[loop], ['"甲"']] as const) });
    expect(codesOf(rows(4))).toEqual([]);
    expect(codesOf(rows(5))).toEqual(['too-much-work']);
    expect(codesOf(tableOf({ inputs: [age], rows: Array.from({ length: RULE_LIMITS.rules + 1 }, () => [['-'], ['"甲"']] as const) }))).toEqual(['too-many-rules']);
  });
});

/** The order in which `test.each` prints them. */
function cases(rows: readonly [string, TableText['inputs'][number], string][]): [string, string, TableText['inputs'][number]][] {
  return rows.map(([cell, input, code]) => [cell, code, input]);
}
