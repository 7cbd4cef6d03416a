import type { Database } from '../db/index.ts';
import { publishedYears } from './published-years.ts';

/**
 * Loads the years that the holiday package carries and the database does not have yet; gives which. Years that are there,
 * perhaps corrected by an administrator, are left as they are.
 */
export async function seedCalendar(db: Database): Promise<number[]> {
  const years = publishedYears();
  const { rows } = await db.pool.query<{ year: number }>(
    `WITH given AS (SELECT * FROM json_to_recordset($1) AS g(year int, days json)),
     added AS (
       INSERT INTO calendar.covered_year (year, source, revision, updated_at, updated_by)
       SELECT year, '随系统提供的国务院办公厅放假通知数据', 1, now(), 'system' FROM given ON CONFLICT (year) DO NOTHING RETURNING year),
     days AS (
       INSERT INTO calendar.day_exception (date, kind, name, notice_year)
       SELECT d.date, d.kind, d.name, given.year FROM given JOIN added USING (year),
         json_to_recordset(given.days) AS d(date date, kind text, name text)
       ON CONFLICT (date) DO NOTHING),
     bumped AS (UPDATE calendar.revision SET version = version + 1 WHERE EXISTS (SELECT FROM added))
     SELECT year FROM added ORDER BY year`, [JSON.stringify(years)]);
  return rows.map(({ year }) => year);
}
