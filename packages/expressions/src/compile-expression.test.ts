import { describe, expect, test } from 'vitest';
import { compile, type ExpressionNames, referencedNames } from './index.ts';

function codesOf(source: string, names?: ExpressionNames): string[] {
  const result = compile(source, names === undefined ? {} : { names });
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

describe('拒绝写错的表达式 (FRM-03)', () => {
  const cases: readonly [source: string, code: string][] = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['1 +', 'incomplete'],
    [') 1', 'syntax'],
    ['x in [1, 2] and y', 'membership-precedence'],
    ['x in [1..5] or y', 'membership-precedence'],
    ['1 < x < 5', 'comparison-chain'],
    ['x = "甲" or "乙"', 'not-boolean'],
    ['if x then 1', 'incomplete'],
    ['z > 1', 'unknown-name'],
    ['x not in (1)', 'unknown-name'],
    ['person.gender = "女"', 'unknown-name'],
    ['foo(1)', 'unknown-function'],
    ['x(1)', 'unknown-function'],
    ['today()', 'system-clock'],
    ['now()', 'system-clock'],
    ['count > 1', 'unknown-name'],
    ['overlaps before(x, y)', 'unknown-function'],
    ['born > "2020-01-01"', 'date-as-text'],
    ['"2020-01-01" <= term.start', 'date-as-text'],
    ['x = 1 and born = "2020-01-01"', 'date-as-text'],
  ];
  test.each(cases)('%s → %s', (source, code) => {
    expect(codesOf(source, { x: 'any', y: 'any', person: { age: 'any' }, born: 'date', term: { start: 'date' } })).toContain(code);
  });

  test('日期和日期比、和文字类的内容比的照常；少写一处只说一次', () => {
    for (const right of ['born > date("2020-01-01")', 'born = null', 'x = "2020-01-01"', 'some born in x satisfies born = "2020-01-01"']) expect(codesOf(right, { x: 'any', born: 'date' })).toEqual([]);
    expect(codesOf('((((x > ', { x: 'any' }).filter((code) => code === 'incomplete')).toEqual(['incomplete']);
  });

  test('问题说明是中文并指向出错的位置', () => {
    const result = compile('年龄 >= 18 and 性别x = "女"', { names: ['年龄', '性别'] });
    expect(result).toEqual({ ok: false, problems: [{ code: 'unknown-name', message: '没有名为“性别x”的字段或变量，请检查拼写和运算符。', from: 13, to: 16 }] });
  });
});

describe('拒绝可能无休止运行的表达式', () => {
  const cases: readonly [source: string, code: string][] = [
    [`1${' + 1'.repeat(600)}`, 'too-long'],
    [`${'('.repeat(30)}1${')'.repeat(30)}`, 'too-deep'],
    ['for a in x, b in x, c in x return 1', 'too-many-loops'],
    ['for a in x return for b in x return for c in x return 1', 'too-many-loops'],
    ['x[x[x[item > 1] = 1] = 1]', 'too-many-loops'],
    ['some a in (for b in x, c in x return b) satisfies a > 1 and (some d in x satisfies d > a)', 'too-many-loops'],
    ['for i in 1..1000000000 return i', 'range-too-long'],
    ['for i in 1..10.5 return i', 'range-too-long'],
    ['for i in 1..y return i', 'range-too-long'],
    ['count(for i in [1..100000] return i)', 'range-too-long'],
    ['for i in x return partial[-1]', 'partial'],
    ['{a: "x", b: a + a}', 'context-reference'],
    ['(function(f) f(f))(function(f) f(f))', 'unknown-function'],
    ['{f: function(a) a}', 'function-definition'],
  ];
  test.each(cases)('%s', (source, code) => {
    expect(codesOf(source, ['x', 'y'])).toContain(code);
  });

  test.each(['x in [1..1000000]', 'sort(x, function(a, b) a < b)', 'for a in x, b in x return a + b', 'x[item > 1]', 'count(x[item in [1..9]])'])(
    '允许 %s', (source) => {
      expect(codesOf(source, ['x'])).toEqual([]);
    });
});

describe('引用的名称', () => {
  const cases: readonly [source: string, names: readonly string[], paths: readonly string[]][] = [
    ['申请人.年龄 >= 18 and not(已婚)', ['已婚', '申请人'], ['已婚', '申请人.年龄']],
    ['sum(明细.金额) + 运费', ['明细', '运费'], ['明细.金额', '运费']],
    ['for i in 明细 return i.金额', ['明细'], ['明细']],
    ['some r in 明细 satisfies r.金额 > 上限', ['上限', '明细'], ['上限', '明细']],
    ['count(明细[金额 > 上限])', ['上限', '明细'], ['上限', '明细']],
    ['{甲: 申请人.年龄, 乙: 2}', ['申请人'], ['申请人.年龄']],
    ['𠮷田 = "是"', ['𠮷田'], ['𠮷田']],
    ['1 + 1', [], []],
  ];
  const names = { 申请人: { 年龄: 'any' }, 已婚: 'any', 明细: { 金额: 'any' }, 运费: 'any', 上限: 'any', 𠮷田: 'any' } as const;
  test.each(cases)('%s', (source, expectedNames, expectedPaths) => {
    const result = compile(source, { names });
    expect(result.ok && [referencedNames(result.expression), result.expression.paths]).toEqual([expectedNames, expectedPaths]);
  });

  test('同一表达式只编译一次，名称不同则分开', () => {
    const first = compile('a + b', { names: ['a', 'b'] });
    expect(compile('a + b', { names: ['a', 'b'] })).toBe(first);
    expect(compile('a + b', { names: ['a', 'b', 'c'] })).not.toBe(first);
  });
});
