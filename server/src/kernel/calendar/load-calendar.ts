import { sql, type Kysely } from 'kysely';
import { elapsedMilliseconds } from '../clock/index.ts';
import type { Kernel } from '../context.ts';
import { tablesOf, type Database } from '../db/index.ts';
import type { CalendarTables } from './tables.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

/** How long a process may count by a calendar that another has changed, ms. */
const freshMilliseconds = 60_000;

interface Cached {
  calendar: Promise<WorkingCalendar>;
  version: number;
  checkedAt: number;
}

const cache = new WeakMap<Database, Cached>();

/** The stored working calendar, kept in memory; whether it changed is asked at most once a minute, so call it on every path. */
export async function loadCalendar({ db }: Pick<Kernel, 'db'>): Promise<WorkingCalendar> {
  const cached = cache.get(db);
  const now = elapsedMilliseconds();
  if (cached && now - cached.checkedAt < freshMilliseconds) return cached.calendar;
  if (cached) {
    cached.checkedAt = now;
    if ((await readVersion(db)) === cached.version) return cached.calendar;
  }
  return reload(db);
}

/** Forgets the calendar kept in memory, after this process has changed the stored one. */
export function forgetCalendar({ db }: Pick<Kernel, 'db'>): void {
  cache.delete(db);
}

/** Gives what clocks are counted by a new version, so that open ones are counted again; holds off other changes until the end. */
export async function bumpCalendar<T>(trx: Kysely<T>): Promise<void> {
  await sql`UPDATE calendar.revision SET version = version + 1`.execute(trx);
}

async function reload(db: Database): Promise<WorkingCalendar> {
  // The version is read first: a change between the two reads is then found at the next check, never missed.
  const version = await readVersion(db);
  const entry: Cached = { version, checkedAt: elapsedMilliseconds(), calendar: readCalendar(db, version) };
  cache.set(db, entry);
  entry.calendar.catch(() => { if (cache.get(db) === entry) cache.delete(db); });
  return entry.calendar;
}

async function readVersion(db: Database): Promise<number> {
  const { version } = await tablesOf<CalendarTables>(db).selectFrom('calendar.revision').select('version').executeTakeFirstOrThrow();
  return version;
}

async function readCalendar(db: Database, version: number): Promise<WorkingCalendar> {
  const tables = tablesOf<CalendarTables>(db);
  const years = await tables.selectFrom('calendar.coveredYear').select('year').execute();
  const exceptions = await tables.selectFrom('calendar.dayException').select(['date', 'kind', 'name']).execute();
  return createWorkingCalendar({ version, coveredYears: years.map(({ year }) => year), exceptions });
}
