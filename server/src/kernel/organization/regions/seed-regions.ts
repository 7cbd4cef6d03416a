import type { Database } from '../../db/index.ts';
import { readDivisions } from './read-divisions.ts';

const chunk = 20_000;

/**
 * Fills the table of regions if it is empty: 五级行政区划 (ORG-01), villages for one province only. The table is data
 * from then on; gives how many rows were written.
 */
export async function seedRegions(db: Database, villagesOf = '51'): Promise<number> {
  const { rows: [present] } = await db.pool.query<{ filled: boolean }>('SELECT EXISTS (SELECT FROM organization.region) AS filled');
  if (present?.filled) return 0;
  const regions = await readDivisions(villagesOf);
  for (let at = 0; at < regions.length; at += chunk) {
    const part = regions.slice(at, at + chunk);
    await db.pool.query(
      `INSERT INTO organization.region (code, name, full_name, level, parent_code)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[]) ON CONFLICT (code) DO NOTHING`,
      [part.map((row) => row.code), part.map((row) => row.name), part.map((row) => row.fullName), part.map((row) => row.level), part.map((row) => row.parentCode)]);
  }
  return regions.length;
}
