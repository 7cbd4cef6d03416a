import { findCalendarDate, type IsoDate } from './calendar-date.ts';
import { mod3736Check } from './mod-37-36.ts';
import { normalizeCode } from './normalize-text.ts';
import { reject, type CheckOutcome } from './outcome.ts';

/** What a case number (办件编号) is made of. */
export interface CaseNumberParts {
  readonly regionCode6: string;
  /** Day of submission, `YYYY-MM-DD`. */
  readonly date: IsoDate;
  /** Two digits, e.g. `01` 行政许可. */
  readonly taskType: string;
  /** 1 to 999999, counted per region, day and type. */
  readonly sequence: number;
}

/**
 * Composes a case number: region(6) + yyyyMMdd + task type(2) + sequence(6) + MOD 37,36 check = 23 characters.
 * Throws RangeError when a part does not fit.
 */
export function composeCaseNumber({ regionCode6, date, taskType, sequence }: CaseNumberParts): string {
  const day = date.replaceAll('-', '');
  if (!/^\d{6}$/.test(regionCode6)) throw new RangeError('regionCode6 must be six digits');
  if (findCalendarDate(day) !== date) throw new RangeError('date must be an existing day YYYY-MM-DD');
  if (!/^\d{2}$/.test(taskType)) throw new RangeError('taskType must be two digits');
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999_999)
    throw new RangeError('sequence must be an integer from 1 to 999999');
  const body = `${regionCode6}${day}${taskType}${String(sequence).padStart(6, '0')}`;
  return body + mod3736Check(body);
}

/** Checks a case number typed or scanned by a person; spaces, hyphens and lower case are normalised. */
export function checkCaseNumber(text: string): CheckOutcome<CaseNumberParts> {
  const normalized = normalizeCode(text).replace(/-/g, '');
  if (normalized === '') return reject('empty', '请填写办件编号。');
  if (normalized.length !== 23)
    return reject('wrong-length', `办件编号应为23位，当前为${normalized.length}位，请对照受理通知或短信填写。`);
  const match = /^(\d{6})(\d{8})(\d{2})(\d{6})[0-9A-Z]$/.exec(normalized);
  const date = findCalendarDate(match?.[2] ?? '');
  if (!match || date === undefined) return reject('wrong-format', '办件编号格式不正确，请对照受理通知或短信填写。');
  if (mod3736Check(normalized.slice(0, 22)) !== normalized.charAt(22))
    return reject('wrong-check-character', '办件编号校验不通过，请对照受理通知或短信逐位核对。');
  const [, regionCode6 = '', , taskType = '', sequence = ''] = match;
  return { ok: true, normalized, regionCode6, date, taskType, sequence: Number(sequence) };
}
