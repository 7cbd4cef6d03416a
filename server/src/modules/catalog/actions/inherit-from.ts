import { writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { ElementName } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

/** Adds to the batch that an existing item now hangs on an entry of the basic directory, which fixes these elements (CAT-02). */
export function inheritFrom(batch: WriteBatch, itemId: string, entry: { catalogCode: string | null; lockedElements: readonly ElementName[] }): void {
  writesFor<CatalogTables>(batch).update('catalog.item', { catalogCode: entry.catalogCode, lockedElements: [...entry.lockedElements] }, { id: itemId });
}
