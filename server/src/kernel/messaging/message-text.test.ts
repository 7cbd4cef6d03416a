import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, type MessageWords } from './check-message.contract.ts';
import { fieldsIn, fillText, measureSms, type MessageDefinition } from './message-text.contract.ts';

describe('消息文本', () => {
  test.each([
    ['填入变量', '“{{item}}”已受理', { item: '挖掘城市道路审批' }, '“挖掘城市道路审批”已受理'],
    ['换行变空格，不能借变量另起一段', '您好{{item}}', { item: ' a\r\n b ' }, '您好a b'],
    ['过长的文字截断', '{{item}}。', { item: '一二三四五六七八九十' }, '一二三四五六七…。'],
    ['网址和编号不截断', '{{item}}', { item: 'https://zwfw.example.gov.cn/r/0123456789' }, 'https://zwfw.example.gov.cn/r/0123456789'],
    ['扩展区汉字按一个字算', '{{item}}', { item: '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷' }, '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷'],
    ['没有内容的写备用的话', '期限{{on|or:待定}}{{item}}', { item: ' ' }, '期限待定'],
  ])('%s', (_name, text, variables, expected) => {
    expect(fillText(text, variables, 8)).toBe(expected);
  });

  test('值里的大括号不再当字段；字段各取一次', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (value) => {
      expect(fillText('{{a}}', { a: value, b: 'x' })).toBe(value.replace(/\s+/gu, ' ').trim());
    }));
    expect(fieldsIn('{{a}}和{{b|or:无}}{c}')).toEqual(['a', 'b']);
  });

  test('短信按 70 字一条、长短信每条 67 字计', () => {
    expect([0, 70, 71, 134, 135].map((length) => measureSms('长'.repeat(length)).parts)).toEqual([0, 1, 2, 2, 3]);
    expect(measureSms('𠮷')).toEqual({ length: 1, parts: 1 });
  });
});

describe('检查消息的文字 (HND-05)', () => {
  const field = (path: string, label: string, more: { essential?: boolean; optional?: boolean; sample?: string } = {}) => ({ path, label, group: '本消息', sample: '示例', essential: false, optional: false, ...more });
  const words: MessageWords = {
    fields: [field('itemName', '事项名称'), field('code', '验证码', { essential: true, sample: '482913' }), field('acceptedOn', '受理日期', { optional: true })],
    own: { title: '告知：{{itemName}}', body: '请办理。', sms: '验证码{{code}}。' },
  };
  const message = (change: Partial<MessageDefinition> = {}): MessageDefinition => ({ kind: 'message', code: 'sample.told', name: '告知', title: '告知', body: '正文', sms: '验证码{{code}}。', ...change });
  const found = (change: Partial<MessageDefinition>) => checkMessage(message(change), words).map(({ code, severity, path, mend }) => [code, severity, path, mend?.kind === 'replace' ? mend.text : undefined]);

  test('平台自己的文字没有问题', () => {
    expect(checkMessage({ ...message(), ...words.own, sms: words.own.sms ?? '' }, words)).toEqual([]);
  });

  test.each<[string, Partial<MessageDefinition>, unknown[]]>([
    ['没有的字段，写明在哪里', { body: '{{dueOn}}' }, ['unknown-field', 'error', 'body', undefined]],
    ['写的是名称，一键改成字段', { title: '{{事项名称}}' }, ['unknown-field', 'error', 'title', '{{itemName}}']],
    ['大括号没有写完', { body: '到{{itemName' }, ['unclosed', 'error', 'body', '到itemName']],
    ['不是每次都有的，要写明没有时写什么', { body: '{{acceptedOn}}' }, ['may-be-absent', 'error', 'body', '{{acceptedOn|or:无}}']],
    ['标题太长', { title: '长'.repeat(61) }, ['too-long', 'error', 'title', undefined]],
    ['空的正文', { body: ' ' }, ['empty', 'error', 'body', undefined]],
    ['短信丢了验证码，一键补上', { sms: '请查收。' }, ['field-missing', 'error', 'sms', '请查收。{{code}}']],
    ['短信太长要提醒', { sms: `${'长'.repeat(140)}{{code}}` }, ['long-sms', 'warning', 'sms', undefined]],
  ])('%s', (_name, change, expected) => {
    expect(found(change)).toEqual([expected]);
  });

  test('不发必需的短信不行；可以不发的提醒', () => {
    const { sms: _sms, ...silent } = message();
    expect(checkMessage(silent, words)).toMatchObject([{ code: 'field-missing', severity: 'error', mend: { path: 'sms', text: '验证码{{code}}。' } }]);
    const plain = { ...words, own: { ...words.own, sms: '请登录查看。' } };
    expect(checkMessage(silent, plain)).toMatchObject([{ code: 'no-sms', severity: 'warning' }]);
    expect(checkMessage(silent, { ...words, own: { ...words.own, sms: null } })).toEqual([]);
  });
});
