import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLive, type Source } from './create-live.ts';

class FakeSource implements Source {
  readyState = 0;
  readonly url: string;
  readonly #listeners = new Map<string, (event: { data?: unknown }) => void>();
  constructor(url: string) { this.url = url; }
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void { this.#listeners.set(type, listener); }
  close(): void { this.readyState = 2; }
  emit(type: 'ready' | 'message' | 'error', data?: unknown): void { this.#listeners.get(type)?.({ data: JSON.stringify(data) }); }
}

let opened: FakeSource[];
let page: { hidden: boolean; changed: () => void };

function start() {
  return createLive(() => ({
    open: (url) => { const source = new FakeSource(url); opened.push(source); return source; },
    isHidden: () => page.hidden, onVisibility: (listener) => { page.changed = listener; },
  }));
}
const hide = (hidden: boolean): void => { page.hidden = hidden; page.changed(); };
const last = (): FakeSource => opened.at(-1) ?? new FakeSource('none');

beforeEach(() => { vi.useFakeTimers(); opened = []; page = { hidden: false, changed: () => {} }; });
afterEach(() => { vi.useRealTimers(); });

describe('页面接收变化 (HAL-02, WFL-02)', () => {
  test('同时订的主题合用一个连接；各自只收到自己的；最后一个退订后断开', () => {
    const live = start();
    const heard: unknown[] = [];
    const stop = [live.subscribe('b', (value) => heard.push(['b', value])), live.subscribe('a', (value) => heard.push(['a', value]))];
    vi.advanceTimersByTime(50);
    expect(opened.map(({ url }) => url)).toEqual(['/api/v1/live?topics=a%2Cb']);
    last().emit('message', { topic: 'a', value: { waiting: 3 } });
    last().emit('message', { topic: 'c' });
    expect(heard).toEqual([['a', { waiting: 3 }]]);
    for (const end of stop) end();
    vi.advanceTimersByTime(50);
    expect([opened.length, last().readyState]).toEqual([1, 2]);
  });

  test('连上以后通知一次，好补上连上之前的变化；断线时页面知道', () => {
    const live = start();
    const heard = vi.fn();
    const watched = vi.fn();
    live.watch(watched);
    live.subscribe('a', heard);
    vi.advanceTimersByTime(50);
    expect(live.connected).toBe(false);
    last().emit('ready');
    expect([live.connected, heard.mock.calls]).toEqual([true, [[undefined]]]);
    last().emit('error');
    expect([live.connected, watched.mock.calls.length]).toEqual([false, 2]);
    vi.advanceTimersByTime(60_000);
    expect(opened).toHaveLength(1);
  });

  test('服务器拒绝后过一会儿再试', () => {
    const live = start();
    live.subscribe('a', () => {});
    vi.advanceTimersByTime(50);
    last().readyState = 2;
    last().emit('error');
    vi.advanceTimersByTime(29_000);
    expect(opened).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(opened).toHaveLength(2);
  });

  test('没有人看的页面一分钟后断开，再看时立即连上', () => {
    const live = start();
    live.subscribe('a', () => {});
    vi.advanceTimersByTime(50);
    hide(true);
    vi.advanceTimersByTime(59_000);
    expect(last().readyState).toBe(0);
    vi.advanceTimersByTime(2_000);
    expect(last().readyState).toBe(2);
    hide(false);
    vi.advanceTimersByTime(1);
    expect(opened).toHaveLength(2);
  });
});
