import { defineMigration } from '../db/migrate.ts';

/** Roles as data, and who holds them over what (ORG-04, IDN-05). */
export const accessMigrations = [
  defineMigration('20261121-22-access-init', `
CREATE SCHEMA access;

CREATE TABLE access.permission (
  code text PRIMARY KEY,
  label text NOT NULL,
  module text NOT NULL,
  administration text CHECK (administration IN ('system', 'security', 'audit'))
);

CREATE TABLE access.role (
  code text PRIMARY KEY,
  name text NOT NULL,
  administration text CHECK (administration IN ('system', 'security', 'audit')),
  permissions text[] NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 1
);

CREATE TABLE access.role_assignment (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES organization.staff (id),
  role_code text NOT NULL REFERENCES access.role (code),
  scope_kind text NOT NULL CHECK (scope_kind IN ('all', 'region', 'organization', 'own')),
  scope_region_code char(12) CHECK ((scope_region_code IS NOT NULL) = (scope_kind = 'region')),
  scope_organization_id uuid REFERENCES organization.organization (id)
    CHECK ((scope_organization_id IS NOT NULL) = (scope_kind = 'organization')),
  assigned_at timestamptz NOT NULL,
  assigned_by text NOT NULL,
  ended_at timestamptz,
  ended_by text
);
CREATE UNIQUE INDEX role_assignment_current ON access.role_assignment
  (staff_id, role_code, scope_kind, coalesce(scope_region_code, ''), coalesce(scope_organization_id::text, '')) WHERE ended_at IS NULL;
CREATE INDEX role_assignment_role ON access.role_assignment (role_code, id);
`),
  // What every officer holds over their own records may stand in any role, an administrator's too, with a wider scope.
  defineMigration('20261121-22-access-shared-permissions', `
ALTER TABLE access.permission ADD COLUMN every_staff boolean NOT NULL DEFAULT false;
`),
];
