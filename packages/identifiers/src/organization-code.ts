import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Computes the check character (0–9 or X) of the first eight characters by GB 11714. */
export function organizationCodeCheckCharacter(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8)) throw new RangeError('expects 8 digits or capital letters');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * parseInt(first8.charAt(index), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Checks an organisation code (组织机构代码, GB 11714); the hyphen before the check character is dropped. */
export function checkOrganizationCode(text: string): CheckOutcome<object> {
  const normalized = normalizeCode(text).replace(/^(.{8})[-－](.)$/, '$1$2');
  if (normalized === '') return reject('empty', '请填写组织机构代码。');
  if (normalized.length !== 9)
    return reject('wrong-length', `组织机构代码应为9位，当前为${normalized.length}位，请检查是否漏填或多填。`);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(normalized))
    return reject('bad-character', '组织机构代码只能包含数字和大写字母，请检查后重新填写。');
  if (organizationCodeCheckCharacter(normalized.slice(0, 8)) !== normalized.charAt(8))
    return reject('wrong-check-character', '组织机构代码校验不通过，请对照证书逐位核对。');
  return { ok: true, normalized };
}
