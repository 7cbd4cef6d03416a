import { findCalendarDate, type IsoDate } from './calendar-date.ts';
import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome, type Rejected } from './outcome.ts';

/** What an 18-character citizen identity number says about its holder. */
export interface ResidentIdParts {
  readonly birthDate: IsoDate;
  readonly sex: 'male' | 'female';
  /** Six-digit region of first registration; need not exist today. */
  readonly regionCode: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
const LONGEST_LIFE_YEARS = 150;

/** Computes the check character (0–9 or X) of 17 digits by ISO 7064 MOD 11-2, as GB 11643 does. */
export function residentIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('expects 17 digits');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/**
 * Checks a citizen identity number (公民身份号码, GB 11643).
 * Spaces and full-width characters are normalised, a lower-case x becomes X.
 * @param today the date on which the check is made, `YYYY-MM-DD`; a later birth date is refused.
 */
export function checkResidentId(text: string, today: IsoDate): CheckOutcome<ResidentIdParts> {
  const checked = checkResidentLayout(text, today);
  if (!checked.ok) return checked;
  const province = checked.regionCode.slice(0, 2);
  if (['81', '82', '83'].includes(province))
    return reject('residence-permit', '该号码是港澳台居民居住证号码，请将证件类型改为“港澳台居民居住证”。');
  if (!PROVINCES.has(province))
    return reject('unknown-region', '身份证号码前两位不是有效的省级代码，请对照证件逐位核对。');
  return checked;
}

/** Checks shape, birth date and check character of an 18-character number laid out like GB 11643, for any region. */
export function checkResidentLayout(text: string, today: IsoDate): CheckOutcome<ResidentIdParts> {
  const normalized = normalizeCode(text);
  const shape = findShapeError(normalized);
  if (shape) return shape;
  const birthDate = findCalendarDate(normalized.slice(6, 14));
  if (birthDate === undefined)
    return reject('impossible-birth-date', '身份证号码第7至14位不是真实存在的日期，请对照证件核对出生年月日。');
  if (birthDate > today) return reject('future-birth-date', '身份证号码中的出生日期晚于今天，请对照证件核对。');
  if (Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > LONGEST_LIFE_YEARS)
    return reject('impossible-birth-date', '身份证号码中的出生年份过早，请对照证件核对第7至10位。');
  if (residentIdCheckCharacter(normalized.slice(0, 17)) !== normalized.charAt(17))
    return reject('wrong-check-character', '身份证号码校验不通过，请对照证件逐位核对后重新填写。');
  const sex = Number(normalized.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return { ok: true, normalized, birthDate, sex, regionCode: normalized.slice(0, 6) };
}

function findShapeError(normalized: string): Rejected | undefined {
  if (normalized === '') return reject('empty', '请填写身份证号码。');
  if (/^\d{15}$/.test(normalized))
    return reject('old-15-digit', '15位旧身份证号码已停止使用，请填写第二代居民身份证上的18位号码。');
  if (!/^[0-9X]*$/.test(normalized))
    return reject('bad-character', '身份证号码只能包含数字，最后一位可以是X，请检查是否多填了其他字符。');
  if (normalized.length !== 18)
    return reject('wrong-length', `身份证号码应为18位，当前为${normalized.length}位，请检查是否漏填或多填。`);
  if (normalized.slice(0, 17).includes('X'))
    return reject('bad-character', '身份证号码中的X只能出现在最后一位，请检查后重新填写。');
  return undefined;
}
