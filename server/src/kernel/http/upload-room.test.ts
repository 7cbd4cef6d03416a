import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUploadRoom, type UploadLimits } from './upload-room.ts';

const limits: UploadLimits = { bytes: 100, perAccount: 2, waiting: 2, patience: 1_000 };

describe('同时上传占用的内存有上限 (NFR-01, INT-04)', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  /** What became of an upload so far. */
  function enter(room: ReturnType<typeof createUploadRoom>, account: string, bytes: number, signal = new AbortController().signal) {
    const upload: { state: string; release: () => void; settled: Promise<void> } = { state: 'waiting', release: () => {}, settled: Promise.resolve() };
    upload.settled = room.enter(account, bytes, signal).then(
      (release) => Object.assign(upload, { state: 'in', release }), (error: unknown) => Object.assign(upload, { state: error instanceof Error ? String((error as Error & { code?: string }).code ?? error.message) : 'odd' }),
    ).then(() => {});
    return upload;
  }
  const states = async (...uploads: ReturnType<typeof enter>[]) => {
    await vi.advanceTimersByTimeAsync(0);
    return uploads.map(({ state }) => state);
  };

  it('装得下的立即进；装不下的等到有人腾出地方，先来先进，大的不被小的挤到最后', async () => {
    const room = createUploadRoom(limits);
    const [first, second, large] = [enter(room, 'a', 60), enter(room, 'b', 40), enter(room, 'c', 80)];
    const small = enter(room, 'd', 10);
    expect(await states(first, second, large, small)).toEqual(['in', 'in', 'waiting', 'waiting']);
    second.release();
    expect(await states(large, small)).toEqual(['waiting', 'waiting']);
    first.release();
    first.release();
    expect(await states(large, small)).toEqual(['in', 'in']);
    const next = enter(room, 'e', 20);
    expect(await states(next)).toEqual(['waiting']);
  });

  it('一个账号同时只能传几个，别人不受影响', async () => {
    const room = createUploadRoom(limits);
    const [one, two, three, other] = [enter(room, 'a', 10), enter(room, 'a', 10), enter(room, 'a', 10), enter(room, 'b', 10)];
    expect(await states(one, two, three, other)).toEqual(['in', 'in', 'waiting', 'in']);
    one.release();
    expect(await states(three)).toEqual(['in']);
  });

  it('等得太久、排队太长的请过几秒再来；走掉的不占位', async () => {
    const room = createUploadRoom(limits);
    const holder = enter(room, 'a', 100);
    const leaver = new AbortController();
    const [late, left] = [enter(room, 'b', 50), enter(room, 'c', 50, leaver.signal)];
    const tooMany = enter(room, 'd', 50);
    expect(await states(holder, late, left, tooMany)).toEqual(['in', 'waiting', 'waiting', 'kernel.uploads-busy']);
    leaver.abort(new Error('gone'));
    expect(await states(left)).toEqual(['gone']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await states(late)).toEqual(['kernel.uploads-busy']);
    holder.release();
    expect(await states(enter(room, 'e', 100))).toEqual(['in']);
  });

  it('告知几秒后再来', async () => {
    const room = createUploadRoom({ ...limits, waiting: 0 });
    enter(room, 'a', 100);
    await expect(room.enter('b', 1, new AbortController().signal)).rejects.toMatchObject({ kind: 'unavailable', params: { retryAfter: 5 } });
    await expect(room.enter('b', 1, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
