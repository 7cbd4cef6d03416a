import fc from 'fast-check';
import { evaluate as evaluateFeel } from 'feelin';
import { describe, expect, test } from 'vitest';
import { compile, evaluate } from './index.ts';

const NAMES = ['a', 'b', '金额'] as const;
const atom = fc.oneof(
  fc.constantFrom<string>(...NAMES), fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom('"甲"', '"乙"', 'true', 'false', 'null', '1.5'),
);
const { condition } = fc.letrec<{ condition: string; number: string; value: string }>((tie) => ({
  number: fc.oneof({ maxDepth: 3 }, fc.constantFrom<string>(...NAMES, '3', '0'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([left, sign, right]) => `(${left} ${sign} ${right})`)),
  value: fc.oneof({ maxDepth: 3 }, atom, tie('number'),
    fc.tuple(tie('condition'), tie('value'), tie('value')).map(([test_, yes, no]) => `(if ${test_} then ${yes} else ${no})`)),
  condition: fc.oneof({ maxDepth: 4 },
    fc.tuple(tie('value'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('value')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('value'), fc.array(atom, { minLength: 1, maxLength: 3 })).map(([value, list]) => `(${value} in [${list.join(', ')}])`),
    fc.tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition')).map((parts) => `(${parts.join(' ')})`),
    tie('condition').map((inner) => `not(${inner})`)),
}));
const simple = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom('甲', '乙', ''), fc.boolean(), fc.constant(null));
const context = fc.record({ a: simple, b: simple, 金额: simple });

/** The interpreter's own answer, a warning or an exception being a failure. */
function interpret(source: string, values: Record<string, unknown>): unknown {
  try {
    const { value, warnings } = evaluateFeel(source, values);
    return warnings.length > 0 ? 'failure' : { value };
  } catch {
    return 'failure';
  }
}

describe('快速求值', () => {
  test('与 FEEL 解释器结果一致', () => {
    fc.assert(fc.property(condition, context, (source, values) => {
      const compiled = compile(source, { names: NAMES });
      fc.pre(compiled.ok);
      if (!compiled.ok) return;
      expect(compiled.expression.quick).toBe(true);
      const result = evaluate(compiled.expression, values);
      // Ordering text against numbers: the interpreter answers, we refuse.
      fc.pre(result.ok || result.problem.code !== 'not-comparable');
      expect(result.ok ? { value: result.value } : 'failure', source).toEqual(interpret(source, values));
    }), { numRuns: 400 });
  });

  test.each(['a in [1..5]', 'a[item > 1] = []', 'a between 1 and 2', 'substring(a, 1)', 'for x in a return x'])('%s 交给解释器', (source) => {
    const result = compile(source, { names: NAMES });
    expect(result.ok && result.expression.quick).toBe(false);
  });
});
