import { useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { privatePrefix } from '../private-prefix.ts';
import { Overtaken, useOvertaken } from './Overtaken.tsx';

const kept = new Map<string, string>();
beforeEach(() => { vi.stubGlobal('sessionStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) }); });
afterEach(() => { kept.clear(); vi.unstubAllGlobals(); });

const key = 'order.1.reply';
const typed = (words: string): void => { kept.set(`${privatePrefix}typed.${key}`, JSON.stringify({ words, files: [] })); };
const drawn = (possible: boolean): string => renderToStaticMarkup(<Overtaken typedKey={key} step="反馈" possible={possible} last={{ label: '反馈', by: '王办理' }} onClose={() => undefined} />);

/** What the page shows after each of the versions and steps that came in, one after the other. */
function follow(...comings: [version: number, action: string | undefined, accepted?: boolean][]): ReturnType<typeof useOvertaken<string>> {
  let last: ReturnType<typeof useOvertaken<string>> | undefined;
  function Steps() {
    const [count, setCount] = useState(0);
    const [version, action, accepted = false] = comings[count] ?? [0, undefined];
    last = useOvertaken<string>(version, action);
    if (accepted && last.overtaken) last.accept(version);
    else if (count < comings.length - 1) setCount(count + 1);
    return null;
  }
  renderToStaticMarkup(<Steps />);
  if (!last) throw new Error('nothing was drawn');
  return last;
}

describe('页面开着的时候别人先办了一步 (SUP-02, STK-01)', () => {
  it('别人办了一步才算；自己办的、已经看过的不算', () => {
    expect(follow([3, 'reply'], [3, 'reply'])).toMatchObject({ overtaken: false, writing: 'reply' });
    expect(follow([3, 'reply'], [4, 'report'])).toMatchObject({ overtaken: true, writing: 'reply' });
    expect(follow([3, 'reply'], [4, 'report', true])).toMatchObject({ overtaken: false, writing: 'report' });
    expect(follow([3, 'reply'], [4, undefined])).toMatchObject({ overtaken: true, writing: 'reply' });
  });

  it('没有写什么的不打扰', () => {
    expect(drawn(true)).toBe('');
    typed('　');
    expect(drawn(false)).toBe('');
  });

  it('写了的：说明谁办了什么、内容还在；那一步已经不能办的，把内容显示出来可以复制', () => {
    typed('已经联系申请人，明天办结。');
    expect(drawn(true)).toContain('刚刚有新的进展：反馈（王办理）');
    expect(drawn(true)).toContain('您填写的内容保留着');
    expect(drawn(true)).not.toContain('已经联系申请人');
    expect(drawn(false)).toContain('现在已经不能“反馈”');
    expect(drawn(false)).toContain('已经联系申请人，明天办结。');
  });
});
