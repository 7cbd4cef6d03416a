import type { RuleSetContent } from '@tongban/server/src/kernel/rules/contract.ts';
import { describe, expect, it } from 'vitest';
import { compareVersions, isUnchanged, type ComparedTable } from './compare.ts';
import type { RuleTable, TableRule } from './draft.ts';

const table: RuleTable = {
  kind: 'table', hitPolicy: 'U', inputs: [{ id: 'c1', expression: '年龄' }], outputs: [{ id: 'o1', name: '结论', type: 'text' }],
  rules: [{ id: 'r1', inputs: ['>= 80'], outputs: ['"准予"'] }, { id: 'r2', inputs: ['[60..79]'], outputs: ['"转人工"'] }, { id: 'r3', inputs: ['< 60'], outputs: ['"不予"'] }],
};
const side = (logic: RuleTable, changes: Partial<RuleSetContent> = {}) => ({
  content: { inputs: [{ id: 'i1', name: '年龄', type: 'integer' as const }], decisions: [{ id: 'd1', name: '结论', requires: ['年龄'], logic }], ...changes }, testCases: [],
});
const rowsOf = (found: ComparedTable | undefined) => found?.rows.map(({ kind, before, after, cells }) => [kind, before, after, cells.map((cell) => (cell.kind === 'same' ? cell.after : `${cell.before ?? ''}→${cell.after ?? ''}`)).join('|')]);
const withRules = (rules: TableRule[]): RuleTable => ({ ...table, rules });

describe('两个版本逐行比较 (DEC-02)', () => {
  it('一样的说一样', () => {
    expect(isUnchanged(compareVersions(side(table), side(structuredClone(table))))).toBe(true);
  });

  it('增、删、改的行各指出行号和格子', () => {
    const [first, , last] = table.rules;
    if (!first || !last) throw new TypeError('there are three rows');
    const after = withRules([{ ...first, outputs: ['"自动办理"'] }, { id: 'r9', inputs: ['[70..79]'], outputs: ['"转人工"'] }, last]);
    const [decision] = compareVersions(side(table), side(after)).decisions;
    expect(rowsOf(decision?.table)).toEqual([
      ['changed', 1, 1, '>= 80|"准予"→"自动办理"|'], ['removed', 2, undefined, '[60..79]→|"转人工"→|→'], ['added', undefined, 2, '→[70..79]|→"转人工"|→'], ['same', 3, 3, '< 60|"不予"|'],
    ]);
  });

  it('重新读入的文件编号不同，按条件对上', () => {
    const after = withRules(table.rules.map((rule, index) => ({ ...rule, id: `x${index}` })));
    expect(compareVersions(side(table), side(after)).decisions[0]?.table?.rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
  });

  it('新增的列、改了的数据、没有了的决策', () => {
    const wider: RuleTable = { ...table, inputs: [...table.inputs, { id: 'c2', expression: '类别' }], rules: table.rules.map((rule) => ({ ...rule, inputs: [...rule.inputs, '-'] })) };
    const found = compareVersions(side(table, { decisions: [...side(table).content.decisions, { id: 'd2', name: '别的', requires: [], logic: { kind: 'expression', type: 'number', expression: '1' } }] }), side(wider, { inputs: [{ id: 'i1', name: '年龄', type: 'number' }] }));
    expect(found.inputs.map(({ kind }) => kind)).toEqual(['changed']);
    expect(found.decisions.map(({ kind, before, after }) => [kind, (after ?? before)?.name])).toEqual([['changed', '结论'], ['removed', '别的']]);
    expect(found.decisions[0]?.table?.columns.map(({ kind, side: of }) => [of, kind])).toEqual([['input', 'same'], ['input', 'added'], ['output', 'same'], ['annotation', 'same']]);
  });
});
