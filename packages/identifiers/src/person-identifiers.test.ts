import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdentityDocument } from './identity-document.ts';
import { checkMobile } from './mobile.ts';
import { checkPersonName } from './person-name.ts';
import { residentIdCheckCharacter } from './resident-id.ts';

const TODAY = '2026-11-21';
const withCheck = (first17: string): string => first17 + residentIdCheckCharacter(first17);

describe('姓名', () => {
  it.each([
    ['𠮷田', '𠮷田'],
    ['㛃', '㛃'],
    ['李〇', '李〇'],
    ['张　三', '张三'],
    [' 欧阳 小明 ', '欧阳小明'],
    ['买买提·艾力', '买买提·艾力'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提‧艾力', '买买提·艾力'],
    ['阿卜杜．热依木', '阿卜杜·热依木'],
    ['阿卜杜.热依木', '阿卜杜·热依木'],
    ['阿依古丽 · 买合木提', '阿依古丽·买合木提'],
    ["John O’Brien", "John O'Brien"],
    ['MARY-JANE  SMITH', 'MARY-JANE SMITH'],
    ['José Núñez', 'José Núñez'],
    ['Martin Luther King Jr.', 'Martin Luther King Jr.'],
    ['Ｊｏｈｎ', 'John'],
    ['Иван Петров', 'Иван Петров'],
  ])('%s → %s', (text, normalized) => expect(checkPersonName(text)).toEqual({ ok: true, normalized }));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['张3', 'digit'],
    ['张３', 'digit'],
    ['<b>张三</b>', 'markup'],
    ['张三＜', 'markup'],
    ['张\u0000三', 'control-character'],
    ['张\u202E三', 'control-character'],
    ['张\n三', 'control-character'],
    ['张\uD842', 'control-character'],
    ['张\uE001', 'private-use'],
    ['张😀', 'bad-character'],
    ['张三&', 'bad-character'],
    ['··', 'no-name'],
    ['·张三', 'no-name'],
    ['张'.repeat(101), 'too-long'],
  ])('%j → %s', (text, code) => expect(checkPersonName(text)).toMatchObject({ ok: false, code }));

  it('counts characters, not UTF-16 units', () => {
    expect(checkPersonName('𠮷'.repeat(100)).ok).toBe(true);
    expect(checkPersonName('𠮷'.repeat(101))).toMatchObject({ code: 'too-long' });
  });

  it('is idempotent: a stored name is accepted unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'张𠮷㛃·•.Ab\'’ 　-é'), maxLength: 12 }), (text) => {
        const first = checkPersonName(text);
        if (first.ok) expect(checkPersonName(first.normalized)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});

describe('手机号码', () => {
  it.each(['13812343210', '+86 138-1234-3210', '008613812343210', '１３８１２３４３２１０'])('%s归一', (text) =>
    expect(checkMobile(text)).toEqual({ ok: true, normalized: '13812343210' }),
  );
  it.each([['', 'empty'], ['1381234321', 'wrong-length'], ['12812343210', 'unknown-prefix'], ['138123432l0', 'bad-character']])(
    '%s → %s',
    (text, code) => expect(checkMobile(text)).toMatchObject({ ok: false, code }),
  );
});

describe('证件号码', () => {
  it.each([
    ['111', '11010519491231002x', '11010519491231002X'],
    ['114', '军字第 1234567 号', '军字第1234567号'],
    ['114', '南字1234567', '南字第1234567号'],
    ['414', 'e12345678', 'E12345678'],
    ['414', '543 210 987', '543210987'],
    ['511', '12345678', '12345678'],
    ['516', 'h12345678', 'H12345678'],
    ['516', 'M1234567801', 'M1234567801'],
    ['550', withCheck('81000019940823002'), withCheck('81000019940823002')],
    ['553', 'USA110190010101', 'USA110190010101'],
    ['553', withCheck('91184019900101001'), withCheck('91184019900101001')],
    ['990', ' 居留许可 No.7 ', '居留许可 No.7'],
  ])('类型%s接受%s', (type, number, normalized) => {
    expect(checkIdentityDocument(type, number, TODAY)).toMatchObject({ ok: true, normalized });
  });

  it.each([
    ['111', '130503670401001', 'old-15-digit'],
    ['114', '1234567', 'wrong-format'],
    ['414', '护照123', 'wrong-format'],
    ['414', 'ABCDEF', 'wrong-format'],
    ['511', '1234567', 'wrong-format'],
    ['516', 'A12345678', 'wrong-format'],
    ['550', '810000199408230022', 'wrong-check-character'],
    ['550', '11010519491231002X', 'wrong-format'],
    ['553', 'USA110190130101', 'impossible-birth-date'],
    ['553', '911840199001010010', 'wrong-check-character'],
    ['553', '12345', 'wrong-format'],
    ['990', '<img>', 'bad-character'],
    ['990', '7'.repeat(51), 'too-long'],
    ['111', ' ', 'empty'],
    ['000', '1', 'unknown-type'],
    ['toString', '1', 'unknown-type'],
  ])('类型%s拒绝%s：%s', (type, number, code) => {
    expect(checkIdentityDocument(type, number, TODAY)).toMatchObject({ ok: false, code });
  });

  it('reads birth date and sex from residence permits', () => {
    expect(checkIdentityDocument('550', withCheck('81000019940823002'), TODAY)).toMatchObject({ birthDate: '1994-08-23', sex: 'female' });
  });
});
