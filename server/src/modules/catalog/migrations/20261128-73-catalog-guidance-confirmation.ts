import { defineMigration } from '../../../kernel/db/index.ts';

/** What departments confirmed of the guidance of their items; kept as it was made (GDE-01). */
export const catalogGuidanceConfirmation = defineMigration('20261128-73-catalog-guidance-confirmation', `
CREATE TABLE catalog.guidance_confirmation (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES catalog.item (id),
  -- The version it was confirmed in; a draft may be thrown away later.
  version_id uuid NOT NULL,
  digest text NOT NULL,
  organization_name text NOT NULL,
  opinion text NOT NULL,
  confirmed_by_id text NOT NULL,
  confirmed_by_name text NOT NULL,
  confirmed_at timestamptz NOT NULL
);
CREATE INDEX guidance_confirmation_item ON catalog.guidance_confirmation (item_id, digest);

CREATE FUNCTION catalog.keep_guidance_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a confirmation is kept as it was made';
END $$;
CREATE TRIGGER guidance_confirmation_kept BEFORE UPDATE OR DELETE ON catalog.guidance_confirmation
  FOR EACH ROW EXECUTE FUNCTION catalog.keep_guidance_confirmation();
`);
