import { describe, expect, it } from 'vitest';
import { mergeDrawn } from './process-keeper.ts';

const base = { xml: 'a', note: '' };

describe('两人同时画一个流程 (WFL-01)', () => {
  it('各改各的都留下；都改了图，整张选一张', () => {
    expect(mergeDrawn(base, { xml: 'b', note: '' }, { xml: 'a', note: '说明' }, () => 'mine')).toEqual({ value: { xml: 'b', note: '说明' }, conflicts: [] });
    const both = mergeDrawn(base, { xml: 'b', note: '' }, { xml: 'c', note: '' }, () => 'theirs');
    expect(both.value).toEqual({ xml: 'b', note: '' });
    expect(both.conflicts).toMatchObject([{ path: 'xml', base: 'a', theirs: 'b', mine: 'c' }]);
  });
});
