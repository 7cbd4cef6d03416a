import { removeSpaces, toHalfWidth } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';

/** Checks a mobile number of mainland China; spaces, hyphens and a leading +86 are dropped. */
export function checkMobile(text: string): CheckOutcome<object> {
  const compact = removeSpaces(toHalfWidth(text)).replace(/-/g, '');
  const normalized = compact.replace(/^(?:\+|00)86/, '');
  if (normalized === '') return reject('empty', '请填写手机号码。');
  if (!/^\d+$/.test(normalized)) return reject('bad-character', '手机号码只能包含数字，请检查后重新填写。');
  if (normalized.length !== 11)
    return reject('wrong-length', `手机号码应为11位，当前为${normalized.length}位，请检查是否漏填或多填。`);
  if (!/^1[3-9]/.test(normalized))
    return reject('unknown-prefix', '手机号码应以13至19开头，请填写中国内地手机号码。');
  return { ok: true, normalized };
}
