import type { ExpressionBuilder } from 'kysely';
import type { QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { bundleStates, type BundleSummary, type CatalogueFilter, type listBundleCatalogue as operation, type listBundles as publicOperation } from '../contract.ts';
import type { BundlesTables } from '../tables.ts';
import type { BundleRow } from './get-records.ts';

type Query = QueryOf<typeof operation>;
type Builder = ExpressionBuilder<BundlesTables, 'bundles.bundle'>;

/** The catalogue of bundles in the order of their codes, with how far the city has come (BDL-01). */
export async function listCatalogue(ctx: Context, query: Query) {
  const db = tablesOf<BundlesTables>(ctx.kernel.db);
  const limit = query.limit ?? 20;
  const [rows, counts, batches] = await Promise.all([
    db.selectFrom('bundles.bundle').selectAll().where((eb) => eb.and([...narrow(eb, query), ...follow(eb, query.cursor)]))
      .orderBy('code').orderBy('id').limit(limit + 1).execute(),
    db.selectFrom('bundles.bundle').select(['state', ({ fn }) => fn.countAll<number>().as('count')])
      .where((eb) => eb.and(narrow(eb, { ...query, state: undefined, renewal: undefined }))).groupBy('state').execute(),
    db.selectFrom('bundles.bundle').select('batch').distinct().where('batch', 'is not', null).orderBy('batch').execute(),
  ]);
  return {
    ...pageOf(rows, limit, ({ code, id }) => [code, id], presentBundle),
    counts: bundleStates.map((state) => ({ state, count: Number(counts.find((one) => one.state === state)?.count ?? 0) })),
    batches: batches.flatMap(({ batch }) => batch ?? []),
  };
}

/** All entries that the filters find, for export; a catalogue has hundreds, not thousands. */
export async function findEntries(ctx: Context, filter: CatalogueFilter): Promise<BundleSummary[]> {
  const rows = await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundle').selectAll().where((eb) => eb.and(narrow(eb, filter))).orderBy('code').orderBy('id').limit(5000).execute();
  return rows.map(presentBundle);
}

type Narrowing = { [name in keyof CatalogueFilter]?: CatalogueFilter[name] | undefined };

function narrow(eb: Builder, { q, state, renewal, batch, audience, leadOrganizationId }: Narrowing) {
  const like = q === undefined ? '' : `%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return [
    ...(q === undefined ? [] : [eb.or([eb('name', 'like', like), eb('code', 'like', like), eb('leadDepartmentName', 'like', like), eb('leadName', 'like', like)])]),
    ...(state === undefined ? [] : [eb('state', '=', state)]),
    ...(renewal === undefined ? [] : [eb('renewal', '=', renewal)]),
    ...(batch === undefined ? [] : [eb('batch', '=', batch)]),
    ...(audience === undefined ? [] : [eb('audience', '=', audience)]),
    ...(leadOrganizationId === undefined ? [] : [eb('leadOrganizationId', '=', leadOrganizationId)]),
  ];
}

function follow(eb: Builder, cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [code, id] = decodeCursor(cursor, 2);
  return [eb(eb.refTuple('code', 'id'), '>', eb.tuple(String(code), cursorId(id)))];
}

/** What anyone may find. */
export async function listPublished(ctx: Context, { audience, q }: QueryOf<typeof publicOperation>) {
  let query = tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundle as b').innerJoin('bundles.bundleVersion as v', 'v.id', 'b.publishedVersionId')
    .select(['b.id', 'b.name', 'b.audience', 'b.leadName', 'v.content']);
  if (audience !== undefined) query = query.where('b.audience', '=', audience);
  if (q !== undefined) query = query.where('b.name', 'like', `%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`);
  const rows = await query.orderBy('b.name').limit(500).execute();
  return rows.map(({ id, name, audience: whose, leadName, content }) => ({
    id, name, audience: whose, summary: content.summary ?? null, leadDepartmentName: leadName, itemNames: content.items.map((item) => item.name),
  }));
}

/** A line of the catalogue. */
export function presentBundle(row: BundleRow): BundleSummary {
  return {
    id: row.id, code: row.code, name: row.name, batch: row.batch, audience: row.audience, leadDepartmentName: row.leadDepartmentName,
    cooperatingDepartmentNames: row.cooperatingDepartmentNames,
    lead: row.leadOrganizationId === null ? null : { id: row.leadOrganizationId, name: row.leadName ?? '' },
    state: row.state, renewal: row.renewal, versionId: row.latestVersionId, versionNumber: row.latestVersionNumber, publishedVersionId: row.publishedVersionId,
    itemCount: row.itemCount, updatedAt: row.updatedAt.toISOString(),
  };
}
