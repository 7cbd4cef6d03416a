import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRuleSet, evaluateRuleSet, type Finding, type HitPolicy } from '../index.ts';
import { compiled, type Row, tableOf, type TableText } from '../testing/tables.ts';

const age = { name: '年龄', type: 'integer', allowedValues: '[0..150]' } as const;
const kind = { name: '类别', type: 'text', allowedValues: '"低保", "普通"' } as const;
const flag = { name: '有房', type: 'boolean' } as const;

function check(text: TableText, budget?: number): readonly Finding[] {
  return checkRuleSet(compiled(tableOf(text)), budget === undefined ? {} : { budget });
}

const found = (findings: readonly Finding[]): string[] => findings.map(({ code, rules }) => [code, ...rules].join(' '));
const rows = (...cells: (readonly string[])[]): Row[] => cells.map((tests, index) => [tests, [`"${index}"`]]);

describe('完备性与冲突 (DEC-02)', () => {
  const cases: readonly [name: string, text: TableText, expected: string[]][] = [
    ['没有问题', { inputs: [age, kind], rows: rows(['< 18', '-'], ['>= 18', '"低保"'], ['>= 18', 'not("低保")']) }, []],
    ['整数没有缝', { inputs: [age], rows: rows(['<= 17'], ['>= 18']) }, []],
    ['小数有缝', { inputs: [{ name: '面积', type: 'number' }], rows: rows(['<= 17'], ['>= 18']) }, ['gap']],
    ['日期没有缝', { inputs: [{ name: '日期', type: 'date' }], rows: rows(['<= @"2024-02-28"'], ['[@"2024-02-29"..@"2024-03-01")'], ['>= @"2024-03-01"']) }, []],
    ['闰日是缝', { inputs: [{ name: '日期', type: 'date' }], rows: rows(['<= @"2024-02-28"'], ['>= @"2024-03-01"']) }, ['gap']],
    ['重叠', { inputs: [age, kind], rows: rows(['>= 60', '-'], ['-', '"低保"'], ['< 60', '"普通"']) }, ['overlap 1 2']],
    ['默认结果补上缺口', { inputs: [age], outputs: [{ name: '结果', type: 'text', defaultValue: '"无"' }], rows: rows(['< 18']) }, []],
    ['收集不怕缺口和重叠', { hitPolicy: 'C', inputs: [age], rows: rows(['< 18'], ['< 9']) }, []],
    ['自相矛盾', { inputs: [age], rows: rows(['[60..18]'], ['-']) }, ['impossible 1']],
    ['允许的值之外', { inputs: [kind], rows: rows(['"富裕"'], ['-']) }, ['impossible 1']],
    ['首个：轮不到', { hitPolicy: 'F', inputs: [age, kind], rows: rows(['>= 18', '-'], ['< 18', '-'], ['[10..60]', '"低保"']) }, ['unreachable 3 1 2']],
    ['优先级：轮不到', { hitPolicy: 'P', inputs: [age], outputs: [{ name: '结果', type: 'text', allowedValues: '"0", "1"' }], rows: rows(['-'], ['> 3']) }, ['unreachable 2 1']],
    ['任一：结果不同', { hitPolicy: 'A', inputs: [age], rows: rows(['<= 18'], ['>= 18']) }, ['conflict 1 2']],
    ['重复', { hitPolicy: 'C', inputs: [age], rows: [[['>= 1'], ['"甲"']], [['not(0)'], ['"甲"']]] }, ['duplicate 1 2']],
    ['空值也是一种情况', { inputs: [{ ...flag, optional: true }], rows: rows(['true'], ['false']) }, ['gap']],
    ['同一表达式的两列一起看', { inputs: [age, { name: '别名', type: 'integer', column: { expression: '年龄', allowedValues: '[0..150]' } }], rows: rows(['< 18', '-'], ['>= 18', '>= 18']) }, []],
    ['自由表达式：不能判断', { inputs: [age, kind], rows: rows(['? * 2 > 10', '-'], ['<= 5', '-']) }, ['unjudged 1 2', 'unjudged 1']],
    ['自由表达式：缺口仍可肯定', { inputs: [age, kind], rows: rows(['? * 2 > 10', '"低保"'], ['-', '"低保"']) }, ['unjudged 1 2', 'gap']],
    ['自由表达式：别的列已分开', { inputs: [age, kind], rows: rows(['? * 2 > 10', '"低保"'], ['? * 2 <= 10', '"低保"'], ['-', '"普通"']) }, ['unjudged 1 2', 'unjudged 1 2']],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(found(check(text))).toEqual(expected);
  });

  test('缺口和重叠各带一个例子', () => {
    const [overlap, gap] = check({ inputs: [age, kind], rows: rows(['>= 60', '-'], ['[50..70]', '"低保"']) });
    expect(overlap).toEqual({
      code: 'overlap', severity: 'error', decision: '结果', rules: [1, 2], message: '“结果”第 1 行与第 2 行同时适用，例如：年龄 60，类别 “低保”。',
      example: [{ label: '年龄', expression: '年龄', value: 60, words: '60' }, { label: '类别', expression: '类别', value: '低保', words: '“低保”' }],
    });
    expect(gap).toMatchObject({ code: 'gap', severity: 'error', message: '“结果”没有规则适用于：年龄 0 至 49。例如：年龄 0，类别 “低保”。' });
  });

  test.each<[string, Parameters<typeof tableOf>[0]]>([
    ['整数', { inputs: [age, kind], rows: rows(['>= 60', '-'], ['[50..59]', '"低保"'], ['0', '-']) }],
    ['小数', { inputs: [{ name: '面积', type: 'number' }], rows: rows(['< 17'], ['(17..20]'], ['> 30']) }],
    ['日期', { inputs: [{ name: '日期', type: 'date' }], rows: rows(['<= @"2024-02-28"'], ['>= @"2024-03-01"']) }],
    ['没有列全的文字', { inputs: [{ name: '地方', type: 'text' }, flag], rows: rows(['"甲"', 'true'], ['"乙"', '-']) }],
    ['可以为空', { inputs: [{ ...flag, optional: true }, { name: '地方', type: 'text', optional: true }], rows: rows(['true', '"甲"']) }],
  ])('按缺口补上的行正好填满，不与别的行重叠：%s', (_, text) => {
    let filled = text;
    for (let round = 0; round < 20; round += 1) {
      const gap = check(filled).find(({ code }) => code === 'gap');
      if (gap === undefined) break;
      const cells = filled.inputs.map(({ name }) => gap.filling?.find(({ expression }) => expression === name)?.cell ?? '-');
      filled = { ...filled, rows: [...filled.rows, [cells, ['"补"']]] };
    }
    expect(filled.rows.length).toBeGreaterThan(text.rows.length);
    expect(found(check(filled))).toEqual([]);
  });

  test('互相有关的列只提醒，不拦', () => {
    const text: TableText = { inputs: [age, { name: '另', type: 'integer', column: { expression: '年龄 + 1', type: 'integer' } }], rows: rows(['< 18', '-'], ['-', '> 18']) };
    expect(check(text).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test('预算用完要说出来', () => {
    const inputs = Array.from({ length: 12 }, (_, index) => ({ name: `项${index}`, type: 'boolean' }) as const);
    const many = Array.from({ length: 60 }, (_, row) => inputs.map((__, index) => (index === 0 ? String(row % 2 === 0) : ['true', 'false', '-', '-'][((row + 3) * (index + 7) * 7_919) % 97 % 4] ?? '-')));
    expect(found(check({ hitPolicy: 'F', inputs, rows: rows(...many) }, 60))).toContain('budget');
  });
});

const cell = {
  age: fc.oneof(fc.constantFrom('-', 'not([3..5])', '< 4, > 8', 'not(7)'), fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 10 })).map(([sign, value]) => `${sign} ${value}`),
    fc.tuple(fc.constantFrom('[', '('), fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.constantFrom(']', ')')).map(([open, low, high, close]) => `${open}${low}..${high}${close}`)),
  kind: fc.constantFrom('-', '"低保"', '"普通"', 'not("低保")', '"低保", "普通"'),
  flag: fc.constantFrom('-', 'true', 'false', 'null', 'not(null)'),
};

describe('与逐一试算一致', () => {
  const inputs = [{ name: '年龄', type: 'integer', allowedValues: '[0..10]' }, kind, { ...flag, optional: true }] as const;
  const everything = Array.from({ length: 11 }, (_, value) => ['低保', '普通'].flatMap((text) => [true, false, null].map((house) => ({ 年龄: value, 类别: text, 有房: house })))).flat();

  test.each<HitPolicy>(['U', 'F', 'A'])('%s', (hitPolicy) => {
    fc.assert(fc.property(fc.array(fc.tuple(cell.age, cell.kind, cell.flag, fc.constantFrom('"甲"', '"乙"')), { minLength: 1, maxLength: 6 }), (lines) => {
      const set = compiled(tableOf({ hitPolicy, inputs, rows: lines.map(([one, two, three, result]): Row => [[one, two, three], [result]]) }));
      const outcomes = everything.map((values) => evaluateRuleSet(set, values));
      const findings = checkRuleSet(set, { most: 1_000 });
      const failed = (code: string): boolean => outcomes.some((outcome) => !outcome.ok && outcome.failure.code === code);
      const says = (...codes: string[]): boolean => findings.some((finding) => codes.includes(finding.code));
      expect(says('gap')).toBe(failed('no-rule'));
      if (hitPolicy === 'U') expect(says('overlap', 'duplicate')).toBe(failed('several-rules') || says('duplicate'));
      if (hitPolicy === 'A') expect(says('conflict')).toBe(failed('different-outputs'));
      if (hitPolicy === 'F') {
        const decided = new Set(outcomes.flatMap((outcome) => outcome.trace[0]?.decided ?? []));
        const idle = lines.flatMap((_, index) => (decided.has(index + 1) ? [] : [index + 1]));
        expect(findings.filter(({ code }) => code === 'unreachable' || code === 'impossible').map(({ rules }) => rules[0]).toSorted()).toEqual(idle.toSorted());
      }
      for (const finding of findings.filter(({ code }) => code === 'gap' || code === 'overlap' || code === 'conflict')) {
        const values = Object.fromEntries((finding.example ?? []).map(({ expression, value }) => [expression, value]));
        expect(evaluateRuleSet(set, values).ok, finding.message).toBe(false);
      }
    }), { numRuns: 200 });
  });
});
