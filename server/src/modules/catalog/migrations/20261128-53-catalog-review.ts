import { defineMigration } from '../../../kernel/db/index.ts';

/** Who saved a draft last, what reviewers remark on single elements, and reviews for the versions that wait for one (CAT-03). */
export const catalogReview = defineMigration('20261128-53-catalog-review', `
ALTER TABLE catalog.item_version
  ADD COLUMN saved_at timestamptz,
  ADD COLUMN saved_by_id text,
  ADD COLUMN saved_by_name text;

CREATE TABLE catalog.version_comment (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES catalog.item_version (id),
  -- The remark that this one answers.
  thread_id uuid REFERENCES catalog.version_comment (id),
  element_path text NOT NULL,
  text text NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  created_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by_name text
);
CREATE INDEX version_comment_version ON catalog.version_comment (version_id, id);

INSERT INTO reviews.review (id, kind, subject_type, subject_id, title, state, submitted_by_id, submitted_by_name, started_at)
SELECT gen_random_uuid(), 'item-version', 'item-version', v.id::text, i.name, 'open', coalesce(v.submitted_by_id, ''), v.created_by_name, coalesce(v.submitted_at, v.created_at)
FROM catalog.item_version v JOIN catalog.item i ON i.id = v.item_id WHERE v.state = 'in-review';
`);
