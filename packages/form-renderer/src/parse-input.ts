import { parseDate, parseNumber } from '@tongban/form-model';

/** 元 as typed (`1,234.5`) → integer 分; the tidied text when it is no amount, undefined when empty. */
export function parseYuan(text: string): number | string | undefined {
  const tidy = text.normalize('NFKC').replace(/[\s,¥￥元]/g, '');
  if (tidy === '') return undefined;
  const parts = /^(-?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(tidy);
  if (parts === null) return text.trim();
  const fen = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' && fen !== 0 ? -fen : fen;
}

/** Integer 分 → 元 for an input: `1234.5`, whole amounts without decimals. */
export function yuanText(value: unknown): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  const cents = String(Math.abs(value) % 100).padStart(2, '0');
  return `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}${cents === '00' ? '' : `.${cents}`}`;
}

/** A number as typed → number; the text when it is none, undefined when empty. */
export function parseTypedNumber(text: string): number | string | undefined {
  const parsed = parseNumber(text);
  return parsed === '' ? undefined : parsed;
}

export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** An answer → the three parts of a date input; a draft may hold half a date (`2026-3-`). */
export function splitDate(value: unknown): DateParts {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return { year, month: month.replace(/^0(?=.)/, ''), day: day.replace(/^0(?=.)/, '') };
}

/** Three parts → ISO date when they are one, the parts as typed when not, undefined when all are empty. */
export function joinDate({ year, month, day }: DateParts): string | undefined {
  if (year === '' && month === '' && day === '') return undefined;
  const typed = `${year}-${month}-${day}`;
  return year.length === 4 && month !== '' && day !== '' ? (parseDate(typed) ?? typed) : typed;
}

/** A whole date pasted into one of the parts, in any of the usual ways. */
export function findPastedDate(text: string): DateParts | undefined {
  const iso = text.length >= 8 ? parseDate(text.trim()) : undefined;
  return iso === undefined ? undefined : splitDate(iso);
}
