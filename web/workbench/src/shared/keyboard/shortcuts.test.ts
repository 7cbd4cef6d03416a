import { expect, it } from 'vitest';
import { keyName } from './shortcuts.ts';

const press = (change: Partial<Parameters<typeof keyName>[0]>) => ({ key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, ...change });

it.each([
  [press({ key: 'j', code: 'KeyJ' }), 'j'],
  [press({ key: '?', code: 'Slash' }), '?'],
  [press({ key: 's', code: 'KeyS', altKey: true }), 'Alt+S'],
  [press({ key: 'ß', code: 'KeyS', altKey: true }), 'Alt+S'],
  [press({ key: '¡', code: 'Digit1', altKey: true }), 'Alt+1'],
  [press({ key: 's', code: 'KeyS', ctrlKey: true }), ''],
])('按键 %o 名为 %s', (event, name) => {
  expect(keyName(event)).toBe(name);
});
