import { defineMigration } from '../../../kernel/db/index.ts';

/**
 * Words, filters and reach of the staff list in one index: what the vector of words lacks comes from the row's own columns,
 * so that it cannot be behind. The function is dear by declaration, for what `kernel.by_index` is (ADR 0008).
 */
export const catalogListVector = defineMigration('20261128-65-catalog-list-vector', `
CREATE FUNCTION catalog.list_vector(words tsvector, state text, errors integer, tags text[], life_stages text[], organization_path text)
RETURNS tsvector LANGUAGE plpgsql IMMUTABLE COST 5000 AS $$
BEGIN
  RETURN words || array_to_tsvector(
    ARRAY['s~' || state, CASE WHEN errors > 0 THEN 'q~faulty' WHEN errors = 0 THEN 'q~clean' ELSE 'q~unchecked' END]
    || ARRAY(SELECT 'g~' || tag FROM unnest(tags) AS tag) || ARRAY(SELECT 'l~' || stage FROM unnest(life_stages) AS stage)
    || ARRAY(SELECT 'a~' || id FROM unnest(string_to_array(organization_path, '/')) AS id WHERE id <> ''));
END $$;

CREATE INDEX item_list_vector ON catalog.item
  USING gin (catalog.list_vector(staff_vector, latest_state, error_count, tags, life_stages, organization_path)) WITH (fastupdate = off);
DROP INDEX catalog.item_staff_vector;
ANALYZE catalog.item;
`);
