const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today in the platform's time zone, `2026-11-20`. */
export function today(): string {
  return format.format(new Date());
}

/** The date of an instant in the platform's time zone. */
export function dateOf(instant: string): string {
  return format.format(new Date(instant));
}
