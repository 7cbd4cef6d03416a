import { describe, expect, it } from 'vitest';
import { findPlace, isOffered } from './navigation.ts';

describe('地址要什么权限', () => {
  it.each([
    ['列表页', '/cases', '/cases'],
    ['末尾的斜线不算', '/cases/', '/cases'],
    ['首页', '/', '/'],
    ['待办的各个分类', '/inbox/to-read', '/inbox'],
    ['一个办件：由服务器判断', '/cases/0192f1d0', undefined],
    ['名字开头相同的另一页', '/casesearch', undefined],
    ['导航里没有的页', '/account', undefined],
  ])('%s', (_name, address, place) => {
    expect(findPlace(address)?.path).toBe(place);
  });

  it('有其中一项权限就能去，一项都没有的不能去；首页人人能去', () => {
    const organizations = findPlace('/organizations');
    const home = findPlace('/');
    if (!organizations || !home) throw new TypeError('both are places');
    expect(isOffered(organizations, ['access.role.view'])).toBe(true);
    expect(isOffered(organizations, ['cases.case.view'])).toBe(false);
    expect(isOffered(home, [])).toBe(true);
  });
});
