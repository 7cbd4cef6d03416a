import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { groupBy } from '../../../kernel/group-by.ts';
import { loadGuidanceConfirmations } from '../questionnaire/guidance-confirmations.ts';
import type { CatalogTables } from '../tables.ts';
import type { Surroundings } from './surroundings.ts';

/** What the rules ask about one item among the others. */
type Related = Pick<Surroundings, 'namesakes' | 'inCycle' | 'handlingItems' | 'guidanceConfirmed'>;

/** What was found of one item, with the digests of its guidance that was confirmed. */
export interface Relations { readonly known: Related; readonly confirmations: ReadonlySet<string> }

export interface NamedItem { readonly itemId: string; readonly name: string; readonly organizationId: string }

/** Namesakes of the same department, handling items and rings of them, and confirmed guidance, for any number of items in four statements. */
export async function loadRelations(kernel: Kernel, items: readonly NamedItem[]): Promise<(item: NamedItem) => Relations> {
  if (items.length === 0) return () => ({ known: {}, confirmations: new Set() });
  const ids = items.map(({ itemId }) => itemId);
  const [named, ringed, below, confirmationsOf] = await Promise.all([
    listNamed(kernel, items), listRinged(kernel, items), listHandlingItems(kernel, ids), loadGuidanceConfirmations(kernel, ids),
  ]);
  const [sameName, children] = [groupBy(named, ({ name }) => name), groupBy(below, ({ parentItemId }) => parentItemId)];
  return ({ itemId, name, organizationId }) => {
    const confirmations = confirmationsOf(itemId);
    const known: Related = {
      namesakes: (sameName.get(name) ?? []).filter((other) => other.id !== itemId && other.organizationId === organizationId).map(({ localTaskCode }) => localTaskCode),
      inCycle: ringed.has(itemId),
      handlingItems: (children.get(itemId) ?? []).map(({ id, name: called, publishedVersionId }) => ({ id, name: called, published: publishedVersionId !== null })),
      // The digest takes longer to work out than any rule: only where something was confirmed.
      guidanceConfirmed: (digestOf) => confirmations.size > 0 && confirmations.has(digestOf()),
    };
    return { known, confirmations };
  };
}

/** Found by their names alone: an imported list is mostly of one department, whose items would all be read again and again. */
async function listNamed(kernel: Kernel, items: readonly NamedItem[]) {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(['id', 'name', 'organizationId', 'localTaskCode'])
    .where('name', 'in', [...new Set(items.map(({ name }) => name))]).where('publishedVersionId', 'is not', null).orderBy('localTaskCode').execute();
}

async function listHandlingItems(kernel: Kernel, ids: readonly string[]) {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(['id', 'name', 'parentItemId', 'publishedVersionId']).where('parentItemId', 'in', ids).execute();
}

/** Items that are their own ancestor; a chain is followed for twenty steps, more than any list has levels. */
async function listRinged(kernel: Kernel, items: readonly NamedItem[]): Promise<Set<string>> {
  const { rows } = await sql<{ item: string }>`
    WITH RECURSIVE up (item, ancestor, step) AS (
      SELECT id, parent_item_id, 1 FROM catalog.item WHERE id = ANY(${items.map(({ itemId }) => itemId)}::uuid[]) AND parent_item_id IS NOT NULL
      UNION ALL
      SELECT up.item, i.parent_item_id, up.step + 1 FROM up JOIN catalog.item i ON i.id = up.ancestor
      WHERE up.ancestor <> up.item AND i.parent_item_id IS NOT NULL AND up.step < 20)
    SELECT DISTINCT item FROM up WHERE ancestor = item`.execute(tablesOf<CatalogTables>(kernel.db));
  return new Set(rows.map(({ item }) => item));
}
