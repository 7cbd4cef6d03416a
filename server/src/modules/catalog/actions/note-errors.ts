import type { WriteBatch } from '../../../kernel/db/index.ts';

/** How many errors a check has found of a version. */
export interface FoundErrors { readonly itemId: string; readonly versionId: string; readonly errors: number }

/** Brings the staff list in line with what checks have found; only of newest versions, which are what it shows. */
export function noteErrors(batch: WriteBatch, found: readonly FoundErrors[]): void {
  batch.call('catalog.note_errors(?::json)', [JSON.stringify(found.map(({ itemId, versionId, errors }) => ({ item_id: itemId, version_id: versionId, errors })))]);
}
