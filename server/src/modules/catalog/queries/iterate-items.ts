import { sql } from 'kysely';
import type { QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ElementName, ItemElements, listStaffItems as listOperation, StaffItem, VersionState } from '../contract.ts';
import { versionMark } from '../import/find-standing-items.ts';
import type { CatalogTables } from '../tables.ts';
import { listStaffItems } from './list-staff-items.ts';

/** An item of a long list with some elements of its newest version. */
export interface IteratedItem {
  readonly itemId: string;
  readonly state: VersionState;
  readonly code: string;
  readonly name: string;
  readonly mark: string;
  readonly elements: Partial<ItemElements>;
}

const itemsTogether = 200;

/** Every item of a filtered list within the actor's scope, read in batches as they are asked for; only the given elements. */
export async function* iterateItems(
  ctx: Context, filter: Omit<QueryOf<typeof listOperation>, 'limit' | 'cursor'>, elements: readonly ElementName[],
): AsyncGenerator<IteratedItem> {
  let cursor: string | undefined;
  do {
    const page = await listStaffItems(ctx, { ...filter, limit: itemsTogether, ...(cursor === undefined ? {} : { cursor }) });
    yield* await readElements(ctx, page.items, elements);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function readElements(ctx: Context, items: readonly StaffItem[], elements: readonly ElementName[]): Promise<IteratedItem[]> {
  if (items.length === 0) return [];
  const some = sql<Partial<ItemElements>>`(SELECT jsonb_object_agg(key, value) FROM jsonb_each(elements) WHERE key = ANY(${[...elements, 'localTaskCode', 'name']}))`;
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion')
    .select(['id', 'number', 'revision', 'state', some.as('some')]).where('id', 'in', items.map(({ latestVersionId }) => latestVersionId)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return items.flatMap(({ id: itemId, latestVersionId }) => {
    const row = byId.get(latestVersionId);
    return row ? [{ itemId, state: row.state, code: row.some.localTaskCode ?? '', name: row.some.name ?? '', mark: versionMark(row), elements: row.some }] : [];
  });
}
