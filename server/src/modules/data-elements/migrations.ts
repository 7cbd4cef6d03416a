import { defineMigration } from '../../kernel/db/index.ts';
import { standardElements, standardServices } from './standard-elements.ts';

const quoted = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`;

export const dataElementsMigrations = [
  defineMigration('20261130-50-data-elements-init', `
CREATE SCHEMA data_elements;

CREATE TABLE data_elements.element (
  code text CONSTRAINT element_code PRIMARY KEY,
  name text NOT NULL,
  definition text NOT NULL,
  type text NOT NULL,
  format text NOT NULL,
  min_length integer,
  max_length integer,
  dictionary text,
  sensitivity text NOT NULL CHECK (sensitivity IN ('general', 'personal', 'sensitive')),
  sources jsonb NOT NULL,
  database_field text,
  revision integer NOT NULL,
  edited_by_id text NOT NULL,
  edited_by_name text NOT NULL,
  edited_at timestamptz NOT NULL
);

CREATE TABLE data_elements.sharing_service (
  code text CONSTRAINT sharing_service_code PRIMARY KEY,
  name text NOT NULL,
  provider text NOT NULL,
  enabled boolean NOT NULL,
  revision integer NOT NULL,
  edited_by_id text NOT NULL,
  edited_by_name text NOT NULL,
  edited_at timestamptz NOT NULL
);

INSERT INTO data_elements.element
SELECT e.code, e.name, e.definition, e.type, e.format, NULL, NULL, NULL, e.sensitivity, e.sources, e."databaseField", 1, 'platform', '平台预置', '2026-11-28T00:00:00+08:00'
FROM jsonb_to_recordset(${quoted(standardElements)}::jsonb) AS e (code text, name text, definition text, type text, format text, sensitivity text, sources jsonb, "databaseField" text);

INSERT INTO data_elements.sharing_service
SELECT s.code, s.name, s.provider, true, 1, 'platform', '平台预置', '2026-11-28T00:00:00+08:00'
FROM jsonb_to_recordset(${quoted(standardServices)}::jsonb) AS s (code text, name text, provider text);
`),
];
