import { useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lack } from './Lack.tsx';
import { useMissing, type Lacks } from './use-missing.ts';

let focused: string[] = [];

beforeEach(() => {
  focused = [];
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'drawn-later' ? null : { focus: () => focused.push(id) }) });
});
afterEach(() => { vi.unstubAllGlobals(); });

/** A form with the button pressed once for each of `tries`; what it lacked at each, and what it says at the end. */
function press(...tries: Lacks[]): { complete: boolean[]; html: string; item: object } {
  const complete: boolean[] = [];
  let item = {};
  function Form() {
    const [count, setCount] = useState(0);
    const lacks = tries[Math.min(count, tries.length - 1)] ?? {};
    const missing = useMissing(lacks);
    // Pressing while it is drawn draws it again with what came of it, as a press between two drawings does.
    if (count < tries.length) {
      complete.push(missing.check());
      setCount(count + 1);
    }
    item = missing.item('name');
    return Object.keys(lacks).map((id) => <Lack key={id} text={missing.of(id)} />);
  }
  return { html: renderToStaticMarkup(<Form />), complete, item };
}

const name = '请填写姓名。';
const reason = '理由至少写 5 个字。';

describe('缺了什么，按下按钮才说，写在各项旁边', () => {
  it('没有按过时什么也不说', () => {
    function Form() {
      const missing = useMissing({ name });
      return <Lack text={missing.of('name')} />;
    }
    expect(renderToStaticMarkup(<Form />)).toBe('');
    expect(focused).toEqual([]);
  });

  it('缺几项说几项，光标到第一项', () => {
    const { complete, html } = press({ purpose: false, name, reason });
    expect(complete).toEqual([false]);
    expect(html.match(/role="alert"/g)).toHaveLength(2);
    expect(html).toContain(name);
    expect(html).toContain(reason);
    expect(focused).toEqual(['name']);
  });

  it('不缺时可以发出，不动光标；补上的不再提', () => {
    const { complete, html } = press({ name, reason }, { name: false, reason }, { name: undefined, reason: '' });
    expect(complete).toEqual([false, false, true]);
    expect(focused).toEqual(['name', 'reason']);
    expect(html).toBe('');
  });

  it('表单项按 antd 的写法给出同一句话', () => {
    expect(press({ name }).item).toEqual({ validateStatus: 'error', help: name });
    expect(press({ name: false }).item).toEqual({});
  });

  it('第一项不在页面上也说得出缺什么', () => {
    const { complete, html } = press({ 'drawn-later': '请选择部门。', name });
    expect(complete).toEqual([false]);
    expect(html).toContain('请选择部门。');
    expect(focused).toEqual([]);
  });
});
