import { defineMigration } from '../db/index.ts';

export const reviewsMigrations = [
  defineMigration('20261128-52-reviews-init', `
CREATE SCHEMA reviews;

CREATE TABLE reviews.setting (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  task_type text NOT NULL DEFAULT '',
  organization_id text NOT NULL DEFAULT '',
  process_key text NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL,
  CONSTRAINT setting_place UNIQUE (kind, task_type, organization_id)
);

CREATE TABLE reviews.review (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  title text NOT NULL,
  instance_id uuid,
  state text NOT NULL CHECK (state IN ('open', 'approved', 'returned', 'cancelled')),
  submitted_by_id text NOT NULL,
  submitted_by_name text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX review_open ON reviews.review (subject_type, subject_id) WHERE state = 'open';
CREATE INDEX review_subject ON reviews.review (subject_type, subject_id, id);
CREATE INDEX review_instance ON reviews.review (instance_id) WHERE instance_id IS NOT NULL;

CREATE TABLE reviews.step (
  id uuid PRIMARY KEY,
  review_id uuid NOT NULL REFERENCES reviews.review (id),
  name text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approve', 'return')),
  opinion text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX step_review ON reviews.step (review_id, id);
`),
  defineMigration('20261128-75-reviews-comments', `
CREATE TABLE reviews.comment (
  id uuid PRIMARY KEY,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  -- The remark that this one answers.
  thread_id uuid REFERENCES reviews.comment (id),
  path text NOT NULL,
  text text NOT NULL,
  author_id text NOT NULL,
  author_name text NOT NULL,
  created_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by_name text
);
CREATE INDEX comment_subject ON reviews.comment (subject_type, subject_id, id);
`),
  // Reviews that ended before this was kept say neither.
  defineMigration('20261128-81-reviews-ends', `
ALTER TABLE reviews.review ADD COLUMN ended_by_name text, ADD COLUMN end_reason text;
`),
];
