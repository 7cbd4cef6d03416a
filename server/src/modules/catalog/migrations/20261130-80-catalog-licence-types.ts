import { defineMigration } from '../../../kernel/db/index.ts';

/** What the checks of an item know of the licence catalogue, told by it; and which versions give a licence (LIC-01). */
export const catalogLicenceTypes = defineMigration('20261130-80-catalog-licence-types', `
CREATE TABLE catalog.licence_type (code text PRIMARY KEY, name text NOT NULL, retired boolean NOT NULL, form_lines jsonb NOT NULL);

-- Called within the statement that writes the type, so that neither is there without the other.
CREATE FUNCTION catalog.know_licence_type(code_ text, name_ text, retired_ boolean, form_lines_ jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO catalog.licence_type (code, name, retired, form_lines) VALUES (code_, name_, retired_, form_lines_)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, retired = excluded.retired, form_lines = excluded.form_lines
$$;

CREATE INDEX item_version_licence ON catalog.item_version ((elements #>> '{handling,licenceTypeCode}'))
  WHERE state IN ('draft', 'in-review', 'approved', 'published') AND elements #>> '{handling,licenceTypeCode}' IS NOT NULL;
CREATE INDEX item_version_licence_results ON catalog.item_version USING gin ((elements -> 'results') jsonb_path_ops)
  WHERE state IN ('draft', 'in-review', 'approved', 'published') AND jsonb_path_exists(elements -> 'results', '$[*].licenceTypeCode');
`);
