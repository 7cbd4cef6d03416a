import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCaseNumber, composeCaseNumber } from './case-number.ts';
import { composeLicenceIdentifier, parseLicenceIdentifier } from './licence-identifier.ts';
import { maskAddress, maskEmail, maskIdNumber, maskMobile, maskName, maskNumbersIn } from './masks.ts';
import { mod3736Check } from './mod-37-36.ts';
import { findFullRegionCode, isWithin, parentRegion, regionLevel } from './region-code.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const alphanumeric = (minLength: number, maxLength = minLength): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...ALPHANUMERIC), minLength, maxLength });

describe('MOD 37,36', () => {
  it('detects every change of one character', () => {
    fc.assert(
      fc.property(alphanumeric(1, 60), fc.nat(), fc.constantFrom(...ALPHANUMERIC), (text, at, replacement) => {
        const index = at % text.length;
        fc.pre(text[index] !== replacement);
        return mod3736Check(text) !== mod3736Check(text.slice(0, index) + replacement + text.slice(index + 1));
      }),
      { numRuns: 2000 },
    );
  });
  it('refuses other characters', () => expect(() => mod3736Check('a')).toThrow(RangeError));
});

describe('办件编号', () => {
  const parts = fc.record({
    regionCode6: fc.integer({ min: 110000, max: 659999 }).map(String),
    date: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
    taskType: fc.constantFrom('01', '05', '20'),
    sequence: fc.integer({ min: 1, max: 999_999 }),
  });

  it('round trips', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(checkCaseNumber(composeCaseNumber(given))).toMatchObject({ ok: true, ...given });
      }),
    );
  });
  it('detects every change of one digit', () => {
    fc.assert(
      fc.property(parts, fc.nat(21), fc.constantFrom(...'0123456789'), (given, index, digit) => {
        const number = composeCaseNumber(given);
        fc.pre(number[index] !== digit);
        return !checkCaseNumber(number.slice(0, index) + digit + number.slice(index + 1)).ok;
      }),
    );
  });
  it('accepts what people type', () => {
    const number = composeCaseNumber({ regionCode6: '511602', date: '2026-11-21', taskType: '01', sequence: 7 });
    expect(number).toMatch(/^5116022026112101000007[0-9A-Z]$/);
    expect(checkCaseNumber(` ${number.slice(0, 6)}-${number.slice(6).toLowerCase()} `)).toMatchObject({ ok: true, normalized: number });
  });
  it.each([['', 'empty'], ['123', 'wrong-length'], ['51160220261301010000070', 'wrong-format']])('%s → %s', (text, code) =>
    expect(checkCaseNumber(text)).toMatchObject({ ok: false, code }),
  );
  it.each([
    { regionCode6: '51160', date: '2026-11-21', taskType: '01', sequence: 1 },
    { regionCode6: '511602', date: '2026-02-30', taskType: '01', sequence: 1 },
    { regionCode6: '511602', date: '2026-11-21', taskType: '1', sequence: 1 },
    { regionCode6: '511602', date: '2026-11-21', taskType: '01', sequence: 1_000_000 },
  ])('refuses to compose %o', (given) => expect(() => composeCaseNumber(given)).toThrow(RangeError));
});

describe('电子证照标识', () => {
  it.each([
    ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U', '11100000000013338W011', '20230000403'],
    ['1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9', '11100000MB03271699022', '000000016'],
  ])('verifies the public sample %s', (text, typeCode, serial) => {
    const parsed = parseLicenceIdentifier(text);
    expect(parsed).toMatchObject({ ok: true, typeCode, serial, version: 1 });
    expect(parsed.ok && composeLicenceIdentifier(parsed)).toBe(text);
  });
  it('round trips', () => {
    fc.assert(
      fc.property(alphanumeric(21), alphanumeric(18), alphanumeric(1, 32), fc.integer({ min: 1, max: 999 }), (typeCode, issuerCode, serial, version) => {
        const parts = { typeCode, issuerCode, serial, version };
        expect(parseLicenceIdentifier(composeLicenceIdentifier(parts).toLowerCase())).toMatchObject({ ok: true, ...parts });
      }),
    );
  });
  it.each([
    ['', 'empty'],
    ['1.2.156.3005.3.X', 'wrong-root'],
    ['1.2.156.3005.2.11100000000013338W011', 'wrong-format'],
    ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000404.001.U', 'wrong-check-character'],
  ])('%s → %s', (text, code) => expect(parseLicenceIdentifier(text)).toMatchObject({ ok: false, code }));
});

describe('区划代码', () => {
  it.each([
    ['510000', 'province', undefined],
    ['511600', 'city', '510000'],
    ['511602000000', 'county', '511600000000'],
    ['511602001', 'town', '511602000'],
    ['441900003000', 'town', '441900000000'],
    ['511602001002', 'village', '511602001000'],
  ])('%s is a %s below %s', (code, level, parent) => {
    expect(regionLevel(code)).toBe(level);
    expect(parentRegion(code)).toBe(parent);
  });
  it.each([
    ['511600', '511602000000', true],
    ['511602000000', '511602', true],
    ['511602', '511600', false],
    ['511602', '511603001', false],
    ['51', '511600', false],
    ['510000', 'x', false],
  ])('isWithin(%s, %s) = %s', (scope, code, expected) => expect(isWithin(scope, code)).toBe(expected));
  it('refuses other text', () => {
    expect(['5116', '000000', 'abcdef', ''].map(findFullRegionCode)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('脱敏', () => {
  it.each([
    [maskNumbersIn, '电话13812343210，证件511602194102030015。', `电话138****3210，证件${maskIdNumber('511602194102030015')}。`],
    [maskName, '张三', '张*'],
    [maskName, '李小敏', '李*敏'],
    [maskName, '欧阳小明', '欧**明'],
    [maskName, '𠮷田㛃', '𠮷*㛃'],
    [maskName, '𠮷', '*'],
    [maskName, '', ''],
    [maskIdNumber, '460100199001011234', '460100********1234'],
    [maskIdNumber, 'H12345678', 'H1*****78'],
    [maskIdNumber, '1234', '****'],
    [maskMobile, '13812343210', '138****3210'],
    [maskMobile, '0826-2345678', '0826****5678'],
    [maskMobile, '110', '***'],
    [maskAddress, '四川省广安市广安区滨河路1号', '四川省广安市广安区****'],
    [maskAddress, '上海市浦东新区世纪大道1号', '上海市浦东新区****'],
    [maskAddress, '人民路8号', '人民****'],
    [maskAddress, '', ''],
    [maskEmail, 'zhang@example.cn', 'z***@example.cn'],
    [maskEmail, 'nobody', '******'],
  ])('%o(%s) → %s', (mask, text, masked) => expect(mask(text)).toBe(masked));
});
