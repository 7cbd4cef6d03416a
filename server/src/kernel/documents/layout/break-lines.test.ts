import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

/** Chinese characters and marks are 10 points wide, ASCII 5. */
const measure = (text: string): number => [...text].reduce((width, character) => width + (character < '\u0080' ? 5 : 10), 0);

describe('中文断行', () => {
  it.each([
    ['一二三四五六七', 30, 0, ['一二三', '四五六', '七']],
    ['一二三四五', 30, 20, ['一', '二三四', '五']],
    ['一二三，四五', 30, 0, ['一二', '三，四', '五']],
    ['一二《三四》', 30, 0, ['一二', '《三', '四》']],
    ['一二三。”四', 30, 0, ['一二', '三。”', '四']],
    ['一二三四ABC五', 50, 0, ['一二三四', 'ABC五']],
    ['一\n二', 30, 0, ['一', '二']],
    ['', 30, 0, ['']],
    ['𠮷𠮷𠮷𠮷', 30, 0, ['𠮷𠮷𠮷', '𠮷']],
    ['一二（编号：1234567890）', 90, 0, ['一二（编号：', '1234567890）']],
    ['编号ABCDEFGHIJKLMN', 30, 0, ['编号AB', 'CDEFGH', 'IJKLMN']],
  ])('%s in %d points', (text, width, indent, lines) => expect(breakLines(text, width, measure, indent)).toEqual(lines));

  it('loses no character but spaces at the break, and stays within the width', () => {
    const text = fc.string({ unit: fc.constantFrom(...'一二，。（）《》“”AB1 𠮷'), maxLength: 60 });
    fc.assert(
      fc.property(text, (given) => {
        const lines = breakLines(given, 60, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(60);
      }),
      { numRuns: 500 },
    );
  });
});
