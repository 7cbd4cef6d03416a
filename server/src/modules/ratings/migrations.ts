import { defineMigration } from '../../kernel/db/index.ts';
import { ratingsFound } from './found.migrations.ts';
import { ratingOptions } from './options.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const options = ratingOptions.entries
  .map(([code, name], order) => `(${quote(ratingOptions.code)}, ${quote(code)}, ${quote(name)}, ${order})`).join(',\n  ');

export const ratingsMigrations = [
  defineMigration('20261121-70-ratings-init', `
CREATE SCHEMA ratings;

CREATE TABLE ratings.rating (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  rater_name text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  option_codes text[] NOT NULL,
  text text CHECK (length(text) <= 500),
  channel text NOT NULL,
  anonymous boolean NOT NULL,
  rated_at timestamptz NOT NULL,
  excluded boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX rating_case ON ratings.rating (case_id);
CREATE INDEX rating_organization ON ratings.rating (organization_id, id);
CREATE INDEX rating_path ON ratings.rating (organization_path text_pattern_ops, id);
CREATE INDEX rating_bad ON ratings.rating (id) WHERE level >= 4;

CREATE TABLE ratings.link (
  token_digest text PRIMARY KEY,
  case_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('sms', 'window')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE UNIQUE INDEX link_sms ON ratings.link (case_id) WHERE purpose = 'sms';
CREATE INDEX link_expiry ON ratings.link (expires_at);

CREATE TABLE ratings.rectification (
  id uuid PRIMARY KEY,
  rating_id uuid NOT NULL UNIQUE REFERENCES ratings.rating (id),
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'verified', 'rectified', 'replied', 'closed', 'appealing', 'excluded')),
  appealed_from text,
  version integer NOT NULL,
  opened_at timestamptz NOT NULL,
  due_on date NOT NULL,
  reply text,
  in_time boolean,
  finished_at timestamptz
);
CREATE INDEX rectification_due ON ratings.rectification (due_on, id) WHERE finished_at IS NULL;
CREATE INDEX rectification_organization ON ratings.rectification (organization_id);

CREATE TABLE ratings.rectification_step (
  id uuid PRIMARY KEY,
  rectification_id uuid NOT NULL REFERENCES ratings.rectification (id),
  sequence integer NOT NULL,
  action text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  organization_name text,
  text text NOT NULL,
  detail jsonb NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (rectification_id, sequence)
);

CREATE TABLE ratings.tally (
  organization_id uuid NOT NULL,
  item_id uuid NOT NULL,
  month char(7) NOT NULL,
  level smallint NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organization_id, item_id, month, level)
);
CREATE INDEX tally_item ON ratings.tally (item_id, month);
CREATE INDEX tally_month ON ratings.tally (month);

CREATE FUNCTION ratings.add_to_tally(organization uuid, item uuid, of_month text, of_level integer, delta integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO ratings.tally (organization_id, item_id, month, level, count) VALUES (organization, item, of_month, of_level, delta)
  ON CONFLICT (organization_id, item_id, month, level) DO UPDATE SET count = ratings.tally.count + delta
$$;

CREATE TABLE ratings.setting (one boolean PRIMARY KEY DEFAULT true CHECK (one), rectification_days integer NOT NULL);
INSERT INTO ratings.setting (rectification_days) VALUES (15);

INSERT INTO kernel.dictionary (code, name) VALUES (${quote(ratingOptions.code)}, ${quote(ratingOptions.name)}) ON CONFLICT DO NOTHING;
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES
  ${options} ON CONFLICT DO NOTHING;
`),
  defineMigration('20261203-11-ratings-visits', `
-- A visit to a hall is rated once, whether or not a case came of it (一次一评).
ALTER TABLE ratings.rating ALTER COLUMN case_id DROP NOT NULL, ALTER COLUMN case_number DROP NOT NULL, ALTER COLUMN item_id DROP NOT NULL, ADD COLUMN visit_id uuid;
ALTER TABLE ratings.rating ADD CONSTRAINT rating_subject CHECK ((case_id IS NULL) <> (visit_id IS NULL));
CREATE UNIQUE INDEX rating_visit ON ratings.rating (visit_id) WHERE visit_id IS NOT NULL;
`),
  ratingsFound,
];
