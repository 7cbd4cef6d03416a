import { defineMigration } from '../../kernel/db/index.ts';

/** What people have found raises signals by rules that name the findings (人工查实), and a first one for 违规收费 (domain.md 2.6) with the next number that the city has free. */
export const supervisionVerified = defineMigration('20261204-27-supervision-verified', `
-- Which findings of people a rule of kind verified waits for, as source:code; none of other kinds.
ALTER TABLE supervision.rule ADD COLUMN findings text[] NOT NULL DEFAULT '{}';
UPDATE supervision.rule_version SET settings = settings || '{"findings": []}';
-- The case that a signal is about, unless nobody may learn which, and its item.
ALTER TABLE supervision.signal ADD COLUMN case_id uuid, ADD COLUMN item_id uuid;
UPDATE supervision.signal s SET case_id = w.case_id, item_id = w.item_id FROM supervision.watched_case w WHERE s.subject_type = 'case' AND s.subject_id = w.case_id;
CREATE INDEX signal_verified_open ON supervision.signal (raised_at DESC, id DESC) WHERE rule_kind = 'verified' AND cleared_at IS NULL;
CREATE INDEX spot_case_problems ON supervision.spot_case (case_id) WHERE problems > 0;
WITH added AS (
  INSERT INTO supervision.rule (id, rule_no, version, name, kind, level, thresholds, findings, told, active, changed_at, changed_by)
  SELECT gen_random_uuid(), 'JC' || lpad(nextval('supervision.rule_serial')::text, 2, '0'), 1, '违规收费', 'verified', 'red', '{}',
    ARRAY['spot-check:no-illegal-fee', 'rating:190', 'rating:290', 'stuck-matter:illegal-fee'], ARRAY['department-head', 'supervisor'], true, now(), '系统预置' RETURNING *
)
INSERT INTO supervision.rule_version (rule_id, version, at, by_name, reason, settings)
SELECT id, 1, changed_at, changed_by, '系统预置', json_build_object('name', name, 'kind', kind, 'level', level, 'thresholds', thresholds, 'findings', findings, 'told', told, 'regionCode', NULL,
  'organizationId', NULL, 'itemId', NULL, 'projectType', NULL, 'validFrom', NULL, 'validTo', NULL, 'channels', NULL, 'active', active) FROM added;
`);
