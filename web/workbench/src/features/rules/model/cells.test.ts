import type { ValueType } from '@tongban/decision-tables';
import { describe, expect, it } from 'vitest';
import { readCell } from './cells.ts';

const names = { 年龄: 'any', 申请日期: 'date', 资格: { 结论: 'any' } } as const;
const read = (typed: string, type: ValueType, kind: 'input' | 'output' | 'annotation' = 'input') => readCell(typed, { kind, type, names });

describe('按人的写法填的格子 (DEC-02)', () => {
  it.each<[string, ValueType, string]>([
    ['', 'integer', '-'], ['不限', 'text', '-'], ['－', 'text', '-'],
    ['80以上', 'integer', '>= 80'], ['80周岁及以上', 'integer', '>= 80'], ['满80', 'integer', '>= 80'], ['80以下', 'integer', '<= 80'], ['不满80', 'integer', '< 80'], ['超过80', 'integer', '> 80'],
    ['60至79', 'integer', '[60..79]'], ['60～79岁', 'integer', '[60..79]'], ['≥80', 'integer', '>=80'], ['＞ 80', 'number', '> 80'], ['［1..2］', 'number', '[1..2]'],
    ['>= 年龄', 'integer', '>= 年龄'], ['是', 'boolean', 'true'], ['否', 'boolean', 'false'],
    ['低保', 'text', '"低保"'], ['低保，特困', 'text', '"低保", "特困"'], ['低保、特困', 'text', '"低保", "特困"'], ['“低保”', 'text', '"低保"'], ['not("低保")', 'text', 'not("低保")'], ['"甲，乙"', 'text', '"甲，乙"'], ['资格.结论', 'text', '资格.结论'], ['110101', 'text', '"110101"'],
    ['2026年1月2日', 'date', 'date("2026-01-02")'], ['>= 2026/1/2', 'date', '>= date("2026-01-02")'], ['>= date("2026-01-02")', 'date', '>= date("2026-01-02")'], ['< 申请日期', 'date', '< 申请日期'],
  ])('条件 %s（%s）→ %s', (typed, type, cell) => {
    expect(read(typed, type)).toBe(cell);
    expect(read(cell, type)).toBe(cell);
  });

  it.each<[string, ValueType, string]>([
    ['', 'text', ''], ['符合条件，予以批准', 'text', '"符合条件，予以批准"'], ['"符合"', 'text', '"符合"'], ['资格.结论', 'text', '资格.结论'], ['年龄 * 2', 'number', '年龄 * 2'], ['10,000', 'integer', '10000'], ['是', 'boolean', 'true'], ['null', 'text', 'null'],
  ])('结果 %s（%s）→ %s', (typed, type, cell) => {
    expect(read(typed, type, 'output')).toBe(cell);
  });

  it('说明原样留下', () => {
    expect(read(' 《办法》第三条，“附则” ', 'text', 'annotation')).toBe('《办法》第三条，“附则”');
  });
});
