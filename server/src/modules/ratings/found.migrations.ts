import { defineMigration } from '../../kernel/db/index.ts';

/** 违规收费 as an option of bad ratings, and what those who verify a bad rating find to be true (SUP-01). */
export const ratingsFound = defineMigration('20261204-25-ratings-found', `
-- From 90 on the options of a star are the city's own, beyond those of the national evaluators.
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order)
SELECT 'rating-option', o.code, '违规收费', max(e.sort_order) + o.place FROM kernel.dictionary_entry e CROSS JOIN (VALUES ('290', 1), ('190', 2)) AS o (code, place)
WHERE e.dictionary = 'rating-option' GROUP BY o.code, o.place ON CONFLICT DO NOTHING;
-- Options of bad ratings, whether or not the rater chose them.
ALTER TABLE ratings.rectification ADD COLUMN found_codes text[] NOT NULL DEFAULT '{}';
`);
