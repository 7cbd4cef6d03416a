import { describe, expect, test } from 'vitest';
import { fillText, findUndeclared } from './template-text.ts';

describe('消息文本', () => {
  test.each([
    ['填入变量', '“{item}”已受理', { item: '挖掘城市道路审批' }, '“挖掘城市道路审批”已受理'],
    ['换行变空格，不能借变量另起一段', '您好{item}', { item: ' a\r\n b ' }, '您好a b'],
    ['过长的文字截断', '{item}。', { item: '一二三四五六七八九十' }, '一二三四五六七…。'],
    ['网址和编号不截断', '{item}', { item: 'https://zwfw.example.gov.cn/r/0123456789' }, 'https://zwfw.example.gov.cn/r/0123456789'],
    ['扩展区汉字按一个字算', '{item}', { item: '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷' }, '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷'],
  ])('%s', (_name, text, variables, expected) => {
    expect(fillText(text, variables, 8)).toBe(expected);
  });

  test('找出未声明的变量', () => {
    expect(findUndeclared(['{a}', null, '{b}'], ['a'])).toBe('b');
    expect(findUndeclared(['{a}'], ['a'])).toBeUndefined();
  });
});
