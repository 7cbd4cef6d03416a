import { acceptSuggestion } from '@tongban/expression-editor';
import { describe, expect, it } from 'vitest';
import { suggest, type Vocabulary } from './suggest.ts';

const vocabulary: Vocabulary = {
  names: [{ text: '年龄', detail: '整数' }, { text: '申请人.年龄' }, { text: '类别' }],
  values: [{ text: '"低保"' }, { text: '"特困"' }],
};
const labels = (source: string, cursor = source.length) => suggest(source, cursor, vocabulary).list.map(({ label }) => label);

describe('表达式里可以接着写什么 (DEC-02)', () => {
  it('空着时先给允许的值，再给数据', () => {
    expect(labels('')).toEqual(['"低保"', '"特困"', '年龄', '申请人.年龄', '类别']);
    expect(labels('"低保", ')).toEqual(['"低保"', '"特困"', '年龄', '申请人.年龄', '类别']);
    expect(labels('年龄 > ')).toEqual(['年龄', '申请人.年龄', '类别']);
  });

  it('写了几个字就只给对得上的，开头对得上的在前', () => {
    expect(labels('年')).toEqual(['年龄', '申请人.年龄']);
    expect(labels('cou')).toEqual(['count(列表)']);
    expect(labels('年龄')).toEqual(['年龄', '申请人.年龄']);
    expect(labels('类别')).toEqual([]);
  });

  it('引号里只给值，连同写好的右引号一起换掉', () => {
    expect(labels('"特')).toEqual(['"特困"']);
    const source = '"特"';
    const found = suggest(source, 2, vocabulary);
    const [first] = found.list;
    expect(first && acceptSuggestion(source, found, first)).toEqual({ source: '"特困"', cursor: 4 });
  });

  it('填入函数后光标停在要填的地方', () => {
    const found = suggest('1 + cou', 7, vocabulary);
    const [first] = found.list;
    expect(first && acceptSuggestion('1 + cou', found, first)).toEqual({ source: '1 + count()', cursor: 10 });
  });
});
