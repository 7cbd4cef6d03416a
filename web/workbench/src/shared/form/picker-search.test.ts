import { keepPreviousData, QueryClient, QueryObserver } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { pickerSearch } from './picker-search.ts';

interface Person { value: string; label: string }

const people: Person[] = [{ value: '1', label: '陈建国' }, { value: '2', label: '曾庆华' }];
const shownOf = (options: readonly Person[]): string[] => options.map(({ label }) => label);

/** A picker whose server answers when it is told to. */
function openPicker() {
  const answers: (() => void)[] = [];
  const optionsFor = (q: string) => ({
    queryKey: ['people', q], placeholderData: keepPreviousData,
    queryFn: () => new Promise<Person[]>((resolve) => { answers.push(() => resolve(people.filter(({ label }) => label.includes(q)))); }),
  });
  const observer = new QueryObserver(new QueryClient(), optionsFor(''));
  const close = observer.subscribe(() => {});
  let [typed, q] = ['', ''];
  return {
    type: (words: string) => { typed = words; },
    settle: () => { q = typed.trim(); observer.setOptions(optionsFor(q)); },
    answer: async () => {
      answers.pop()?.();
      await vi.waitFor(() => expect(observer.getCurrentResult().isFetching).toBe(false));
    },
    list: (chosen: readonly string[] = []) => pickerSearch({ typed, q, setTyped: () => {} }, observer.getCurrentResult(), { options: observer.getCurrentResult().data ?? [], chosen, none: '没有找到' }),
    close,
  };
}

/** Whether a key is kept from the list. */
function isKept(list: ReturnType<typeof pickerSearch>, key: string): boolean {
  const event = { key, preventDefault: vi.fn(), stopPropagation: vi.fn() };
  list.onInputKeyDown(event as Partial<KeyboardEvent> as KeyboardEvent);
  return event.stopPropagation.mock.calls.length > 0;
}

describe('边输入边查找的选择框', () => {
  it('结果还没到时没有可选的人，回车不选；到了才选得中', async () => {
    const picker = openPicker();
    await picker.answer();
    expect(shownOf(picker.list().options)).toEqual(['陈建国', '曾庆华']);
    picker.type('曾庆华');
    expect(picker.list()).toMatchObject({ options: [], notFoundContent: '正在查找', loading: true });
    expect([isKept(picker.list(), 'Enter'), isKept(picker.list(), 'ArrowDown')]).toEqual([true, false]);
    picker.settle();
    expect(picker.list()).toMatchObject({ options: [], notFoundContent: '正在查找' });
    expect(isKept(picker.list(), 'Enter')).toBe(true);
    await picker.answer();
    expect(shownOf(picker.list().options)).toEqual(['曾庆华']);
    expect(isKept(picker.list(), 'Enter')).toBe(false);
    picker.close();
  });

  it('没有找到的，查完了才说没有', async () => {
    const picker = openPicker();
    await picker.answer();
    picker.type('查无此人');
    picker.settle();
    expect(picker.list().notFoundContent).toBe('正在查找');
    await picker.answer();
    expect(picker.list()).toMatchObject({ options: [], notFoundContent: '没有找到', loading: false });
    picker.close();
  });

  it('还没有输入时，已选的人一直有名字', async () => {
    const picker = openPicker();
    await picker.answer();
    picker.type('曾');
    picker.settle();
    picker.type('');
    expect(shownOf(picker.list(['1']).options)).toEqual(['陈建国']);
    picker.type('庆');
    expect(picker.list(['1']).options).toEqual([]);
    picker.close();
  });
});
