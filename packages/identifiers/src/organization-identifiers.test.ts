import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyDepartmentCode } from './department-code.ts';
import { checkOrganizationCode, organizationCodeCheckCharacter } from './organization-code.ts';
import { checkUnifiedSocialCreditCode, unifiedSocialCreditCheckCharacter } from './unified-social-credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const charactersOf = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const creditCodes = fc
  .tuple(fc.constantFrom('11', '12', '91', '92', '52'), charactersOf('0123456789', 6), charactersOf(ALPHABET, 9))
  .map((parts) => parts.join('') + unifiedSocialCreditCheckCharacter(parts.join('')));

describe('统一社会信用代码 (GB 32100)', () => {
  it.each(['11511301008778183N', '115113010833722043', '11511301MB1550442U', '12511301MB1297707Y', '11511301008778386B'])(
    'accepts the real code %s',
    (code) => expect(checkUnifiedSocialCreditCode(code)).toMatchObject({ ok: true, regionCode: code.slice(2, 8) }),
  );

  it('normalises lower case, spaces and full-width', () => {
    expect(checkUnifiedSocialCreditCode(' 11511301 00877818 3ｎ')).toMatchObject({ ok: true, normalized: '11511301008778183N' });
  });

  it.each([
    ['', 'empty'],
    ['1151130000877869M', 'wrong-length'],
    ['11511301008778183P', 'wrong-check-character'],
    ['1151130100877818SN', 'bad-character'],
    ['11A11301008778183N', 'bad-character'],
  ])('%s → %s', (text, code) => expect(checkUnifiedSocialCreditCode(text)).toMatchObject({ ok: false, code }));

  it('suggests the digit that a forbidden letter was probably meant to be', () => {
    const outcome = checkUnifiedSocialCreditCode('1151130l008778183N');
    expect(outcome.ok).toBe(false);
    expect(checkUnifiedSocialCreditCode('1151130I008778183N')).toMatchObject({ message: expect.stringContaining('“1”') });
  });

  it('detects every change of one character', () => {
    fc.assert(
      fc.property(creditCodes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, index, replacement) => {
        fc.pre(code[index] !== replacement);
        const changed = code.slice(0, index) + replacement + code.slice(index + 1);
        return checkUnifiedSocialCreditCode(code).ok && !checkUnifiedSocialCreditCode(changed).ok;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('组织机构代码 (GB 11714)', () => {
  it.each(['00877868-5', '083372204', '76726532-X', '71181655-9', '０６０３２４１８－９'])('accepts %s', (code) =>
    expect(checkOrganizationCode(code)).toMatchObject({ ok: true, normalized: expect.stringMatching(/^[0-9A-Z]{9}$/) }),
  );

  it.each([['130501003', 'wrong-check-character'], ['0087786', 'wrong-length'], ['00877868!5', 'wrong-length'], ['0087786_5', 'bad-character']])(
    '%s → %s',
    (text, code) => expect(checkOrganizationCode(text)).toMatchObject({ ok: false, code }),
  );

  it('detects every change of one digit', () => {
    fc.assert(
      fc.property(charactersOf('0123456789', 8), fc.nat(7), fc.constantFrom(...'0123456789'), (body, index, digit) => {
        fc.pre(body[index] !== digit);
        const changed = body.slice(0, index) + digit + body.slice(index + 1) + organizationCodeCheckCharacter(body);
        return !checkOrganizationCode(changed).ok;
      }),
    );
  });
});

describe('部门编码的识别', () => {
  it.each([
    ['11511301452259996u', 'unified-social-credit-code'],
    ['00877868-5', 'organization-code'],
    ['4148481895459659776', 'system-code'],
    ['11736', 'system-code'],
    ['1151130108778239R_6391', 'system-code'],
    ['', 'invalid'],
    ['2222222222222', 'invalid'],
    ['TE5116020105116050', 'invalid'],
    ['1151130108778239R', 'invalid'],
    ['0087790701', 'invalid'],
  ])('%s → %s', (text, kind) => expect(classifyDepartmentCode(text)).toMatchObject({ kind }));

  it('keeps the department a system code was derived from', () => {
    expect(classifyDepartmentCode('1151130108778239R_6391')).toMatchObject({ base: '1151130108778239R' });
    expect(classifyDepartmentCode('0833722041')).toMatchObject({ kind: 'system-code', base: '083372204' });
  });

  it('names the cause of an invalid code', () => {
    const causeOf = (text: string): string | undefined => {
      const classified = classifyDepartmentCode(text);
      return classified.kind === 'invalid' ? classified.code : undefined;
    };
    expect(['', '1111111111111111', 'TE5116020105116050', '1151130000877869M', '部门'].map(causeOf)).toEqual([
      'empty', 'placeholder', 'wrong-check-character', 'truncated', 'unknown-shape',
    ]);
  });
});
