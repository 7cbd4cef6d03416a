import { defineMigration } from '../../kernel/db/index.ts';

/** Templates of documents, their versions, and which document was made with which (HND-05). */
export const templatesMigrations = [
  defineMigration('20261130-10-templates-init', `
CREATE SCHEMA templates;

CREATE TABLE templates.template (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  item_id uuid,
  item_name text,
  applicant_kind text CHECK (applicant_kind IN ('person', 'company')),
  step text,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  CONSTRAINT template_scope UNIQUE NULLS NOT DISTINCT (kind, item_id, applicant_kind, step)
);

CREATE TABLE templates.version (
  id uuid PRIMARY KEY,
  template_id uuid NOT NULL REFERENCES templates.template (id),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'superseded')),
  note text NOT NULL,
  content jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by_id text NOT NULL,
  updated_by_name text NOT NULL,
  published_at timestamptz,
  published_by_name text,
  revision integer NOT NULL,
  CONSTRAINT version_number UNIQUE (template_id, number)
);
CREATE UNIQUE INDEX version_draft ON templates.version (template_id) WHERE state = 'draft';
CREATE INDEX version_published ON templates.version (template_id) WHERE state = 'published';

-- What documents were made with stays as it was.
CREATE FUNCTION templates.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.content <> NEW.content OR OLD.number <> NEW.number OR OLD.template_id <> NEW.template_id OR NEW.state = 'draft' THEN
    RAISE EXCEPTION 'a published version of a template does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_kept BEFORE UPDATE OR DELETE ON templates.version
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION templates.keep_published();

CREATE TABLE templates.use (
  document_type text NOT NULL,
  document_id uuid NOT NULL,
  version_id uuid NOT NULL REFERENCES templates.version (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (document_type, document_id)
);
CREATE INDEX use_version ON templates.use (version_id);
CREATE TRIGGER use_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON templates.use
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

-- The version in force that fits closest: an item before a kind of applicant, that before a step.
CREATE FUNCTION templates.version_in_force(kind_ text, item_ uuid, applicant_ text, step_ text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT v.id FROM templates.template t JOIN templates.version v ON v.template_id = t.id AND v.state = 'published'
  WHERE t.kind = kind_ AND (t.item_id IS NULL OR t.item_id = item_) AND (t.applicant_kind IS NULL OR t.applicant_kind = applicant_) AND (t.step IS NULL OR t.step = step_)
  ORDER BY t.item_id IS NULL, t.applicant_kind IS NULL, t.step IS NULL LIMIT 1
$$;

-- Called within the statement that writes the document, so that neither is there without the other.
CREATE FUNCTION templates.record_use(document_type_ text, document_id_ uuid, kind_ text, item_ uuid, applicant_ text, step_ text, at_ timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO templates.use (document_type, document_id, version_id, at)
  SELECT document_type_, document_id_, found, at_ FROM templates.version_in_force(kind_, item_, applicant_, step_) AS found WHERE found IS NOT NULL
  ON CONFLICT DO NOTHING
$$;
`),
  // Messages have templates as documents do. What a city had reworded before becomes the first version of its template (HND-05).
  defineMigration('20261130-71-templates-of-messages', `
ALTER TABLE templates.template ADD COLUMN family text NOT NULL DEFAULT 'document' CHECK (family IN ('document', 'message'));
ALTER TABLE templates.template ALTER COLUMN family DROP DEFAULT;
ALTER TABLE templates.template DROP CONSTRAINT template_applicant_kind_check, ADD CONSTRAINT template_applicant_kind_check CHECK (applicant_kind IN ('person', 'company', 'agent'));
WITH reworded AS (
  SELECT gen_random_uuid() AS id, key, name, jsonb_strip_nulls(jsonb_build_object('kind', 'message', 'code', key, 'name', name,
    'title', regexp_replace(title, '\\{(\\w+)\\}', '{{\\1}}', 'g'), 'body', regexp_replace(body, '\\{(\\w+)\\}', '{{\\1}}', 'g'), 'sms', regexp_replace(sms, '\\{(\\w+)\\}', '{{\\1}}', 'g'))) AS content
  FROM messaging.template WHERE edited
), carried AS (
  INSERT INTO templates.template (id, family, kind, name, organization_path, region_code, created_at, created_by_name)
  SELECT id, 'message', key, name, '', '', now(), '系统管理员' FROM reworded
)
INSERT INTO templates.version (id, template_id, number, state, note, content, updated_at, updated_by_id, updated_by_name, published_at, published_by_name, revision)
SELECT gen_random_uuid(), id, 1, 'published', '沿用原来的文字', content, now(), 'carried-over', '系统管理员', now(), '系统管理员', 1 FROM reworded;
`),
  // An SQL function is planned at every call: 1.1 ms of each submission's statement. These are planned once a connection.
  defineMigration('20261204-10-templates-planned-once', `
CREATE OR REPLACE FUNCTION templates.version_in_force(kind_ text, item_ uuid, applicant_ text, step_ text) RETURNS uuid LANGUAGE plpgsql STABLE
  SET plan_cache_mode = 'force_generic_plan' AS $$
BEGIN
  RETURN (
    SELECT v.id FROM templates.template t JOIN templates.version v ON v.template_id = t.id AND v.state = 'published'
    WHERE t.kind = kind_ AND (t.item_id IS NULL OR t.item_id = item_) AND (t.applicant_kind IS NULL OR t.applicant_kind = applicant_) AND (t.step IS NULL OR t.step = step_)
    ORDER BY t.item_id IS NULL, t.applicant_kind IS NULL, t.step IS NULL LIMIT 1);
END $$;

CREATE OR REPLACE FUNCTION templates.record_use(document_type_ text, document_id_ uuid, kind_ text, item_ uuid, applicant_ text, step_ text, at_ timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  in_force uuid := templates.version_in_force(kind_, item_, applicant_, step_);
BEGIN
  IF in_force IS NOT NULL THEN
    INSERT INTO templates.use (document_type, document_id, version_id, at) VALUES (document_type_, document_id_, in_force, at_) ON CONFLICT DO NOTHING;
  END IF;
END $$;
`),
];
