const zone = 'Asia/Shanghai';
const isoFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const timeFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekdays = '日一二三四五六';

/** The date of an instant in the platform's time zone, `2026-11-20`; a date stays as it is. */
export function dateOf(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : isoFormat.format(new Date(value));
}

/** Today in the platform's time zone, `2026-11-20`. */
export function today(): string {
  return isoFormat.format(new Date());
}

/** `2026年11月20日` for a date or an instant in ISO 8601; an empty string for none. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return '';
  const [year, month, day] = dateOf(value).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `11月20日`, with the year when it is not the one of `reference` (a date). */
export function formatShortDate(value: string | null | undefined, reference: string = today()): string {
  if (!value) return '';
  const date = dateOf(value);
  const [, month, day] = date.split('-').map(Number);
  return date.slice(0, 4) === reference.slice(0, 4) ? `${month}月${day}日` : formatDate(date);
}

/** `09:30`. */
export function formatTime(value: string): string {
  return timeFormat.format(new Date(value));
}

/** `2026年11月20日 09:30`. */
export function formatDateTime(value: string | null | undefined): string {
  return value ? `${formatDate(value)} ${formatTime(value)}` : '';
}

/** `今天 09:30`, `昨天 16:05`, `11月18日 09:30`: short enough for a column. */
export function formatMoment(value: string | null | undefined, reference: string = today()): string {
  if (!value) return '';
  const distance = daysBetween(reference, dateOf(value));
  const day = distance === 0 ? '今天' : distance === -1 ? '昨天' : formatShortDate(value, reference);
  return `${day} ${formatTime(value)}`;
}

/** Calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** `周五`. */
export function weekdayOf(date: string): string {
  return `周${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}`;
}

/** A date with its distance where that is short: `今天`, `明天`, `11月27日 周五`. */
export function formatDue(date: string, reference: string = today()): string {
  const distance = daysBetween(reference, date);
  if (distance === 0) return '今天';
  if (distance === 1) return '明天';
  return `${formatShortDate(date, reference)} ${weekdayOf(date)}`;
}

/** A date moved by calendar days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
