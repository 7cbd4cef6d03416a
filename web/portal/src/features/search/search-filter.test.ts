import { describe, expect, it } from 'vitest';
import { changeFilter, filterOf } from './search-filter.ts';

describe('事项查询的筛选条件来自网址', () => {
  it.each([
    ['q=%20挖路%20&audience=company', { q: '挖路', audience: 'company' }],
    ['audience=robot&taskType=1&departmentId=abc&onlineOnly=yes', {}],
    ['lifeStage=person:birth', { lifeStage: 'person:birth' }],
    ['lifeStage=birth', {}],
    ['taskType=01&onlineOnly=true&theme=p-03', { taskType: '01', onlineOnly: true, theme: 'p-03' }],
  ])('%s', (query, expected) => {
    expect(filterOf(new URLSearchParams(query))).toEqual(expected);
  });

  it('关键词最多一百字，超出部分不送服务器', () => {
    expect(filterOf(new URLSearchParams({ q: '办'.repeat(300) })).q).toHaveLength(100);
  });

  it('换服务对象时主题随之取消，空值去掉条件', () => {
    expect(changeFilter({ audience: 'person', theme: 't1', q: '社保' }, { audience: 'company' })).toEqual({ audience: 'company', q: '社保' });
    expect(changeFilter({ audience: 'person', theme: 't1' }, { theme: '' })).toEqual({ audience: 'person' });
  });

  it('换服务对象时，另一方的生命周期阶段随之取消，同一方的留下 (CAT-07)', () => {
    expect(changeFilter({ lifeStage: 'person:birth' }, { audience: 'company' })).toEqual({ audience: 'company' });
    expect(changeFilter({ lifeStage: 'person:birth' }, { audience: 'person' })).toEqual({ audience: 'person', lifeStage: 'person:birth' });
    expect(changeFilter({ audience: 'person', lifeStage: 'person:birth' }, { audience: '' })).toEqual({ lifeStage: 'person:birth' });
  });
});
