import { defineMigration } from '../../kernel/db/index.ts';

/** The present month is added up too, so that a period which reaches today reads no month day by day. */
export const supervisionMonths = defineMigration('20261203-87-supervision-present-month', `
INSERT INTO supervision.step_month (month, definition_id, node, organization_id, organization_path, region_code, measure, buckets, counts)
SELECT month, definition_id, node, organization_id, max(path), max(region), measure, array_agg(bucket ORDER BY bucket), array_agg(count ORDER BY bucket) FROM (
  SELECT date_trunc('month', p.counted_to)::date AS month, s.definition_id, s.node, s.organization_id, max(s.organization_path) AS path, max(s.region_code) AS region, m.measure, b.bucket, count(*)::int AS count
  FROM supervision.step_progress p JOIN supervision.step_day s ON s.day >= date_trunc('month', p.counted_to) AND s.day < date_trunc('month', p.counted_to) + interval '1 month'
  CROSS JOIN LATERAL (VALUES ('waiting', s.waiting), ('handling', s.handling), ('total', s.total)) AS m (measure, buckets) CROSS JOIN LATERAL unnest(m.buckets) AS b (bucket)
  GROUP BY 1, 2, 3, 4, 7, 8
) AS counted GROUP BY 1, 2, 3, 4, 7
ON CONFLICT DO NOTHING;
`);
