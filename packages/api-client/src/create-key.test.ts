import { expect, test } from 'vitest';
import { createKey } from './create-key.ts';

test('每次不同，都是第 4 版 UUID', () => {
  const keys = Array.from({ length: 50 }, createKey);
  expect(new Set(keys).size).toBe(50);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
