import { describe, expect, test } from 'vitest';
import { findPastedDate, joinDate, parseTypedNumber, parseYuan, splitDate, yuanText } from './parse-input.ts';

describe('金额按元输入、按分保存', () => {
  const cases: readonly [typed: string, kept: number | string | undefined][] = [
    ['', undefined], [' ', undefined], ['0', 0], ['12', 1_200], ['12.', 1_200], ['12.3', 1_230], ['0.07', 7], ['1,234.50', 123_450],
    ['１２３', 12_300], ['¥5', 500], ['5元', 500], ['-3.5', -350], ['-0', 0], ['12.345', '12.345'], ['abc', 'abc'], ['99999999999999', '99999999999999'],
  ];
  test.each(cases)('%s', (typed, kept) => {
    expect(parseYuan(typed)).toBe(kept);
  });

  test.each([[1_230, '12.30'], [1_200, '12'], [-5, '-0.05'], [undefined, ''], ['abc', 'abc']] as const)('%s 显示为 %s', (value, text) => {
    expect(yuanText(value)).toBe(text);
  });
});

describe('日期分成年月日', () => {
  test.each([
    [{ year: '2026', month: '3', day: '5' }, '2026-03-05'],
    [{ year: '2026', month: '2', day: '30' }, '2026-2-30'],
    [{ year: '2026', month: '', day: '' }, '2026--'],
    [{ year: '26', month: '3', day: '5' }, '26-3-5'],
    [{ year: '', month: '', day: '' }, undefined],
  ])('%j → %s', (parts, kept) => {
    expect(joinDate(parts)).toBe(kept);
    if (kept !== undefined) expect(splitDate(kept)).toEqual(parts);
  });

  test('粘贴整个日期', () => {
    expect(findPastedDate('2026年3月5日')).toEqual({ year: '2026', month: '3', day: '5' });
    expect(findPastedDate('20260305')).toEqual({ year: '2026', month: '3', day: '5' });
    expect(findPastedDate('2026')).toBeUndefined();
  });
});

test.each([['', undefined], ['12.5', 12.5], ['１２', 12], ['12.', '12.'], ['十', '十']] as const)('数字 %s', (typed, kept) => {
  expect(parseTypedNumber(typed)).toBe(kept);
});
