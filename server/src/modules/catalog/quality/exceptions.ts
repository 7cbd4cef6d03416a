import type { Context, Kernel } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { QualityFinding } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

/** A finding that was let stand for one item, as long as its words stay the same. */
export interface FindingException {
  readonly itemId: string;
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly reason: string;
}

/** An exception with who accepted it, and when. */
export type StoredException = FindingException & { readonly acceptedByName: string; readonly acceptedAt: Date };

/** Adds an exception to a batch; the same one twice is one. */
export function addException(ctx: Context, batch: WriteBatch, exception: FindingException): void {
  writesFor<CatalogTables>(batch).insert('catalog.qualityException', {
    id: createId(), ...exception, acceptedById: ctx.actor.id, acceptedByName: ctx.actor.name, acceptedAt: ctx.kernel.clock.now(),
  }, 'nothing');
}

/** Takes an exception back. */
export function removeException(batch: WriteBatch, { itemId, rule, path }: Pick<FindingException, 'itemId' | 'rule' | 'path'>): void {
  writesFor<CatalogTables>(batch).delete('catalog.qualityException', { itemId, rule, path });
}

/** The exceptions of some items. */
export async function listExceptions(kernel: Kernel, itemIds: readonly string[]): Promise<StoredException[]> {
  if (itemIds.length === 0) return [];
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.qualityException')
    .select(['itemId', 'rule', 'path', 'message', 'reason', 'acceptedByName', 'acceptedAt']).where('itemId', 'in', itemIds).execute();
}

/** The exceptions of some items, by item. */
export async function loadExceptions(kernel: Kernel, itemIds: readonly string[]): Promise<(itemId: string) => readonly StoredException[]> {
  const byItem = new Map<string, StoredException[]>();
  for (const row of await listExceptions(kernel, itemIds)) byItem.set(row.itemId, [...byItem.get(row.itemId) ?? [], row]);
  return (itemId) => byItem.get(itemId) ?? [];
}

/** Marks the findings that an exception lets stand. */
export function markExceptions(findings: readonly QualityFinding[], exceptions: readonly StoredException[]): QualityFinding[] {
  if (exceptions.length === 0) return [...findings];
  return findings.map((finding) => {
    const found = exceptions.find(({ rule, path, message }) => rule === finding.rule && path === finding.path && message === finding.message);
    return found === undefined ? finding
      : { ...finding, exception: { reason: found.reason, byName: found.acceptedByName, at: found.acceptedAt.toISOString() } };
  });
}
