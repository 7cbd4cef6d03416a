import { expect, it } from 'vitest';
import { keyName, pickShortcut, type Shortcut } from './shortcuts.ts';

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

const print: Shortcut = { keys: ['Alt+P'], label: '打印回执', scope: 'here', whileTyping: true };
const noShow: Shortcut = { keys: ['Alt+P'], label: '过号', scope: 'anywhere', whileTyping: true };
const down: Shortcut = { keys: ['j', 'ArrowDown'], label: '下一行', scope: 'here' };

it.each([
  ['页面上的先于随处可用的，不论谁后出现', [print, noShow], 'Alt+P', {}, print],
  ['页面没有这个键时，随处可用的照常', [down, noShow], 'Alt+P', {}, noShow],
  ['同一处后出现的先', [noShow, { ...noShow, label: '后来的' }], 'Alt+P', {}, { ...noShow, label: '后来的' }],
  ['正在输入时字母键归输入', [down], 'j', { typing: true }, undefined],
  ['对话框开着时字母键不动下面的页面', [down], 'j', { modal: true }, undefined],
  ['没有人要的键', [down, print], 'k', {}, undefined],
])('%s', (_name, offered, key, state, meant) => {
  expect(pickShortcut(offered, key, { typing: false, modal: false, ...state })).toEqual(meant);
});
