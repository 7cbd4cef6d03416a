import { describe, expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';

describe('版本差异写成可对照的文字（CAT-02）', () => {
  it.each([
    ['文字', '文字'], [5, '5'], [true, '是'], [false, '否'], [null, '（空）'], [[], '（空）'], ['', '（空）'],
    [['甲', '乙'], '· 甲\n· 乙'],
    [{ days: 5, unit: 'working-day' }, '天数：5\n单位：工作日'],
    [{ key: 'plan', name: '平面图', copies: 1 }, '平面图\n标识：plan\n复印件份数：1'],
  ])('%j', (value, lines) => { expect(describeValue(value)).toBe(lines); });

  it('材料中的审查要点缩进列出', () => {
    expect(describeValue({ name: '平面图', reviewPoints: [{ text: '宽度' }] })).toBe('平面图\n审查要点：\n　· 宽度');
  });
});
