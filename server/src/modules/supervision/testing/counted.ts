import type pg from 'pg';

/** What the counts say, and what their rows add up to; each as text, a line a count, where there is any. */
export interface Counted { kept: string[]; counted: string[] }

const places = `SELECT 'item' AS dimension, coalesce(w.item_id::text, '') AS key UNION ALL SELECT 'department', w.organization_id::text UNION ALL SELECT 'window', w.window_key UNION ALL SELECT 'person', id::text FROM unnest(w.handler_ids) AS id`;

const pairs: Readonly<Record<string, { kept: string; counted: string }>> = {
  open_count: {
    kept: 'SELECT organization_id, state, level, count FROM supervision.open_count WHERE count <> 0',
    counted: `SELECT organization_id, state, level, count(*) FROM supervision.watched_case WHERE state <> 'closed' GROUP BY 1, 2, 3`,
  },
  open_by: {
    kept: 'SELECT dimension, key, organization_id, region_code, state, level, count FROM supervision.open_by WHERE count <> 0',
    counted: `SELECT p.dimension, p.key, organization_id, region_code, state, level, count(*) FROM supervision.watched_case w CROSS JOIN LATERAL (${places}) p WHERE state <> 'closed' GROUP BY 1, 2, 3, 4, 5, 6`,
  },
  daily_closed: {
    kept: 'SELECT organization_id, day, total, on_time FROM supervision.daily_closed WHERE total <> 0',
    counted: 'SELECT organization_id, counted_on, count(*), sum(on_time::int) FROM supervision.watched_case WHERE counted_on IS NOT NULL GROUP BY 1, 2',
  },
  closed_by: {
    kept: 'SELECT dimension, grain, starts_on, key, organization_id, region_code, total, on_time, timed, used_days, promised_days FROM supervision.closed_by WHERE total <> 0',
    counted: `SELECT p.dimension, g.grain, g.starts_on, p.key, organization_id, region_code, count(*), sum(on_time::int), count(used_days), coalesce(sum(used_days), 0), coalesce(sum(promised_days), 0)
      FROM supervision.watched_case w CROSS JOIN LATERAL (${places}) p CROSS JOIN LATERAL (VALUES ('day', w.counted_on), ('month', date_trunc('month', w.counted_on)::date)) AS g (grain, starts_on)
      WHERE counted_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`,
  },
};

/** All counts that are kept of watched cases beside what the rows themselves add up to. */
export async function readCounted(pool: pg.Pool): Promise<Record<string, Counted>> {
  const lines = async (text: string): Promise<string[]> => (await pool.query<{ line: string }>(`SELECT x::text AS line FROM (${text}) AS x ORDER BY 1`)).rows.map(({ line }) => line);
  const found = await Promise.all(Object.entries(pairs).map(async ([name, { kept, counted }]) => [name, { kept: await lines(kept), counted: await lines(counted) }] as const));
  return Object.fromEntries(found);
}
