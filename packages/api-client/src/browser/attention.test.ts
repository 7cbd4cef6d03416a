import { expect, test } from 'vitest';
import { createAttention } from './attention.ts';

test('没有人操作一分半钟以后，页面自己的询问标明无人值守；一按键又算有人', () => {
  let now = 0;
  const page = new EventTarget();
  const headers = createAttention(page, () => now);
  expect(headers()).toEqual({});
  now = 91_000;
  expect(headers()).toEqual({ 'x-tongban-unattended': '1' });
  page.dispatchEvent(new Event('keydown'));
  expect(headers()).toEqual({});
});
