const zone = 'Asia/Shanghai';
const dateFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function partsOf(instant: Date): Record<string, string> {
  return Object.fromEntries(dateFormat.formatToParts(instant).map((part) => [part.type, part.value]));
}

/** `2026年11月20日` in the platform's time zone, for a date or an instant in ISO 8601; an empty string for none. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return '';
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (day) return `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
  const parts = partsOf(new Date(value));
  return `${parts['year']}年${parts['month']}月${parts['day']}日`;
}

/** `11月20日 周五`, for days that are near. */
export function formatNearDay(day: string): string {
  const weekday = ['日', '一', '二', '三', '四', '五', '六'][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${formatDate(day).replace(/^\d+年/, '')} 周${weekday}`;
}

/** `2026年11月20日 09:30`. */
export function formatDateTime(value: string | null | undefined): string {
  return value ? `${formatDate(value)} ${timeFormat.format(new Date(value))}` : '';
}

/** `09:30`. */
export function formatTime(value: string | null | undefined): string {
  return value ? timeFormat.format(new Date(value)) : '';
}
