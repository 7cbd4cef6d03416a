import { describe, expect, it } from 'vitest';
import { describeContent } from './describe-content.ts';

describe('要素内容的简要写法 (CAT-12)', () => {
  it.each<[unknown, string]>([
    [undefined, '（空）'], [[], '（空）'], [true, '是'], ['external', '其他网站'], [{ days: 5, unit: 'working-day' }, '5 个工作日'],
    [{ days: 5, unit: 'working-day', explanation: '不含公示' }, '5 个工作日；不含公示'], [['条件一', '条件二'], '· 条件一\n· 条件二'],
    [[{ type: '2', name: '申请表', key: 'form', originals: 1, copies: 0, reviewPoints: [] }], '申请表；类型 2；原件 1；复印件 0'],
  ])('%j', (value, text) => {
    expect(describeContent(value)).toBe(text);
  });
});
