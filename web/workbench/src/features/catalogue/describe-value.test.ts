import { describe, expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';

describe('版本差异写成可对照的文字（CAT-02）', () => {
  it.each([
    ['文字', '文字'], [5, '5'], [true, '是'], [false, '否'], [null, '（空）'], [[], '（空）'], ['', '（空）'],
    [['甲', '乙'], '· 甲\n· 乙'],
    [{ days: 5, unit: 'working-day' }, 'days：5\nunit：working-day'],
    [{ key: 'plan', name: '平面图', copies: 1 }, '平面图\nkey：plan\ncopies：1'],
  ])('%j', (value, lines) => { expect(describeValue(value)).toBe(lines); });

  it('材料中的审查要点缩进列出', () => {
    expect(describeValue({ name: '平面图', reviewPoints: [{ text: '宽度' }] })).toBe('平面图\nreviewPoints：\n　· 宽度');
  });
});
