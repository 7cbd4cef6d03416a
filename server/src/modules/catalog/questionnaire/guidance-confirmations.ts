import { createHash } from 'node:crypto';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { groupBy } from '../../../kernel/group-by.ts';
import type { ItemElements } from '../contract.ts';
import { ordered } from '../import/find-standing-items.ts';
import type { CatalogTables } from '../tables.ts';

/** What a department has confirmed of an item's guidance: who, when, and with which opinion; kept as it was made. */
export interface GuidanceConfirmation {
  readonly itemId: string;
  readonly versionId: string;
  readonly digest: string;
  readonly organizationName: string;
  readonly opinion: string;
}

/** SM3 of the questions, situations and what decides on materials: guidance that is the same in a later version stays confirmed. */
export function guidanceDigestOf({ questionnaire, materials, handling }: Pick<ItemElements, 'questionnaire' | 'materials' | 'handling'>): string {
  const needs = materials.map(({ key, name, when, situations }) => ({ key, name, when, situations }));
  return createHash('sm3').update(ordered({ questionnaire, needs, formKey: handling.formKey })).digest('hex');
}

/** Adds the actor's confirmation to a batch. */
export function addGuidanceConfirmation(ctx: Context, batch: WriteBatch, confirmation: GuidanceConfirmation): void {
  writesFor<CatalogTables>(batch).insert('catalog.guidanceConfirmation', {
    id: createId(), ...confirmation, confirmedById: ctx.actor.id, confirmedByName: ctx.actor.name, confirmedAt: ctx.kernel.clock.now(),
  });
}

/** The newest confirmation of exactly this guidance of an item. */
export async function findGuidanceConfirmation(kernel: Kernel, itemId: string, digest: string) {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.guidanceConfirmation').selectAll()
    .where('itemId', '=', itemId).where('digest', '=', digest).orderBy('id', 'desc').limit(1).executeTakeFirst();
}

const none: ReadonlySet<string> = new Set();

/** The digests of guidance that was confirmed, for any number of items in one statement. */
export async function loadGuidanceConfirmations(kernel: Kernel, itemIds: readonly string[]): Promise<(itemId: string) => ReadonlySet<string>> {
  if (itemIds.length === 0) return () => none;
  const rows = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.guidanceConfirmation').select(['itemId', 'digest']).where('itemId', 'in', itemIds).execute();
  const byItem = groupBy(rows, ({ itemId }) => itemId);
  return (itemId) => {
    const confirmed = byItem.get(itemId);
    return confirmed === undefined ? none : new Set(confirmed.map(({ digest }) => digest));
  };
}
