import { defineMigration } from '../../../kernel/db/index.ts';

/** One row per case, so that an event delivered twice counts once. */
export const catalogItemUse = defineMigration('20261121-51-catalog-item-use', `
DROP TABLE catalog.item_use;
CREATE TABLE catalog.item_use (
  case_id uuid PRIMARY KEY,
  item_id uuid NOT NULL,
  day date NOT NULL
);
CREATE INDEX item_use_day ON catalog.item_use (day);
`);
