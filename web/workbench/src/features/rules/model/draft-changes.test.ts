import type { RuleSetContent } from '@tongban/server/src/kernel/rules/contract.ts';
import { describe, expect, it } from 'vitest';
import type { RuleDraft, RuleTable } from './draft.ts';
import { judge, obstaclesOf, runTests } from './judge.ts';
import { mendOf } from './mend.ts';
import { mergeDrafts } from './merge.ts';
import { withRequirements } from './names.ts';
import { renameEverywhere } from './rename.ts';

const table = (rows: readonly (readonly [string, string])[]): RuleTable => ({
  kind: 'table', hitPolicy: 'U', inputs: [{ id: 'c', expression: '年龄' }], outputs: [{ id: 'o', name: '结论', type: 'text' }], rules: rows.map(([cell, result], index) => ({ id: `r${index}`, inputs: [cell], outputs: [result] })),
});
const content = (rows: readonly (readonly [string, string])[]): RuleSetContent => ({
  inputs: [{ id: 'age', name: '年龄', type: 'integer', allowedValues: '[0..150]' }], decisions: [{ id: 'd', name: '结论', requires: ['年龄'], logic: table(rows) }],
});
const draft = (rows: readonly (readonly [string, string])[], changes: Partial<RuleDraft> = {}): RuleDraft => ({ content: content(rows), testCases: [{ id: 't', name: '八十岁', inputs: { 年龄: 80 }, expected: { 结论: '准予' } }], note: '', ...changes });
const obstacles = (one: RuleDraft) => {
  const judgement = judge(one.content);
  return obstaclesOf(one, judgement, runTests(judgement.compiled, one.testCases)).map(({ message }) => message);
};

describe('在浏览器里检查 (DEC-02)', () => {
  it('自相矛盾的表、写错的格、会一直运行的表达式：各说出在哪里', () => {
    expect(obstacles(draft([['>= 80', '"准予"'], ['<= 80', '"不予"']]))).toEqual(['“结论”第 1 行与第 2 行同时适用，例如：年龄 80。', expect.stringContaining('测试用例“八十岁”没有通过')]);
    expect(obstacles(draft([['>= "80"', '"准予"']]))).toEqual(['“结论”第 1 行条件第 1 列：这一列是整数，不能填文字“80”。']);
    const [endless = ''] = obstacles(draft([['count(for a in 1..1000000000 return a) > ?', '"准予"']]));
    expect(endless).toMatch(/^“结论”第 1 行条件第 1 列：循环的范围要写成整数，且不超过/);
  });

  it('没有测试用例也不能发布；都好了就没有要改的', () => {
    const whole = [['>= 80', '"准予"'], ['< 80', '"不予"']] as const;
    expect(obstacles(draft(whole, { testCases: [] }))).toEqual(['还没有测试用例，请至少添加一个。']);
    expect(obstacles(draft(whole))).toEqual([]);
  });

  it('缺口补一行：条件正好是缺的那一段；重复的删去后一行', () => {
    const gapped = table([['>= 80', '"准予"'], ['<= 60', '"不予"']]);
    const [gap] = judge(content([['>= 80', '"准予"'], ['<= 60', '"不予"']])).findings;
    const mend = gap && mendOf(gapped, gap);
    expect(mend).toMatchObject({ kind: 'fill', row: 2, table: { rules: [{}, {}, { inputs: ['[61..79]'], outputs: [''] }] } });
    const double = [['>= 0', '"准予"'], ['>= 0', '"准予"']] as const;
    const [duplicate] = judge(content(double)).findings;
    expect(duplicate && mendOf(table(double), duplicate)).toMatchObject({ kind: 'remove', row: 1, table: { rules: [{ id: 'r0' }] } });
  });
});

describe('改名和依赖 (DEC-02)', () => {
  const chained: RuleSetContent = {
    inputs: [{ id: 'i', name: '年龄', type: 'integer' }, { id: 'j', name: '限', type: 'integer' }],
    decisions: [{ id: 'a', name: '甲', requires: ['年龄'], logic: { kind: 'expression', type: 'integer', expression: '年龄 + 1' } }, { id: 'b', name: '乙', requires: ['甲'], logic: { ...table([['> 限', '"年龄"']]), inputs: [{ id: 'c', expression: '甲' }] } }],
  };

  it('数据改名，表达式、格子、依赖和测试用例一起改，文字不动', () => {
    const renamed = renameEverywhere({ content: { ...chained, decisions: chained.decisions.map((one) => ({ ...one, requires: [...one.requires, '限'] })) }, testCases: [{ id: 't', name: '一', inputs: { 年龄: 1, 限: 2 }, expected: { 甲: 2 } }], note: '' }, '限', '上限');
    expect(renamed.content.decisions[1]?.logic).toMatchObject({ rules: [{ inputs: ['> 上限'], outputs: ['"年龄"'] }] });
    expect([renamed.content.inputs[1]?.name, renamed.content.decisions[1]?.requires, renamed.testCases[0]?.inputs]).toEqual(['上限', ['甲', '上限'], { 年龄: 1, 上限: 2 }]);
    expect(renameEverywhere(renamed, '年龄', '周岁').content.decisions[0]?.logic).toMatchObject({ expression: '周岁 + 1' });
  });

  it('格子里写到的数据自动成为依赖；会成圈的不加', () => {
    expect(withRequirements(chained, 'b').decisions[1]?.requires).toEqual(['甲', '限']);
    const circle = { ...chained, decisions: chained.decisions.map((one) => (one.id === 'a' ? { ...one, logic: { kind: 'expression' as const, type: 'integer' as const, expression: '乙' } } : one)) };
    expect(withRequirements(circle, 'a').decisions[0]?.requires).toEqual(['年龄']);
  });
});

describe('两人同时改 (DEC-02)', () => {
  const base = draft([['>= 80', '"准予"'], ['< 80', '"不予"']]);
  const theirs = { ...base, testCases: [...base.testCases, { id: 't2', name: '七十', inputs: { 年龄: 70 }, expected: { 结论: '不予' } }] };

  it('各改各的，都留下', () => {
    const mine = { ...base, content: content([['>= 70', '"准予"'], ['< 70', '"不予"']]), note: '降到七十' };
    const { value, conflicts } = mergeDrafts(base, theirs, mine, () => 'mine');
    expect([conflicts, value.testCases.length, value.note, value.content]).toEqual([[], 2, '降到七十', mine.content]);
  });

  it.each(['mine', 'theirs'] as const)('同一张表都改了，整张选 %s', (choice) => {
    const [mine, other] = [{ ...base, content: content([['>= 70', '"准予"']]) }, { ...base, content: content([['>= 75', '"准予"']]) }];
    const { value, conflicts } = mergeDrafts(base, other, mine, () => choice);
    expect(conflicts).toMatchObject([{ path: 'decisions.d', label: '决策 · 结论' }]);
    expect(value.content).toEqual((choice === 'mine' ? mine : other).content);
  });

  it('一人删去、一人没动的，删去', () => {
    const { value, conflicts } = mergeDrafts(base, { ...base, testCases: [] }, { ...base, note: '改' }, () => 'mine');
    expect([value.testCases, value.note, conflicts]).toEqual([[], '改', []]);
  });
});
