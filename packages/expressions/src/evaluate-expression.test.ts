import { describe, expect, test } from 'vitest';
import { compile, evaluate, evaluateBoolean, evaluateTests, type EvaluateResult, type Expression, type ExpressionContext, type ExpressionFunctions, type ExpressionNames } from './index.ts';

function compiled(source: string, names?: ExpressionNames, functions?: ExpressionFunctions): Expression {
  const result = compile(source, { ...(names && { names }), ...(functions && { functions }) });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.expression;
}

function run(source: string, context: ExpressionContext, names?: ExpressionNames, functions?: ExpressionFunctions): EvaluateResult {
  return evaluate(compiled(source, names, functions), context);
}

const DATES = { birthday: 'date', today: 'date', items: { start: 'date', amount: 'any' } } as const;

describe('求值', () => {
  const cases: readonly [source: string, context: ExpressionContext, expected: unknown][] = [
    ['申请人.年龄 >= 18 and not(已婚)', { 申请人: { 年龄: 20 }, 已婚: false }, true],
    ['(x in [1, 2]) and y', { x: 1, y: true }, true],
    ['x in ("甲", "乙")', { x: '丙' }, false],
    ['x in list', { x: 2, list: [1, 2] }, true],
    ['sum(明细.金额)', { 明细: [{ 金额: 1_250 }, { 金额: 300 }] }, 1_550],
    ['count(明细[金额 > 上限])', { 明细: [{ 金额: 1 }, { 金额: 5 }], 上限: 3 }, 1],
    ['if a > 1 then "大" else "小"', { a: null }, '小'],
    ['-a + 2 * 3', { a: 1 }, 5],
    ['for r in rows return r.a * 2', { rows: [{ a: 1 }, { a: 2 }] }, [2, 4]],
    ['string join(list, "、")', { list: ['甲', '乙'] }, '甲、乙'],
    ['{level: "高", days: 5}', {}, { level: '高', days: 5 }],
    ['a > null', { a: 1 }, null],
    ['a / 0', { a: 1 }, null],
  ];
  test.each(cases)('%s', (source, context, expected) => {
    expect(run(source, context)).toEqual({ ok: true, value: expected });
  });
});

describe('日期以 ISO 字符串进出', () => {
  const context = { birthday: '2000-02-29', today: '2024-02-28', items: [{ start: '2024-01-01', amount: 1 }, { start: '2024-03-01', amount: 2 }] };
  const cases: readonly [source: string, expected: unknown][] = [
    ['birthday < today', true],
    ['birthday = date("2000-02-29")', true],
    ['today >= @"2024-02-29"', false],
    ['birthday + duration("P1Y")', '2001-02-28'],
    ['years and months duration(birthday, today).years', 23],
    ['if birthday < today then birthday else today', '2000-02-29'],
    ['count(items[start > today])', 1],
    ['items[1].start', '2024-01-01'],
    ['birthday = null', false],
    ['today.month', 2],
  ];
  test.each(cases)('%s', (source, expected) => {
    expect(run(source, context, DATES)).toEqual({ ok: true, value: expected });
  });

  test.each(['2024-02-30', '2024/02/28', 'abc', '99999-01-01'])('不存在或写错的日期 %s 报错', (birthday) => {
    expect(run('birthday < today', { birthday, today: '2024-01-01' }, DATES)).toMatchObject({ ok: false, problem: { code: 'invalid-value' } });
    expect(run('birthday + duration("P1D")', { birthday, today: '2024-01-01' }, DATES)).toMatchObject({ ok: false, problem: { code: 'invalid-value' } });
  });

  test('没有声明为日期的文字不会被当成日期', () => {
    expect(run('remark = "2024-01-01"', { remark: '2024-01-01' })).toEqual({ ok: true, value: true });
  });
});

describe('FEEL 警告就是失败', () => {
  const cases: readonly [source: string, context: ExpressionContext, code: string][] = [
    ['a + 1', { a: null }, 'invalid-type'],
    ['a + 1', { a: '1' }, 'invalid-type'],
    ['a.b', { a: null }, 'unknown-property'],
    ['a.b', { a: {} }, 'unknown-property'],
    ['a > 1', {}, 'unknown-name'],
    ['a <= 1', { a: '1' }, 'not-comparable'],
    ['date(a)', { a: 'x' }, 'invalid-arguments'],
    ['a ** 0.5', { a: -8 }, 'unusable-result'],
    ['[1..5]', {}, 'unusable-result'],
    ['count(a)', { a: new Array(2_001).fill(1) }, 'list-too-long'],
    ['for x in a, y in a return 1', { a: new Array(600).fill(1) }, 'list-too-long'],
    ['concatenate(a, a)', { a: new Array(1_500).fill(1) }, 'list-too-long'],
    ['contains(a, "x")', { a: 'x'.repeat(20_001) }, 'text-too-long'],
    ['matches(a, "(a+)+$")', { a: `${'a'.repeat(40)}!` }, 'pattern-refused'],
  ];
  test.each(cases)('%s', (source, context, code) => {
    expect(run(source, context)).toMatchObject({ ok: false, problem: { code } });
  });

  test('声明过的名称没有值时为空值', () => {
    expect(run('a = null', {}, ['a'])).toEqual({ ok: true, value: true });
    expect(run('a[item > 1] = null', {}, ['a'])).toEqual({ ok: true, value: true });
  });
});

describe('条件', () => {
  test('未知算不成立，非是非否算失败', () => {
    expect(evaluateBoolean(compiled('a > 1', ['a']), {})).toEqual({ ok: true, value: false });
    expect(evaluateBoolean(compiled('a > 1', ['a']), { a: 2 })).toEqual({ ok: true, value: true });
    expect(evaluateBoolean(compiled('a', ['a']), { a: '是' })).toMatchObject({ ok: false, problem: { code: 'not-boolean' } });
  });
});

describe('借入的函数', () => {
  const functions: ExpressionFunctions = {
    'next day': { parameters: ['day', 'count'], returns: 'date', call: (day, count) => (day === '2024-02-28' ? `2024-02-${28 + Number(count)}` : null) },
    total: { parameters: ['list'], call: (list) => (Array.isArray(list) ? list.reduce((sum: number, value) => sum + Number(value ?? 0), 0) : 0) },
    broken: { parameters: [], call: () => { throw new Error('日历没有 2030 年'); } },
  };
  const cases: readonly [source: string, expected: unknown][] = [
    ['next day(today, 1)', '2024-02-29'],
    ['next day(day: today, count: 1) > today', true],
    ['next day(today, 1) > today', true],
    ['next day(today + duration("P1D"), 1) = null', true],
    ['total(items.amount)', 3],
    ['total(items[amount != null].amount)', 3],
  ];
  test.each(cases)('%s', (source, expected) => {
    expect(run(source, { today: '2024-02-28', items: [{ amount: 3 }, { amount: null }] }, DATES, functions)).toEqual({ ok: true, value: expected });
  });

  test('函数失败时说明原因', () => {
    expect(run('broken()', {}, [], functions)).toMatchObject({ ok: false, problem: { code: 'evaluation-failed', message: expect.stringContaining('日历没有 2030 年') } });
  });
});

describe('决策表单元格的条件', () => {
  const cases: readonly [source: string, value: unknown, expected: boolean | string][] = [
    ['< 18, >= 60', 60, true], ['< 18, >= 60', 18, false], ['not("甲")', '乙', true], ['? * 2 > limit', 6, true], ['-', 1, true],
    ['> 3', null, false], ['? + 1 > 3', '甲', 'invalid-type'], ['contains(?, "x")', 'x'.repeat(20_001), 'text-too-long'],
  ];
  test.each(cases)('%s', (source, value, expected) => {
    const result = compile(source, { names: ['limit'], form: 'tests' });
    const outcome = result.ok && evaluateTests(result.expression, value, 'any', { limit: 10 });
    expect(outcome).toMatchObject(typeof expected === 'boolean' ? { ok: true, value: expected } : { ok: false, problem: { code: expected } });
  });

  test('日期按声明的类型比较，普通表达式不当条件用', () => {
    const result = compile('> @"2026-01-31"', { names: [], form: 'tests' });
    expect(result.ok && evaluateTests(result.expression, '2026-02-01', 'date', {})).toEqual({ ok: true, value: true });
    expect(() => evaluateTests(compiled('1'), 1, 'any', {})).toThrow('not compiled as tests');
  });
});
