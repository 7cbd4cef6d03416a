import { defineMigration } from '../../kernel/db/index.ts';
import type { RuleKind, ThresholdName, ToldPost } from './rules.contract.ts';

interface Usual { no: string; name: string; kind: RuleKind; level: 'warning' | 'yellow' | 'red'; told: readonly ToldPost[]; thresholds?: Partial<Record<ThresholdName, number>> }

/** The rules a new installation starts with (domain.md 2.6); a city changes them as data. */
const usualRules: readonly Usual[] = [
  { no: 'JC01', name: '承诺期限将到', kind: 'near-promised', level: 'warning', told: ['handler'], thresholds: { days: 1, share: 20 } },
  { no: 'JC02', name: '超过承诺期限', kind: 'over-promised', level: 'yellow', told: ['handler', 'supervisor'], thresholds: { days: 0 } },
  { no: 'JC03', name: '超过法定期限', kind: 'over-legal', level: 'red', told: ['handler', 'department-head', 'supervisor'], thresholds: { days: 0 } },
  { no: 'JC04', name: '收件后迟迟未受理', kind: 'not-accepted', level: 'warning', told: ['handler'], thresholds: { days: 4 } },
  { no: 'JC05', name: '逾期未告知，依法视为受理', kind: 'deemed-accepted', level: 'yellow', told: ['handler', 'supervisor'] },
  { no: 'JC06', name: '环节超时', kind: 'step-overtime', level: 'warning', told: ['handler'], thresholds: { hours: 48 } },
  { no: 'JC07', name: '不予受理、不予许可未说明理由', kind: 'no-reasons', level: 'yellow', told: ['department-head', 'supervisor'], thresholds: { characters: 15 } },
  { no: 'JC08', name: '多次要求补正', kind: 'supplement-repeated', level: 'yellow', told: ['handler', 'supervisor'], thresholds: { times: 1 } },
  { no: 'JC09', name: '疑似体外循环', kind: 'offline-handling', level: 'warning', told: ['supervisor'], thresholds: { minutes: 5 } },
  { no: 'JC10', name: '审查不通过仍准予', kind: 'against-review', level: 'warning', told: ['supervisor'] },
  { no: 'JC11', name: '特别程序超期', kind: 'special-over', level: 'yellow', told: ['handler', 'department-head'], thresholds: { days: 0 } },
  { no: 'JC12', name: '决定后迟迟未送达', kind: 'delivery-late', level: 'yellow', told: ['handler', 'supervisor'], thresholds: { days: 10 } },
  { no: 'JC13', name: '差评整改将到期', kind: 'rectification', level: 'warning', told: ['handler'] },
  { no: 'JC14', name: '差评整改超期', kind: 'rectification', level: 'yellow', told: ['handler', 'supervisor'] },
  { no: 'JC15', name: '差评整改严重超期', kind: 'rectification', level: 'red', told: ['handler', 'department-head', 'supervisor'] },
  { no: 'JC16', name: '办不成事超期', kind: 'stuck-matter', level: 'yellow', told: ['department-head'] },
  { no: 'JC17', name: '办不成事严重超期', kind: 'stuck-matter', level: 'red', told: ['department-head', 'supervisor'] },
  { no: 'JC18', name: '督办单将到期', kind: 'order', level: 'warning', told: ['handler'] },
  { no: 'JC19', name: '督办单超期', kind: 'order', level: 'yellow', told: ['handler', 'supervisor'] },
  { no: 'JC20', name: '督办单严重超期', kind: 'order', level: 'red', told: ['department-head', 'supervisor'] },
];

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const rows = usualRules.map(({ no, name, kind, level, told, thresholds = {} }) =>
  `(md5(${quote(no)})::uuid, ${quote(no)}, 1, ${quote(name)}, ${quote(kind)}, ${quote(level)}, ${quote(JSON.stringify(thresholds))}, ARRAY[${told.map(quote).join(', ')}], true, now(), '系统预置')`).join(',\n  ');

export const supervisionRules = defineMigration('20261203-70-supervision-rules', `
CREATE TABLE supervision.rule (
  id uuid PRIMARY KEY,
  rule_no text NOT NULL UNIQUE,
  version integer NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  level text NOT NULL CHECK (level IN ('warning', 'yellow', 'red')),
  thresholds jsonb NOT NULL,
  told text[] NOT NULL,
  region_code text,
  organization_id uuid,
  organization_name text,
  organization_path text,
  item_id uuid,
  item_name text,
  project_type text CHECK (project_type IN ('1', '2')),
  valid_from date,
  valid_to date,
  active boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CREATE SEQUENCE supervision.rule_serial START 21;
INSERT INTO supervision.rule (id, rule_no, version, name, kind, level, thresholds, told, active, changed_at, changed_by) VALUES
  ${rows};

-- What a rule said until it was changed, and from then on.
CREATE TABLE supervision.rule_version (
  rule_id uuid NOT NULL REFERENCES supervision.rule (id),
  version integer NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL,
  settings jsonb NOT NULL,
  organization_name text,
  item_name text,
  PRIMARY KEY (rule_id, version)
);
INSERT INTO supervision.rule_version (rule_id, version, at, by_name, reason, settings)
SELECT id, 1, changed_at, changed_by, '系统预置', json_build_object('name', name, 'kind', kind, 'level', level, 'thresholds', thresholds, 'told', told, 'regionCode', NULL,
  'organizationId', NULL, 'itemId', NULL, 'projectType', NULL, 'validFrom', NULL, 'validTo', NULL, 'active', active) FROM supervision.rule;

-- How far the cases are looked at again after a change of rules: those after this one are left; no row when none are.
CREATE TABLE supervision.recheck (single boolean PRIMARY KEY DEFAULT true CHECK (single), after_id uuid NOT NULL);

ALTER TABLE supervision.watched_case
  ADD COLUMN item_id uuid,
  ADD COLUMN project_type text,
  -- The case is not over: some rule may still hold for it.
  ADD COLUMN live boolean NOT NULL DEFAULT true,
  -- When rules may say something else of it without anybody acting.
  ADD COLUMN check_at timestamptz;
UPDATE supervision.watched_case w SET item_id = c.item_id, project_type = c.project_type, live = c.status NOT IN ('closed', 'refused', 'withdrawn', 'terminated')
FROM cases."case" c WHERE c.id = w.case_id;
INSERT INTO supervision.recheck (after_id) SELECT '00000000-0000-0000-0000-000000000000' WHERE EXISTS (SELECT FROM supervision.watched_case);
CREATE INDEX watched_check ON supervision.watched_case (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX watched_live ON supervision.watched_case (case_id) WHERE live;

ALTER TABLE supervision.signal
  ADD COLUMN rule_id uuid REFERENCES supervision.rule (id),
  ADD COLUMN rule_no text,
  ADD COLUMN rule_name text,
  ADD COLUMN rule_version integer,
  ADD COLUMN rule_kind text,
  ADD COLUMN says text NOT NULL DEFAULT '',
  ADD COLUMN settled_text text,
  ADD COLUMN settled_by text;
UPDATE supervision.signal s SET rule_id = r.id, rule_no = r.rule_no, rule_name = r.name, rule_version = 1, rule_kind = r.kind FROM supervision.rule r
WHERE r.rule_no = CASE s.subject_type || s.level WHEN 'casewarning' THEN 'JC01' WHEN 'caseyellow' THEN 'JC02' WHEN 'casered' THEN 'JC03'
  WHEN 'rectificationwarning' THEN 'JC13' WHEN 'rectificationyellow' THEN 'JC14' ELSE 'JC15' END;
ALTER TABLE supervision.signal
  ALTER COLUMN rule_id SET NOT NULL, ALTER COLUMN rule_no SET NOT NULL, ALTER COLUMN rule_name SET NOT NULL, ALTER COLUMN rule_version SET NOT NULL, ALTER COLUMN rule_kind SET NOT NULL,
  DROP CONSTRAINT signal_once,
  ADD CONSTRAINT signal_rule_once UNIQUE (subject_type, subject_id, rule_id);
-- A right keeps who holds it under its new name.
UPDATE access.permission SET code = 'supervision.order.issue' WHERE code = 'supervision.signal.demand';
UPDATE access.permission SET code = 'supervision.order.answer' WHERE code = 'supervision.signal.answer';
UPDATE access.role SET permissions = array_replace(array_replace(permissions, 'supervision.signal.demand', 'supervision.order.issue'), 'supervision.signal.answer', 'supervision.order.answer');
CREATE INDEX signal_open ON supervision.signal (raised_at DESC, id DESC) WHERE cleared_at IS NULL;
CREATE INDEX signal_rule_open ON supervision.signal (rule_id) WHERE cleared_at IS NULL;
`);
