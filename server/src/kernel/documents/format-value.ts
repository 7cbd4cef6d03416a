import { fail } from './errors.ts';

const DIGITS = '〇一二三四五六七八九';

/** Shows a value in a named format for people. Throws `documents.wrong-value` when the value or format does not fit. */
export function formatValue(value: string, format: string, place: { document: string; placeholder: string }): string {
  const shown = FORMATS[format]?.(value);
  if (shown === undefined) throw fail('documents.wrong-value', { ...place, format });
  return shown;
}

const FORMATS: Readonly<Record<string, (value: string) => string | undefined>> = {
  date: (value) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    return year && `${year}年${Number(month)}月${Number(day)}日`;
  },
  'chinese-date': (value) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    if (!year) return undefined;
    const digits = [...year].map((digit) => DIGITS.charAt(Number(digit))).join('');
    return `${digits}年${chineseNumber(Number(month))}月${chineseNumber(Number(day))}日`;
  },
  datetime: (value) => {
    const at = new Date(/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(value) ? value : NaN);
    if (Number.isNaN(at.getTime())) return undefined;
    const beijing = new Date(at.getTime() + 8 * 3_600_000).toISOString();
    return `${FORMATS['date']?.(beijing.slice(0, 10))}${beijing.slice(11, 16)}`;
  },
  yuan: (value) => {
    if (!/^\d+$/.test(value)) return undefined;
    const cents = value.padStart(3, '0');
    return `${cents.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.slice(-2)}元`;
  },
  'chinese-number': (value) => (/^\d{1,2}$/.test(value) ? chineseNumber(Number(value)) : value),
};

/** 1 to 99 in Chinese numerals. */
function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 && tens > 0 ? '' : DIGITS.charAt(number % 10);
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones}`;
}
