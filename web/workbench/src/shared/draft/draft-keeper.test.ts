import { ApiError } from '@tongban/api-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, mergeWhole, type DraftWays, type Stored } from './draft-keeper.ts';

interface Note { text: string }
type Ways = DraftWays<Note, never, 'content'>;

const stored = (text: string, revision = 1, editable = true): Stored<Note, never> => ({ value: { text }, revision, findings: [], savedAt: null, savedByName: null, editable });
const refusal = (kind: 'conflict' | 'unavailable' | 'invalid', code: string) => new ApiError({ type: 'about:blank', status: 0, kind, code, title: '', traceId: '' });

/** A keeper of a note, beside a server that takes what it is sent unless told otherwise. */
function make(server: Stored<Note, never> = stored('甲')) {
  const save = vi.fn<Ways['save']>().mockImplementation(async (revision) => ({ revision: revision + 1, savedAt: '2026-11-28T02:00:00Z', findings: [] }));
  const read = vi.fn<Ways['read']>();
  const keeper = new DraftKeeper<Note, never, 'content'>(server, { name: 'note', overtaken: ['notes.stale'], save, read, merge: mergeWhole });
  return { keeper, save, read };
}

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => kept.set(name, text), removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('草稿边写边存（输入不丢）', () => {
  it('停顿后只存一次最新内容；存的途中又写的接着存', async () => {
    const { keeper, save } = make();
    save.mockImplementationOnce(async () => { keeper.change({ text: '丁' }, 'text'); return { revision: 2, savedAt: '', findings: [] }; });
    keeper.change({ text: '乙' }, 'text');
    keeper.change({ text: '丙' }, 'text');
    await vi.advanceTimersByTimeAsync(1200);
    expect(save.mock.calls).toEqual([[1, { text: '丙' }]]);
    expect(keeper.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1200);
    expect(save).toHaveBeenLastCalledWith(2, { text: '丁' });
    expect([keeper.state, keeper.revision]).toEqual(['saved', 3]);
  });

  it('服务器代为填写的内容并进来，等待时写的不丢，随后接着存；失败时一切照旧 (FRM-02)', async () => {
    const { keeper, save } = make();
    const merge = (before: Note, theirs: Note, mine: Note): Note => (mine.text === before.text ? theirs : mine);
    expect(await keeper.exchange(async (revision) => ({ revision: revision + 4, savedAt: '', value: { text: '填' } }), merge)).toBe(true);
    expect([keeper.value, keeper.state, keeper.revision]).toEqual([{ text: '填' }, 'saved', 5]);
    await keeper.exchange(async (revision) => {
      keeper.change({ text: '乙' }, 'text');
      await vi.advanceTimersByTimeAsync(2000);
      return { revision: revision + 1, savedAt: '', value: { text: '填二' } };
    }, merge);
    expect(save).not.toHaveBeenCalled();
    expect([keeper.value, keeper.state]).toEqual([{ text: '乙' }, 'waiting']);
    await vi.advanceTimersByTimeAsync(1200);
    expect(save.mock.calls).toEqual([[6, { text: '乙' }]]);
    await expect(keeper.exchange(async () => { throw refusal('unavailable', 'x'); }, merge)).rejects.toThrow();
    expect([keeper.value, keeper.state, keeper.revision]).toEqual([{ text: '乙' }, 'saved', 7]);
  });

  it('断网时自动再存；服务器拒绝的内容不反复提交', async () => {
    const { keeper, save } = make();
    save.mockRejectedValueOnce(refusal('unavailable', 'client.offline'));
    keeper.change({ text: '乙' }, 'text');
    await vi.advanceTimersByTimeAsync(1200);
    expect(keeper.state).toBe('offline');
    await vi.advanceTimersByTimeAsync(5000);
    expect(keeper.state).toBe('saved');
    save.mockRejectedValue(refusal('invalid', 'notes.too-long'));
    keeper.change({ text: '丙' }, 'text');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([keeper.state, save.mock.calls.length]).toEqual(['failed', 3]);
  });

  it('没存上就关掉的，再打开时还在，并接着存', async () => {
    const { keeper, save } = make();
    save.mockRejectedValue(refusal('unavailable', 'client.offline'));
    keeper.change({ text: '乙' }, 'text');
    await vi.advanceTimersByTimeAsync(1200);
    const again = make();
    expect(again.keeper.value).toEqual({ text: '乙' });
    again.keeper.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(again.save).toHaveBeenCalledExactlyOnceWith(1, { text: '乙' });
    expect(make(stored('乙', 2)).keeper.state).toBe('saved');
  });

  it.each([['mine', '乙'], ['theirs', '别人'], ] as const)('两处都改了：停下来等人决定，选 %s', async (choice, text) => {
    const { keeper, save, read } = make();
    save.mockRejectedValueOnce(refusal('conflict', 'notes.stale'));
    read.mockResolvedValue(stored('别人', 7));
    keeper.change({ text: '乙' }, 'text');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([keeper.state, keeper.conflicts, save.mock.calls.length]).toEqual(['conflict', ['content'], 1]);
    expect(await keeper.flush()).toBeUndefined();
    keeper.resolve(() => choice);
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenLastCalledWith(7, { text });
    expect(keeper.state).toBe('saved');
  });

  it('别处存的与这里一样，不当作冲突', async () => {
    const { keeper, save, read } = make();
    save.mockRejectedValueOnce(refusal('conflict', 'notes.stale'));
    read.mockResolvedValue(stored('乙', 7));
    keeper.change({ text: '乙' }, 'text');
    expect(await keeper.flush()).toBe(8);
    expect(keeper.state).toBe('saved');
  });

  it('提交时才发现别处存过：合并好的存上再提交，只按一次', async () => {
    const { keeper, save, read } = make();
    save.mockRejectedValueOnce(refusal('conflict', 'notes.stale'));
    read.mockResolvedValue({ ...stored('别人', 7), savedByName: '李四' });
    keeper.change({ text: '乙' }, 'text');
    keeper.change({ text: '甲' }, 'text');
    expect(await keeper.flush()).toBe(8);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save.mock.calls).toEqual([[1, { text: '甲' }], [7, { text: '别人' }]]);
    expect([keeper.state, keeper.value.text, keeper.mergedFrom]).toEqual(['saved', '别人', '李四']);
  });

  it('提交时存不上：不反复存，等人再按', async () => {
    const { keeper, save } = make();
    save.mockRejectedValue(refusal('invalid', 'notes.too-long'));
    keeper.change({ text: '乙' }, 'text');
    expect(await keeper.flush()).toBeUndefined();
    expect([keeper.state, save.mock.calls.length]).toEqual(['failed', 1]);
    save.mockResolvedValue({ revision: 2, savedAt: '', findings: [] });
    expect(await keeper.flush()).toBe(2);
  });

  it('在别处已经提交的，不再存也不能再改', async () => {
    const { keeper, save, read } = make();
    save.mockRejectedValueOnce(refusal('conflict', 'notes.stale'));
    read.mockResolvedValue(stored('甲', 7, false));
    keeper.change({ text: '乙' }, 'text');
    await vi.advanceTimersByTimeAsync(60_000);
    keeper.change({ text: '丙' }, 'text');
    expect([keeper.state, keeper.value.text, save.mock.calls.length]).toEqual(['closed', '乙', 1]);
  });

  it('提交或删除后不再保存，也不在本机留存', async () => {
    const { keeper, save } = make();
    keeper.change({ text: '乙' }, 'text');
    keeper.end();
    keeper.change({ text: '丙' }, 'text');
    keeper.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(make().keeper.value).toEqual({ text: '甲' });
  });
});
