import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { loadGuidanceConfirmations } from '../questionnaire/guidance-confirmations.ts';
import type { CatalogTables } from '../tables.ts';
import type { Surroundings } from './surroundings.ts';

/** What the rules ask about one item among the others. */
type Relations = Pick<Surroundings, 'namesakes' | 'inCycle' | 'handlingItems' | 'guidanceConfirmed'>;

interface NamedItem { readonly itemId: string; readonly name: string; readonly organizationId: string }

/** Namesakes of the same department, handling items and rings of them, and confirmed guidance, for any number of items in four statements. */
export async function loadRelations(kernel: Kernel, items: readonly NamedItem[]): Promise<(item: NamedItem) => Relations> {
  if (items.length === 0) return () => ({});
  const ids = items.map(({ itemId }) => itemId);
  const [named, ringed, below, confirmed] = await Promise.all([
    listNamed(kernel, items), listRinged(kernel, items), listHandlingItems(kernel, ids), loadGuidanceConfirmations(kernel, ids),
  ]);
  return ({ itemId, name, organizationId }) => ({
    namesakes: named.filter((other) => other.id !== itemId && other.name === name && other.organizationId === organizationId).map(({ localTaskCode }) => localTaskCode),
    inCycle: ringed.has(itemId),
    handlingItems: below.filter(({ parentItemId }) => parentItemId === itemId).map(({ id, name: called, publishedVersionId }) => ({ id, name: called, published: publishedVersionId !== null })),
    guidanceConfirmed: (digestOf) => confirmed(itemId, digestOf),
  });
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
