import { compile, evaluateTests } from '@tongban/expressions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCell } from './compile-cell.ts';
import type { ValueType } from './rule-set.ts';

const number = fc.integer({ min: -3, max: 6 }).map((value) => value / 2);
const day = fc.integer({ min: 1, max: 9 }).map((value) => `2026-03-0${value}`);
const text = fc.constantFrom('甲', '乙', '', '-', 'null');

/** Cells over literals written by `write`; ranges as well when the type has an order. */
function cellOf<T extends string | number | boolean>(value: fc.Arbitrary<T>, write: (value: T) => string, ordered: boolean): fc.Arbitrary<string> {
  const literal = value.map(write);
  const range = fc.oneof(
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), literal).map(([sign, bound]) => `${sign} ${bound}`),
    // The interpreter also reads intervals backwards; a table calls them impossible.
    fc.tuple(fc.constantFrom('[', '(', ']'), value, value, fc.constantFrom(']', ')', '['))
      .map(([open, one, other, close]) => `${open}${write(one < other ? one : other)}..${write(one < other ? other : one)}${close}`),
  );
  const item = ordered ? fc.oneof(literal, range, fc.constant('null')) : fc.oneof(literal, fc.constant('null'));
  const list = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(', '));
  return fc.oneof(list, list.map((items) => `not(${items})`), fc.constant('-'));
}

describe('编译的单元格与 FEEL 一致', () => {
  const kinds: readonly [type: ValueType, cells: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>][] = [
    ['number', cellOf(number, String, true), fc.option(number)],
    ['date', cellOf(day, (value) => `@"${value}"`, true), fc.option(day)],
    ['text', cellOf(text, (value) => `"${value}"`, false), fc.option(text)],
    ['boolean', cellOf(fc.boolean(), String, false), fc.option(fc.boolean())],
  ];
  test.each(kinds)('%s', (type, cells, values) => {
    fc.assert(fc.property(cells, values, (cell, value) => {
      // By the standard no value is neither inside nor outside of an order; the interpreter says outside.
      fc.pre(value !== null || !/^not\(.*([<>]|\.\.)/.test(cell));
      const compiled = compileCell(cell, type, [], {});
      const feel = compile(cell, { names: [], form: 'tests' });
      if (!compiled.ok || !feel.ok) throw new Error(`${cell} does not compile`);
      expect(compiled.test.kind).not.toBe('free');
      const fits = compiled.test.kind !== 'simple' || compiled.test.fits(value);
      expect({ ok: true, value: fits }, `${JSON.stringify(value)} in ${cell}`).toEqual(evaluateTests(feel.expression, value, type === 'date' ? 'date' : 'any', {}));
    }), { numRuns: 400 });
  });
});
