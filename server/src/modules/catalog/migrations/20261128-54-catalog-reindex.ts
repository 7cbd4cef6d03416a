import { defineMigration } from '../../../kernel/db/index.ts';

/** The vectors of the staff list hold filters too: those written before are made again by `catalog.index-items`. */
export const catalogReindex = defineMigration('20261128-54-catalog-reindex', `
ALTER TABLE catalog.item ALTER COLUMN staff_vector SET STATISTICS 400;
UPDATE catalog.item SET staff_vector = NULL;
`);
