import { expect, test } from 'vitest';
import { organizationOptions, organizationSearch } from './organization-options.ts';

test('CAT-13 选部门：全称、简称、统一社会信用代码的一部分都找得到', () => {
  const options = organizationOptions([
    { id: '1', name: '广安市广安区住房和城乡建设局', shortName: '区住建局', code: '11511602008768175X' }, { id: '2', name: '广安市广安区民政局', shortName: '区民政局', code: '' },
  ]);
  const found = (typed: string) => options.filter((option) => organizationSearch.filterOption(typed, option)).map(({ value }) => value);
  expect([found('住建'), found(' 城乡建设 '), found('768175X'), found('区'), found('水务')]).toEqual([['1'], ['1'], ['1'], ['1', '2'], []]);
});
