import { defineMigration } from '../../kernel/db/index.ts';

/** A rule for 迟报上级 (domain.md 2.6), with the next number that the city has free; open cases are looked at again for it. */
export const supervisionLateReport = defineMigration('20261204-12-supervision-late-report', `
WITH added AS (
  INSERT INTO supervision.rule (id, rule_no, version, name, kind, level, thresholds, told, active, changed_at, changed_by)
  SELECT gen_random_uuid(), 'JC' || lpad(nextval('supervision.rule_serial')::text, 2, '0'), 1, '迟报上级', 'late-report', 'yellow', '{"days": 3}', ARRAY['handler', 'supervisor'], true, now(), '系统预置' RETURNING *
)
INSERT INTO supervision.rule_version (rule_id, version, at, by_name, reason, settings)
SELECT id, 1, changed_at, changed_by, '系统预置', json_build_object('name', name, 'kind', kind, 'level', level, 'thresholds', thresholds, 'told', told, 'regionCode', NULL,
  'organizationId', NULL, 'itemId', NULL, 'projectType', NULL, 'validFrom', NULL, 'validTo', NULL, 'channels', NULL, 'active', active) FROM added;
INSERT INTO supervision.recheck (after_id) SELECT '00000000-0000-0000-0000-000000000000' WHERE EXISTS (SELECT FROM supervision.watched_case) ON CONFLICT (single) DO UPDATE SET after_id = excluded.after_id;
`);
