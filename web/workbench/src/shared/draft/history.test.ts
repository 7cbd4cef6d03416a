import { describe, expect, it } from 'vitest';
import { emptyHistory, recordChange, redo, undo, type History } from './history.ts';

const start: History<string> = emptyHistory;

describe('编辑的撤销与重做 (CAT-02)', () => {
  it('连续输入同一处是一步，停顿或换一处是新的一步', () => {
    let history = recordChange(start, '', 'name', 0);
    history = recordChange(history, '甲', 'name', 500);
    history = recordChange(history, '甲乙', 'name', 5000);
    history = recordChange(history, '甲乙丙', 'summary', 5100);
    expect(history.past).toEqual(['', '甲乙', '甲乙丙']);
  });

  it('撤销后可以重做；撤销后再改，不能重做原来的', () => {
    const changed = recordChange(recordChange(start, '一', 'a', 0), '二', 'b', 0);
    const back = undo(changed, '三');
    expect(back?.value).toBe('二');
    const again = back && redo(back.history, back.value);
    expect([again?.value, again?.history.past]).toEqual(['三', ['一', '二']]);
    const elsewhere = back && recordChange(back.history, back.value, 'c', 9000);
    expect(elsewhere && redo(elsewhere, '四')).toBeUndefined();
    expect([undo(start, '一'), redo(start, '一')]).toEqual([undefined, undefined]);
  });
});
