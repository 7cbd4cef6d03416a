import { defineMigration } from '../../../kernel/db/index.ts';

/** What checks have found of newest versions, so that the staff list can be filtered by it (CAT-04). */
export const catalogNoteErrors = defineMigration('20261204-50-catalog-note-errors', `
-- An item that somebody changes at this moment is passed over: the change counts for itself.
CREATE FUNCTION catalog.note_errors(found json) RETURNS void LANGUAGE sql AS $$
  UPDATE catalog.item i SET error_count = f.errors
  FROM (
    SELECT t.id, r.errors FROM json_to_recordset(found) AS r (item_id uuid, version_id uuid, errors integer)
    JOIN catalog.item t ON t.id = r.item_id AND t.latest_version_id = r.version_id AND t.error_count IS DISTINCT FROM r.errors
    ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED
  ) f WHERE i.id = f.id
$$;
`);
