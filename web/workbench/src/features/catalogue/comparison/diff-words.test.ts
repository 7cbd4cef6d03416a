import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

describe('版本对照逐词比较 (CAT-02)', () => {
  it('只标出改动的词', () => {
    expect(diffWords('自受理之日起二十个工作日内办结', '自受理之日起十五个工作日内办结').map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(diffWords('相同', '相同')).toEqual([{ text: '相同', kind: 'same' }]);
    expect(diffWords('', '新增')).toEqual([{ text: '新增', kind: 'added' }]);
  });

  it('去掉新增的就是原文，去掉删除的就是新文', () => {
    const text = fc.array(fc.constantFrom('受理', '条件', '，', '申请人', '2026', ' ', '𠮷'), { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(fc.property(text, text, (before, after) => {
      const stretches = diffWords(before, after);
      const keep = (kind: 'removed' | 'added') => stretches.filter((one) => one.kind !== kind).map((one) => one.text).join('');
      expect([keep('added'), keep('removed')]).toEqual([before, after]);
    }));
  });

  it('六万字的条款也能比较，改一处只标一处', () => {
    const long = '第一条 为了规范城市道路管理，制定本条例。'.repeat(3000);
    const changed = `${long.slice(0, 30_000)}（修改）${long.slice(30_000)}`;
    expect(diffWords(long, changed).filter(({ kind }) => kind !== 'same').map(({ text }) => text).join('')).toBe('（修改）');
  });
});
