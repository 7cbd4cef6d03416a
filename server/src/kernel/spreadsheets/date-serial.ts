const dayMilliseconds = 86_400_000;
/** Day 0 of the 1900 date system, one day early for the 29 February 1900 that Excel counts though it never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const chinaOffset = 8 * 3_600_000;

/** The serial number of a calendar date `2026-11-28`; undefined for what is no date or lies before March 1900. */
export function serialOfDate(date: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const serial = (time - epoch1900) / dayMilliseconds;
  return serial > 60 ? serial : undefined;
}

/** The serial number of an instant, as the clock on a wall in China shows it. */
export function serialOfInstant(instant: Date): number {
  return (instant.getTime() + chinaOffset - epoch1900) / dayMilliseconds;
}

/** What a serial number shows: `2026-11-28`, with ` 09:30:00` unless it is midnight; undefined outside the years 1900 to 9999. */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const time = Math.round(((from1904 ? epoch1904 : epoch1900) + serial * dayMilliseconds) / 1_000) * 1_000;
  if (!Number.isFinite(serial) || serial < 0 || time >= Date.UTC(10_000, 0, 1)) return undefined;
  const [date = '', clock = ''] = new Date(time).toISOString().slice(0, 19).split('T');
  return clock === '00:00:00' ? date : `${date} ${clock}`;
}
