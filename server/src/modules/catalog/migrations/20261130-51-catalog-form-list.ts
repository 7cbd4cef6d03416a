import { defineMigration } from '../../../kernel/db/index.ts';

/** Which forms use which data element, and which versions have forms at all (FRM-02, FRM-04). */
export const catalogFormList = defineMigration('20261130-51-catalog-form-list', `
CREATE INDEX item_version_data_elements ON catalog.item_version
  USING gin (jsonb_path_query_array(elements -> 'forms', '$[*].definition.sections[*].rows[*].cells[*].field.**.dataElement'))
  WHERE state IN ('draft', 'in-review', 'approved', 'published') AND elements -> 'forms' <> '[]'::jsonb;
CREATE INDEX item_version_with_forms ON catalog.item_version (item_id, number)
  WHERE state IN ('draft', 'in-review', 'approved', 'published') AND elements -> 'forms' <> '[]'::jsonb;
`);
