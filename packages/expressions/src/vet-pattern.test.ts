import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vetPattern } from './index.ts';

describe('格式规则的审查', () => {
  test.each(['^\\d{6}$', '^[一-龥·]{2,20}$', '^(?:https?://)?[\\w.-]{1,100}$', '^\\p{Script=Han}+$', '^(粤|京)[A-Z][A-Z0-9]{5}$', '^(?:\\d{4}-){2}\\d{4}$', '^𠮷?田$', '^[\\]a]{1,3}$'])(
    '接受 %s', (pattern) => {
      expect(vetPattern(pattern)).toEqual({ ok: true });
    });

  const refused: readonly [pattern: string, code: string][] = [
    ['(a+)+$', 'pattern-unsafe'],
    ['(a|a)*$', 'pattern-unsafe'],
    ['(a|ab)(c|bcd)*$', 'pattern-unsafe'],
    ['(?:a{1,5}){1,50}$', 'pattern-unsafe'],
    ['^(\\w+)\\s\\1$', 'pattern-unsafe'],
    ['^(?=a)a$', 'pattern-unsafe'],
    ['.*.*.*x', 'pattern-slow'],
    ['[', 'pattern-invalid'],
    ['a'.repeat(201), 'pattern-too-long'],
  ];
  test.each(refused)('拒绝 %s', (pattern, code) => {
    expect(vetPattern(pattern)).toMatchObject({ ok: false, code });
  });

  test('任意文字都有结论，不抛错', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '(', ')', '[', ']', '*', '+', '|', '\\', '{', '}', '1', ',', '?', ':', '𠮷') }), (pattern) => {
      const verdict = vetPattern(pattern);
      if (verdict.ok) expect(() => new RegExp(pattern, 'u')).not.toThrow();
      else expect(verdict.message).toMatch(/。$/);
    }), { numRuns: 500 });
  });
});
