import { defineMigration } from '../../../kernel/db/index.ts';

/** What lists have said of items, so that a later list is compared with the earlier one and not only with our content (CAT-12). */
export const catalogListedItem = defineMigration('20261128-66-catalog-listed-item', `
CREATE TABLE catalog.listed_item (
  item_id uuid PRIMARY KEY REFERENCES catalog.item (id) ON DELETE CASCADE,
  said jsonb NOT NULL
);
`);
