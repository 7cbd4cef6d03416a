import { defineMigration } from '../db/migrate.ts';

/** Regions, organisations, posts and staff. Rows end with `valid_to`; nothing is deleted (ORG-01). */
export const organizationMigrations = [
  defineMigration('20261121-21-organization-init', `
CREATE SCHEMA organization;

CREATE TABLE organization.region (
  code char(12) PRIMARY KEY,
  name text NOT NULL,
  full_name text NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  parent_code char(12)
);
CREATE INDEX region_parent ON organization.region (parent_code, code);

CREATE TABLE organization.organization (
  id uuid PRIMARY KEY,
  parent_id uuid REFERENCES organization.organization (id),
  path text NOT NULL,
  name text NOT NULL,
  short_name text,
  code text,
  kind text NOT NULL CHECK (kind IN ('government', 'department', 'hall', 'unit')),
  region_code char(12) NOT NULL,
  duties text,
  valid_from date NOT NULL,
  valid_to date,
  revision integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX organization_path ON organization.organization (path text_pattern_ops);
CREATE UNIQUE INDEX organization_code ON organization.organization (code) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX organization_name ON organization.organization (region_code, name) WHERE valid_to IS NULL;

CREATE TABLE organization.former_organization (
  organization_id uuid NOT NULL REFERENCES organization.organization (id),
  revision integer NOT NULL,
  parent_id uuid,
  path text NOT NULL,
  name text NOT NULL,
  short_name text,
  code text,
  kind text NOT NULL,
  region_code char(12) NOT NULL,
  duties text,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (organization_id, revision)
);

CREATE TABLE organization.post (
  code text PRIMARY KEY,
  name text NOT NULL,
  position integer NOT NULL
);

CREATE TABLE organization.staff (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization.organization (id),
  valid_from date NOT NULL,
  valid_to date,
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX staff_organization ON organization.staff (organization_id, id);
CREATE INDEX staff_name ON organization.staff USING gin (name gin_trgm_ops);

CREATE TABLE organization.staff_post (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES organization.staff (id),
  organization_id uuid NOT NULL REFERENCES organization.organization (id),
  post_code text NOT NULL REFERENCES organization.post (code),
  valid_from date NOT NULL,
  valid_to date
);
CREATE UNIQUE INDEX staff_post_current ON organization.staff_post (staff_id, organization_id, post_code) WHERE valid_to IS NULL;
CREATE INDEX staff_post_holders ON organization.staff_post (organization_id, post_code) WHERE valid_to IS NULL;

INSERT INTO organization.post (code, name, position) VALUES
  ('window', '窗口受理岗', 10), ('preliminary-review', '审查岗', 20), ('review', '审核岗', 30), ('decision', '决定岗', 40),
  ('licence-making', '制证岗', 50), ('delivery', '发证岗', 55), ('item-management', '事项管理岗', 60), ('supervision', '效能监督岗', 70),
  ('hall-management', '大厅管理岗', 80), ('system-administration', '系统管理岗', 90), ('security-administration', '安全管理岗', 91),
  ('audit-administration', '审计管理岗', 92);
`),
  defineMigration('20261203-92-organization-merger', `
ALTER TABLE organization.organization ADD COLUMN merged_into uuid REFERENCES organization.organization (id), ADD CHECK (merged_into IS NULL OR valid_to IS NOT NULL);
CREATE INDEX organization_merged ON organization.organization (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE organization.merger (
  id uuid PRIMARY KEY,
  from_id uuid NOT NULL REFERENCES organization.organization (id),
  from_name text NOT NULL,
  to_id uuid NOT NULL REFERENCES organization.organization (id),
  to_name text NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL,
  parts jsonb NOT NULL
);
`),
];
