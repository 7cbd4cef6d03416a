import { defineMigration } from '../../kernel/db/index.ts';
import type { DictionaryDefinition } from '../../kernel/dictionary/index.ts';
import { stuckMattersIllegalFee } from './illegal-fee.migrations.ts';
import { matterCauses, matterReasons } from './lists.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const addList = ({ code, name, entries }: DictionaryDefinition): string => `
INSERT INTO kernel.dictionary (code, name) VALUES (${quote(code)}, ${quote(name)}) ON CONFLICT DO NOTHING;
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES
  ${entries.map(([entry, title], order) => `(${quote(code)}, ${quote(entry)}, ${quote(title)}, ${order})`).join(',\n  ')} ON CONFLICT DO NOTHING;
`;

export const stuckMattersMigrations = [
  defineMigration('20261202-10-stuck-matters-init', `
CREATE SCHEMA stuck_matters;

CREATE TABLE stuck_matters.matter (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('registered', 'assigned', 'handling', 'answered', 'awaiting-word', 'reopened', 'closed', 'rejected', 'withdrawn')),
  round smallint NOT NULL CHECK (round IN (1, 2)),
  channel text NOT NULL CHECK (channel IN ('window', 'portal', 'phone')),
  reporter_kind text NOT NULL CHECK (reporter_kind IN ('person', 'company', 'caller')),
  reporter_id uuid,
  reporter_name_masked text NOT NULL,
  reporter_name_cipher text NOT NULL,
  mobile_masked text NOT NULL,
  mobile_cipher text NOT NULL,
  content text NOT NULL CHECK (length(content) <= 2000),
  reason_code text NOT NULL,
  case_id uuid,
  case_number text,
  item_id uuid,
  item_name text,
  concerned_id uuid,
  concerned_name text,
  region_code text NOT NULL,
  organization_id uuid,
  organization_name text,
  organization_path text NOT NULL,
  officer_id uuid,
  officer_name text,
  companion_id uuid,
  companion_name text,
  director_on date,
  clock_id uuid,
  limit_days integer,
  due_on date,
  level text NOT NULL CHECK (level IN ('normal', 'warning', 'yellow', 'red')),
  answer_text text,
  answered_at timestamptz,
  in_time boolean,
  cause_code text,
  cause_text text,
  cause_element text,
  finding_id uuid,
  word_until date,
  word text CHECK (word IN ('satisfied', 'fairly-satisfied', 'dissatisfied')),
  word_text text,
  word_by text CHECK (word_by IN ('reporter', 'clerk', 'nobody')),
  rejection text,
  urged_on date,
  registered_by_id text NOT NULL,
  registered_by_name text NOT NULL,
  registered_at timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((reporter_id IS NULL) = (reporter_kind = 'caller')),
  CHECK ((finished_at IS NOT NULL) = (state IN ('closed', 'rejected', 'withdrawn')))
);
CREATE INDEX matter_reporter ON stuck_matters.matter (reporter_id, id DESC) WHERE reporter_id IS NOT NULL;
CREATE INDEX matter_path ON stuck_matters.matter (organization_path text_pattern_ops, id DESC);
CREATE INDEX matter_region ON stuck_matters.matter (region_code text_pattern_ops, id DESC);
CREATE INDEX matter_state ON stuck_matters.matter (state, id DESC);
CREATE INDEX matter_officer ON stuck_matters.matter (officer_id) WHERE finished_at IS NULL;
CREATE INDEX matter_companion ON stuck_matters.matter (companion_id) WHERE companion_id IS NOT NULL;
CREATE INDEX matter_registrar ON stuck_matters.matter (registered_by_id, id DESC);
CREATE INDEX matter_registered ON stuck_matters.matter (registered_at);
CREATE INDEX matter_director ON stuck_matters.matter (director_on) WHERE director_on IS NOT NULL;
CREATE INDEX matter_word_until ON stuck_matters.matter (word_until) WHERE state = 'awaiting-word';
CREATE UNIQUE INDEX matter_clock ON stuck_matters.matter (clock_id) WHERE clock_id IS NOT NULL;
CREATE SEQUENCE stuck_matters.matter_serial;

CREATE TABLE stuck_matters.matter_step (
  id uuid PRIMARY KEY,
  matter_id uuid NOT NULL REFERENCES stuck_matters.matter (id),
  action text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  organization_name text,
  text text NOT NULL,
  detail jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX matter_step_of ON stuck_matters.matter_step (matter_id, id);

CREATE TABLE stuck_matters.duty (
  duty_on date PRIMARY KEY,
  director_id uuid NOT NULL,
  director_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  place text NOT NULL,
  note text NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL
);
CREATE FUNCTION stuck_matters.save_duty(day json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO stuck_matters.duty SELECT * FROM json_populate_record(NULL::stuck_matters.duty, day)
  ON CONFLICT (duty_on) DO UPDATE SET director_id = excluded.director_id, director_name = excluded.director_name, organization_id = excluded.organization_id,
    organization_name = excluded.organization_name, place = excluded.place, note = excluded.note, saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at
$$;

CREATE TABLE stuck_matters.entry (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'review', 'published', 'retired')),
  question text NOT NULL,
  answer text NOT NULL,
  item_id uuid,
  item_name text,
  tags text[] NOT NULL,
  matter_id uuid REFERENCES stuck_matters.matter (id),
  matter_number text,
  written_by_id text NOT NULL,
  written_by_name text NOT NULL,
  decided_by_name text,
  decided_at timestamptz,
  decision_text text,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX entry_matter ON stuck_matters.entry (matter_id) WHERE matter_id IS NOT NULL AND state <> 'retired';
CREATE INDEX entry_words ON stuck_matters.entry USING gin ((question || ' ' || answer) gin_trgm_ops);
CREATE INDEX entry_tags ON stuck_matters.entry USING gin (tags);

CREATE TABLE stuck_matters.setting (one boolean PRIMARY KEY DEFAULT true CHECK (one), limit_days integer NOT NULL, red_percent integer NOT NULL, word_days integer NOT NULL);
INSERT INTO stuck_matters.setting (limit_days, red_percent, word_days) VALUES (5, 100, 5);
${addList(matterReasons)}${addList(matterCauses)}`),
  stuckMattersIllegalFee,
];
