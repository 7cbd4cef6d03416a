import { defineMigration } from '../../../kernel/db/index.ts';

/** Why an item can never be worked on again: the power it rested on has ended. */
export const catalogItemClosed = defineMigration('20261128-58-catalog-item-closed', `
ALTER TABLE catalog.item ADD COLUMN closed_reason text;
`);
