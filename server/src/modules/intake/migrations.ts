import { defineMigration } from '../../kernel/db/index.ts';

export const intakeMigrations = [
  defineMigration('20261121-61-intake-init', `
CREATE SCHEMA intake;
CREATE TABLE intake.draft (
  id uuid PRIMARY KEY,
  revision integer NOT NULL,
  owner_kind text NOT NULL,
  owner_id uuid NOT NULL,
  owner_name text NOT NULL,
  applicant_kind text NOT NULL,
  applicant_id uuid NOT NULL,
  applicant_name text NOT NULL,
  applicant_document_masked text NOT NULL,
  applicant_last_four text NOT NULL,
  applicant_mobile_masked text,
  mandate_id uuid,
  item_id uuid NOT NULL,
  item_version_id uuid NOT NULL,
  item_name text NOT NULL,
  guidance jsonb NOT NULL,
  situation_name text NOT NULL,
  answers_cipher text NOT NULL,
  locked_cipher text NOT NULL,
  prefilled jsonb NOT NULL,
  materials jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  submitted_case_id uuid,
  receipt jsonb
) WITH (fillfactor = 70);
CREATE INDEX draft_open ON intake.draft (owner_id, updated_at DESC) WHERE submitted_case_id IS NULL;
`),
  defineMigration('20261128-62-intake-substitutes', `
CREATE TABLE intake.case_substitutes (
  case_id uuid PRIMARY KEY,
  substitutes jsonb NOT NULL
);
`),
  // Where answers come from used to be a text; it was always the user space.
  defineMigration('20261130-52-intake-prefill', `
ALTER TABLE intake.draft ADD COLUMN consent jsonb, ADD COLUMN prefill_notes jsonb NOT NULL DEFAULT '[]';
UPDATE intake.draft SET prefilled = coalesce(
  (SELECT jsonb_object_agg(key, jsonb_build_object('source', value, 'sourceId', 'profile', 'asOf', NULL)) FROM jsonb_each(prefilled)), '{}');
`),
  defineMigration('20261128-90-intake-open-drafts', `
CREATE INDEX draft_open_of_item ON intake.draft (item_id, updated_at DESC) WHERE submitted_case_id IS NULL;
`),
  // A draft is for one item or for a bundle of them.
  defineMigration('20261203-30-intake-bundle-drafts', `
ALTER TABLE intake.draft
  ADD COLUMN bundle_id uuid, ADD COLUMN bundle_version_id uuid,
  ALTER COLUMN item_id DROP NOT NULL, ALTER COLUMN item_version_id DROP NOT NULL,
  ADD CONSTRAINT draft_subject CHECK (num_nulls(item_id, bundle_id) = 1 AND num_nulls(item_version_id, bundle_version_id) = 1);
`),
  // Whether the chip of the applicant's card was read or the document looked at.
  defineMigration('20261203-60-intake-identified-by', `
ALTER TABLE intake.draft ADD COLUMN identified_by text CHECK (identified_by IN ('card', 'sight'));
`),
  // Who stands at the counter for the applicant: name, masked numbers, authority.
  defineMigration('20261204-61-intake-agent', 'ALTER TABLE intake.draft ADD COLUMN agent jsonb;'),
];
