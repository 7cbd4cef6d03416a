import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';

/** What a unified social credit code says about its holder. */
export interface UnifiedSocialCreditCodeParts {
  /** Registering authority and kind of body, two characters. */
  readonly registration: string;
  readonly regionCode: string;
  /** Nine characters, GB 11714. */
  readonly organizationCode: string;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Computes the check character of the first 17 characters by GB 32100 (weights 3^i modulo 31). */
export function unifiedSocialCreditCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`character not in the alphabet of GB 32100: ${character}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Checks a unified social credit code (统一社会信用代码, GB 32100); lower case, spaces and full-width are normalised. */
export function checkUnifiedSocialCreditCode(text: string): CheckOutcome<UnifiedSocialCreditCodeParts> {
  const normalized = normalizeCode(text);
  if (normalized === '') return reject('empty', '请填写统一社会信用代码。');
  if (normalized.length !== 18)
    return reject('wrong-length', `统一社会信用代码应为18位，当前为${normalized.length}位，请对照营业执照检查。`);
  const stranger = [...normalized].find((character) => !ALPHABET.includes(character));
  if (stranger !== undefined) {
    const confusable = { I: '1', O: '0', S: '5', Z: '2', V: 'U' }[stranger];
    const hint = confusable ? `，是否应为“${confusable}”` : '';
    return reject('bad-character', `统一社会信用代码中不会出现“${stranger}”${hint}，请对照营业执照核对。`);
  }
  if (!/^[0-9A-Z]{2}\d{6}/.test(normalized))
    return reject('bad-character', '统一社会信用代码第3至8位应为数字，请对照营业执照核对。');
  if (unifiedSocialCreditCheckCharacter(normalized.slice(0, 17)) !== normalized.charAt(17))
    return reject('wrong-check-character', '统一社会信用代码校验不通过，请对照营业执照逐位核对。');
  return {
    ok: true,
    normalized,
    registration: normalized.slice(0, 2),
    regionCode: normalized.slice(2, 8),
    organizationCode: normalized.slice(8, 17),
  };
}
