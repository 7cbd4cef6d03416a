import { toHalfWidth } from './normalize-text.ts';
import { reject, type CheckOutcome, type Rejected } from './outcome.ts';

const HAN = '[\\p{Script=Han}\\u{20000}-\\u{3FFFD}]';
const DOT_VARIANTS = /[\u0387\u16EB\u2022\u2024\u2027\u2219\u22C5\u25CF\u2E31\u2E33\u30FB\uA78F\uFF65\uFF0E\uFE52]/gu;
const DOT_BETWEEN_HAN = new RegExp(`(?<=${HAN})\\s*[.·]\\s*(?=${HAN})`, 'gu');
const SPACE_BETWEEN_HAN = new RegExp(`(?<=${HAN})\\s+(?=${HAN})`, 'gu');
const ALLOWED = /^[\p{L}\p{M}\u{20000}-\u{3FFFD}〇·' .,-]+$/u;
const LONGEST = 100;

/**
 * Checks a person's name and returns it in the form to store: NFC, every middle dot as U+00B7,
 * no space between Chinese characters. Rare characters (𠮷, 㛃) and foreign names pass.
 */
export function checkPersonName(text: string): CheckOutcome<object> {
  const refusal = findForbiddenCharacter(text);
  if (refusal) return refusal;
  const normalized = normalizePersonName(text);
  if (normalized === '') return reject('empty', '请填写姓名。');
  if ([...normalized].length > LONGEST)
    return reject('too-long', `姓名不能超过${LONGEST}个字，请核对后重新填写。`);
  if (!/[\p{L}\u{20000}-\u{3FFFD}〇]/u.test(normalized) || /^[·.,-]|[·,-]$/u.test(normalized))
    return reject('no-name', '姓名不能只有符号，也不能以间隔号、逗号或连字符开头或结尾，请按证件填写。');
  if (!ALLOWED.test(normalized)) {
    const stranger = [...normalized].find((character) => !ALLOWED.test(character)) ?? '';
    return reject('bad-character', `姓名中不能包含“${stranger}”，请按证件上的姓名填写。`);
  }
  return { ok: true, normalized };
}

/** Brings a name into its stored form without judging it. */
function normalizePersonName(text: string): string {
  return toHalfWidth(text.normalize('NFC').replace(DOT_VARIANTS, '·'))
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(DOT_BETWEEN_HAN, '·')
    .replace(SPACE_BETWEEN_HAN, '');
}

function findForbiddenCharacter(text: string): Rejected | undefined {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text))
    return reject('control-character', '姓名中含有看不见的控制字符，请手工重新输入，不要从其他软件粘贴。');
  if (/[<>＜＞]/.test(text)) return reject('markup', '姓名中不能包含尖括号，请按证件上的姓名填写。');
  if (/\p{Nd}/u.test(text)) return reject('digit', '姓名中不能包含数字，请按证件上的姓名填写。');
  if (/\p{Co}/u.test(text))
    return reject('private-use', '姓名中含有自造字，其他系统无法识别，请改用国家标准收录的字；无法输入时请到窗口办理。');
  return undefined;
}
