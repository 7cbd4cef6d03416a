import { describe, expect, it } from 'vitest';
import { safeBack } from './SignInPage.tsx';

describe('登录后只回到本站的页面', () => {
  it.each([
    ['/items/1/apply?answers=a.b', '/items/1/apply?answers=a.b'],
    [null, '/space'],
    ['https://evil.example.com', '/space'],
    ['//evil.example.com', '/space'],
    ['/\\evil.example.com', '/space'],
    ['javascript:alert(1)', '/space'],
  ])('%s → %s', (back, expected) => {
    expect(safeBack(back)).toBe(expected);
  });
});
