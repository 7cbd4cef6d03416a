import { ApiError } from '@tongban/api-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgeBackup, type DraftContent } from './draft-backup.ts';
import { DraftSaver, type SaverOptions } from './DraftSaver.ts';

const content = (name: string): DraftContent => ({ answers: { name }, materials: [], files: {} });

function problem(kind: 'conflict' | 'unavailable' | 'invalid', code: string): ApiError {
  return new ApiError({ type: 'about:blank', status: 0, kind, code, title: '', traceId: '' });
}

function make(save: SaverOptions['save'], more: Partial<SaverOptions> = {}) {
  const keep = vi.fn<SaverOptions['keep']>();
  const recognise = vi.fn<SaverOptions['recognise']>().mockResolvedValue(undefined);
  const saver = new DraftSaver({ content: content('甲'), revision: 1, save, keep, recognise, unanswered: [], delay: 2000, retryDelay: 5000, ...more });
  return { saver, keep };
}

describe('草稿边填边存（输入不丢）', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('每次输入立即留在本机，停顿后只向服务器存一次最新内容', async () => {
    const save = vi.fn<SaverOptions['save']>().mockResolvedValue({ revision: 2, savedAt: '2026-11-20T01:00:00Z' });
    const { saver, keep } = make(save);
    saver.change(content('乙'));
    saver.change(content('丙'));
    expect(keep.mock.calls.map(([kept]) => [kept.content.answers.name, kept.pending])).toEqual([['乙', true], ['丙', true]]);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenCalledExactlyOnceWith(content('丙'), 1);
    expect(saver.snapshot()).toMatchObject({ state: 'saved', revision: 2 });
    expect(keep).toHaveBeenLastCalledWith({ content: content('丙'), revision: 2, pending: false, unanswered: [] });
  });

  it('保存途中的新输入接着保存，用新的版本号', async () => {
    const save = vi.fn<SaverOptions['save']>()
      .mockImplementationOnce(async () => { saver.change(content('丙')); return { revision: 2, savedAt: '' }; })
      .mockResolvedValue({ revision: 3, savedAt: '' });
    const { saver } = make(save);
    saver.change(content('乙'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(saver.snapshot().state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenLastCalledWith(content('丙'), 2);
    expect(saver.snapshot()).toMatchObject({ state: 'saved', revision: 3 });
  });

  it('服务器代为填写的内容并进来，等待时输入的不被覆盖，随后接着存 (FRM-02)', async () => {
    const save = vi.fn<SaverOptions['save']>().mockResolvedValue({ revision: 9, savedAt: '' });
    const { saver } = make(save);
    const ask = vi.fn<Parameters<DraftSaver['exchange']>[0]>().mockImplementation(async () => {
      saver.change({ answers: { name: '丙' } });
      await vi.advanceTimersByTimeAsync(3000);
      return { revision: 5, savedAt: '', answers: { name: '丁', address: '示范路1号' } };
    });
    expect(await saver.exchange(ask)).toBe(true);
    expect(ask).toHaveBeenCalledExactlyOnceWith(1);
    expect(save).not.toHaveBeenCalled();
    expect(saver.snapshot()).toMatchObject({ state: 'waiting', revision: 5, content: { answers: { name: '丙', address: '示范路1号' } } });
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenCalledExactlyOnceWith({ ...content('丙'), answers: { name: '丙', address: '示范路1号' } }, 5);
  });

  it('代为填写失败时一切照旧；没存上的先存上，存不上就不问', async () => {
    const save = vi.fn<SaverOptions['save']>().mockResolvedValueOnce({ revision: 2, savedAt: '' }).mockRejectedValue(problem('unavailable', 'client.offline'));
    const { saver } = make(save);
    saver.change(content('乙'));
    await expect(saver.exchange(async () => { throw problem('unavailable', 'x'); })).rejects.toThrow();
    expect(saver.snapshot()).toMatchObject({ state: 'saved', revision: 2, content: content('乙') });
    saver.change(content('丙'));
    const ask = vi.fn<Parameters<DraftSaver['exchange']>[0]>();
    expect(await saver.exchange(ask)).toBe(false);
    expect(ask).not.toHaveBeenCalled();
  });

  it('断网时留在本机，过一会儿自动再存', async () => {
    const save = vi.fn<SaverOptions['save']>().mockRejectedValueOnce(problem('unavailable', 'client.offline')).mockResolvedValue({ revision: 2, savedAt: '' });
    const { saver } = make(save);
    saver.change(content('乙'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(saver.snapshot().state).toBe('offline');
    await vi.advanceTimersByTimeAsync(5000);
    expect(saver.snapshot().state).toBe('saved');
  });

  it('两处同时填写时停下，由人决定用哪一份', async () => {
    const save = vi.fn<SaverOptions['save']>().mockRejectedValueOnce(problem('conflict', 'intake.stale-draft')).mockResolvedValue({ revision: 9, savedAt: '' });
    const { saver } = make(save);
    saver.change(content('乙'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.snapshot().state).toBe('conflict');
    expect(save).toHaveBeenCalledTimes(1);
    await saver.resolve(8);
    expect(save).toHaveBeenLastCalledWith(content('乙'), 8);
    expect(saver.snapshot()).toMatchObject({ state: 'saved', revision: 9 });
  });

  it('回答在路上丢了，服务器上就是自己的内容，不当作冲突', async () => {
    const save = vi.fn<SaverOptions['save']>().mockRejectedValueOnce(problem('unavailable', 'client.offline'))
      .mockRejectedValueOnce(problem('conflict', 'intake.draft-stale')).mockResolvedValue({ revision: 3, savedAt: '' });
    const recognise = vi.fn<SaverOptions['recognise']>().mockResolvedValue(2);
    const { saver } = make(save, { recognise });
    saver.change(content('乙'));
    await vi.advanceTimersByTimeAsync(2000);
    saver.change(content('丙'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(recognise).toHaveBeenCalledExactlyOnceWith([content('乙')]);
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenLastCalledWith(content('丙'), 2);
    expect(saver.snapshot()).toMatchObject({ state: 'saved', revision: 3 });
  });

  it('服务器拒绝的内容不会反复提交', async () => {
    const save = vi.fn<SaverOptions['save']>().mockRejectedValue(problem('invalid', 'intake.bad-answers'));
    const { saver } = make(save);
    saver.change(content('乙'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(saver.snapshot().state).toBe('failed');
  });

  it('提交前把未存的存完', async () => {
    const save = vi.fn<SaverOptions['save']>().mockResolvedValue({ revision: 2, savedAt: '' });
    const { saver } = make(save);
    saver.change(content('乙'));
    await expect(saver.flush()).resolves.toBe(true);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('上次没存到服务器的内容，打开后立即补存', async () => {
    const save = vi.fn<SaverOptions['save']>().mockResolvedValue({ revision: 2, savedAt: '' });
    const { saver } = make(save, { pending: true });
    saver.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledExactlyOnceWith(content('甲'), 1);
  });

  it('离开页面时还在路上的保存后来才到，接着存，不当作冲突', async () => {
    const save = vi.fn<SaverOptions['save']>().mockRejectedValueOnce(problem('conflict', 'intake.draft-stale')).mockResolvedValue({ revision: 3, savedAt: '' });
    const recognise = vi.fn<SaverOptions['recognise']>().mockResolvedValue(2);
    const { saver } = make(save, { pending: true, unanswered: [content('甲')], recognise });
    saver.start();
    await vi.advanceTimersByTimeAsync(1);
    expect(recognise).toHaveBeenCalledExactlyOnceWith([content('甲')]);
    expect(save).toHaveBeenLastCalledWith(content('甲'), 2);
    expect(saver.snapshot()).toMatchObject({ state: 'saved', revision: 3 });
  });

  it('提交或删除后不再保存，也不在本机留存', async () => {
    const save = vi.fn<SaverOptions['save']>().mockResolvedValue({ revision: 2, savedAt: '' });
    const { saver, keep } = make(save);
    saver.change(content('乙'));
    keep.mockClear();
    saver.end();
    saver.change(content('丙'));
    await saver.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(keep).not.toHaveBeenCalled();
  });
});

describe('崩溃后恢复本机的内容', () => {
  const same = (one: DraftContent, other: DraftContent) => one.answers['name'] === other.answers['name'];
  const backup = { content: content('乙'), revision: 3, pending: true, unanswered: [] };
  it.each([
    ['本机没有', undefined, 3, '甲', 'none'],
    ['服务器都有', { ...backup, pending: false }, 3, '甲', 'none'],
    ['本机较新', backup, 3, '甲', 'restore'],
    ['回答丢失但内容已到', backup, 4, '乙', 'none'],
    ['早先一次已到，后来的没到', { ...backup, unanswered: [content('甲')] }, 4, '甲', 'restore'],
    ['两处都改过', { ...backup, unanswered: [content('甲')] }, 4, '别人', 'ask'],
  ] as const)('%s', (_when, kept, revision, server, outcome) => {
    expect(judgeBackup(kept, { revision, content: content(server) }, same)).toBe(outcome);
  });
});
