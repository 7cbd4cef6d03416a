import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlock, writeBlock } from './clipboard.ts';

describe('与 Excel 互相复制粘贴 (DEC-02)', () => {
  it.each<[string, string, string[][]]>([
    ['几行几列', '>= 80\t是\r\n< 80\t否\r\n', [['>= 80', '是'], ['< 80', '否']]],
    ['一格', '80', [['80']]],
    ['空格子', '\t\n\t', [['', ''], ['', '']]],
    ['Excel 加了引号的', '"""符合"""\t1', [['"符合"', '1']]],
    ['FEEL 自己的引号', '"甲"\t"甲", "乙"', [['"甲"', '"甲", "乙"']]],
    ['空的文字', '""\t1', [['""', '1']]],
    ['格子里换行', '"第一行\n第二行"\t是', [['第一行 第二行', '是']]],
    ['没有配对的引号', '"甲\t乙', [['"甲', '乙']]],
  ])('%s', (_name, text, block) => {
    expect(parseBlock(text)).toEqual(block);
  });

  it('复制出去再粘贴回来，一格不差', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'甲a1 "<>,.'), maxLength: 8 }), fc.constantFrom('"甲"', '""', '"甲", "乙"', 'not("甲")', '-', '>= 80'));
    fc.assert(fc.property(fc.integer({ min: 1, max: 3 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (block) => {
      // One empty cell alone is an empty clipboard.
      fc.pre(block.length > 1 || block[0]?.some((text) => text !== '') === true);
      fc.pre(block.at(-1)?.join('') !== '' || (block.at(-1)?.length ?? 0) > 1);
      expect(parseBlock(writeBlock(block))).toEqual(block);
    }));
  });
});
