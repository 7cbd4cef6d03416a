import { findCalendarDate, type IsoDate } from './calendar-date.ts';
import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';
import { checkResidentId, checkResidentLayout } from './resident-id.ts';

/** Types of personal identity documents that can be entered, after GA/T 2000.156. */
export const IDENTITY_DOCUMENT_TYPES = {
  '111': '居民身份证',
  '114': '军官证',
  '414': '普通护照',
  '511': '台湾居民来往大陆通行证',
  '516': '港澳居民来往内地通行证',
  '550': '港澳台居民居住证',
  '553': '外国人永久居留身份证',
  '990': '其他证件',
} as const;

/** Code of a personal identity document type. */
export type IdentityDocumentType = keyof typeof IDENTITY_DOCUMENT_TYPES;

/** What is known from the number of an identity document; a birth date and sex only where the number holds them. */
export interface IdentityDocumentParts {
  readonly birthDate?: IsoDate;
  readonly sex?: 'male' | 'female';
}

type Check = (text: string, today: IsoDate) => CheckOutcome<IdentityDocumentParts>;

const CHECKS: Record<IdentityDocumentType, Check> = {
  '111': checkResidentId,
  '114': checkOfficerCard,
  '414': byPattern(/^(?=.*\d)[A-Z0-9]{5,15}$/, '护照号码由5至15位字母和数字组成，请对照护照资料页填写。'),
  '511': byPattern(/^(?:\d{8}|\d{10}[A-Z]?)$/, '台湾居民来往大陆通行证号码应为8位数字，请对照证件填写。'),
  '516': byPattern(
    /^[HM](?:\d{8}|\d{10}|[A-Z]\d{7})$/,
    '港澳居民来往内地通行证号码应以H或M开头，后接8位数字，请对照证件填写。',
  ),
  '550': checkResidencePermit,
  '553': checkPermanentResidence,
  '990': checkOtherDocument,
};

/** True when `type` is one of the document types that can be entered. */
export function isIdentityDocumentType(type: string): type is IdentityDocumentType {
  return Object.hasOwn(IDENTITY_DOCUMENT_TYPES, type);
}

/**
 * Checks the number of an identity document of the given type.
 * @param today the date on which the check is made, `YYYY-MM-DD`.
 */
export function checkIdentityDocument(
  type: string,
  number: string,
  today: IsoDate,
): CheckOutcome<IdentityDocumentParts> {
  if (!isIdentityDocumentType(type)) return reject('unknown-type', '请从列表中选择证件类型。');
  if (number.trim() === '') return reject('empty', `请填写${IDENTITY_DOCUMENT_TYPES[type]}号码。`);
  return CHECKS[type](number, today);
}

function byPattern(pattern: RegExp, message: string): Check {
  return (text) => {
    const normalized = normalizeCode(text);
    return pattern.test(normalized) ? { ok: true, normalized } : reject('wrong-format', message);
  };
}

function checkOfficerCard(text: string): CheckOutcome<IdentityDocumentParts> {
  const match = /^(\p{Script=Han}{1,4})字第?(\d{4,8})号?$/u.exec(normalizeCode(text));
  if (!match) return reject('wrong-format', '军官证号码应形如“军字第1234567号”，请对照证件填写。');
  return { ok: true, normalized: `${match[1]}字第${match[2]}号` };
}

function checkResidencePermit(text: string, today: IsoDate): CheckOutcome<IdentityDocumentParts> {
  const checked = checkResidentLayout(text, today);
  if (!checked.ok) return checked;
  if (!/^8[123]0000/.test(checked.normalized))
    return reject('wrong-format', '港澳台居民居住证号码应以810000、820000或830000开头，请对照证件填写。');
  return checked;
}

function checkPermanentResidence(text: string, today: IsoDate): CheckOutcome<IdentityDocumentParts> {
  const normalized = normalizeCode(text);
  if (/^9\d{16}[0-9X]$/.test(normalized)) return checkResidentLayout(normalized, today);
  if (/^[A-Z]{3}\d{12}$/.test(normalized)) {
    const birth = normalized.slice(7, 13);
    if (findCalendarDate(`20${birth}`) ?? findCalendarDate(`19${birth}`)) return { ok: true, normalized };
    return reject('impossible-birth-date', '永久居留证号码第8至13位不是真实存在的日期，请对照证件核对。');
  }
  return reject('wrong-format', '永久居留身份证号码应为以9开头的18位数字（2023年版）或3位字母加12位数字，请对照证件填写。');
}

function checkOtherDocument(text: string): CheckOutcome<IdentityDocumentParts> {
  const normalized = text.normalize('NFC').trim();
  if (/[<>\p{C}]/u.test(normalized)) return reject('bad-character', '证件号码中不能包含尖括号或控制字符，请重新填写。');
  if ([...normalized].length > 50) return reject('too-long', '证件号码不能超过50个字符，请核对后重新填写。');
  return { ok: true, normalized };
}
