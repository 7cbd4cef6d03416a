import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkResidentId, residentIdCheckCharacter } from './resident-id.ts';

const TODAY = '2026-11-21';

const residentIds = fc
  .record({
    region: fc.constantFrom('110105', '511602', '650102', '710000'),
    birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-20'), noInvalidDate: true }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, birth, sequence }) => {
    const body = region + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(sequence).padStart(3, '0');
    return body + residentIdCheckCharacter(body);
  });

describe('公民身份号码 (GB 11643)', () => {
  it('reads birth date, sex and region of the well-known samples', () => {
    expect(checkResidentId('11010519491231002X', TODAY)).toEqual({
      ok: true, normalized: '11010519491231002X', birthDate: '1949-12-31', sex: 'female', regionCode: '110105',
    });
    expect(checkResidentId('440524188001010014', TODAY)).toMatchObject({ ok: true, sex: 'male' });
  });

  it.each([
    ['小写x', '11010519491231002x'],
    ['全角数字', '１１０１０５１９４９１２３１００２Ｘ'],
    ['夹空格', ' 110105 19491231 002X\u3000'],
    ['粘贴带零宽字符', '\uFEFF11010519491231002X\u200B'],
  ])('%s归一后接受', (_name, text) => {
    expect(checkResidentId(text, TODAY)).toMatchObject({ ok: true, normalized: '11010519491231002X' });
  });

  it.each([
    ['', 'empty'],
    ['130503670401001', 'old-15-digit'],
    ['1101051949123100', 'wrong-length'],
    ['11010519491231002X1', 'wrong-length'],
    ['1101051949123100A8', 'bad-character'],
    ['1101051949123X0028', 'bad-character'],
    ['<script>alert(1)</', 'bad-character'],
    ['11010519490230002X', 'impossible-birth-date'],
    ['11010520230229002X', 'impossible-birth-date'],
    ['11010517491231002X', 'impossible-birth-date'],
    ['11010520270101002X', 'future-birth-date'],
    ['110105194912310021', 'wrong-check-character'],
    ['810000199408230021', 'residence-permit'],
    ['000000199001010017', 'wrong-check-character'],
  ])('%s → %s', (text, code) => {
    const outcome = checkResidentId(text, TODAY);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(!outcome.ok && outcome.message).toMatch(/[请应].*。$/u);
  });

  it('refuses a valid check character on a province that does not exist', () => {
    const body = '99010519491231002';
    expect(checkResidentId(body + residentIdCheckCharacter(body), TODAY)).toMatchObject({ code: 'unknown-region' });
  });

  it('accepts today as a birth date and refuses tomorrow', () => {
    const born = (day: string): string => `51160220261${day}001${residentIdCheckCharacter(`51160220261${day}001`)}`;
    expect(checkResidentId(born('121'), TODAY).ok).toBe(true);
    expect(checkResidentId(born('122'), TODAY)).toMatchObject({ code: 'future-birth-date' });
  });

  it('detects every change of one character', () => {
    fc.assert(
      fc.property(residentIds, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, index, replacement) => {
        fc.pre(id[index] !== replacement);
        const changed = id.slice(0, index) + replacement + id.slice(index + 1);
        return checkResidentId(id, TODAY).ok && !checkResidentId(changed, TODAY).ok;
      }),
      { numRuns: 1000 },
    );
  });

  it('detects every swap of two neighbouring different digits', () => {
    fc.assert(
      fc.property(residentIds, fc.nat(16), (id, index) => {
        fc.pre(id[index] !== id[index + 1]);
        const swapped = id.slice(0, index) + id.charAt(index + 1) + id.charAt(index) + id.slice(index + 2);
        return !checkResidentId(swapped, TODAY).ok;
      }),
      { numRuns: 1000 },
    );
  });
});
