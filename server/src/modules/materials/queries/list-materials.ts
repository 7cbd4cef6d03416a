import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely';
import type { QueryOf } from '@tongban/contract-kit';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { cursorId, cursorNumber, decodeCursor, encodeCursor, tablesOf } from '../../../kernel/db/index.ts';
import { planSearch } from '../../../kernel/search/index.ts';
import type { listMaterials as operation, MaterialSearchPage, MaterialSummary } from '../library.contract.ts';
import { findMaterials, recordColumns, type MaterialRecord } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';
import { countUses } from './count-uses.ts';

type Query = QueryOf<typeof operation>;
type Builder = ExpressionBuilder<MaterialsTables, 'materials.material'>;
type Match = MaterialSearchPage['match'];
interface Found extends MaterialRecord { score: number }

/** Standard materials by code, words, sound or a near name; without words the last changed first (CAT-05). */
export async function findStandardMaterials(ctx: Context, query: Query): Promise<MaterialSearchPage> {
  const limit = query.limit ?? 20;
  const place = query.cursor === undefined ? undefined : readPlace(query.cursor);
  const { match, rows } = await findFirst(ctx.kernel, query, limit + 1, place);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: await summarise(ctx.kernel, shown), nextCursor: last ? encodeCursor([match, last.score, last.id]) : null, match };
}

interface Place { match: Match; score: number; id: string }

const matches = ['all', 'code', 'words', 'pinyin', 'similar', 'some-words'] as const satisfies readonly Match[];

function readPlace(cursor: string): Place {
  const [match, score, id] = decodeCursor(cursor, 3);
  return { match: matches.find((one) => one === match) ?? 'all', score: cursorNumber(score), id: cursorId(id) };
}

/** What is typed as a code: CL-000123, cl123, or its digits alone. */
function typedCode(typed: string): string | undefined {
  const digits = /^(?:cl-?)?(\d{3,6})$/i.exec(typed.normalize('NFKC').trim())?.[1];
  return digits === undefined ? undefined : `CL-${digits.padStart(6, '0')}`;
}

async function findFirst(kernel: Kernel, query: Query, limit: number, place: Place | undefined): Promise<{ match: Match; rows: Found[] }> {
  const code = typedCode(query.q ?? '');
  if (code !== undefined) return { match: 'code', rows: await run(kernel, limit, place, sql<number>`0`, (eb) => [...narrow(eb, { ...query, state: query.state ?? 'any' }), eb('code', '=', code)]) };
  const attempts = planSearch(query.q ?? '').filter(({ match }) => place === undefined || match === place.match);
  if (attempts.length === 0) {
    const changed = sql<number>`extract(epoch FROM date_trunc('milliseconds', updated_at))::float8`;
    return { match: 'all', rows: await run(kernel, limit, place, changed, (eb) => narrow(eb, query)) };
  }
  for (const { match, tsquery } of attempts) {
    const found = sql<boolean>`vector @@ ${tsquery}::tsquery`;
    const rank = sql<number>`(ts_rank('{0.01,0.2,0.5,1}', vector, ${tsquery}::tsquery)::float8 - least(char_length(name), 60) * 0.002::float8)`;
    const rows = await run(kernel, limit, place, rank, (eb) => [...narrow(eb, query), found]);
    if (rows.length > 0) return { match, rows };
  }
  return { match: attempts[0]?.match ?? 'all', rows: [] };
}

type Condition = ReturnType<Builder['or']> | ReturnType<typeof sql<boolean>>;

async function run(
  kernel: Kernel, limit: number, place: Place | undefined, score: ReturnType<typeof sql<number>>, conditions: (eb: Builder) => Condition[],
): Promise<Found[]> {
  let query: SelectQueryBuilder<MaterialsTables, 'materials.material', Found> = tablesOf<MaterialsTables>(kernel.db)
    .selectFrom('materials.material').select(recordColumns).select(score.as('score')).where((eb) => eb.and(conditions(eb)));
  if (place) query = query.where(sql<boolean>`(${score}, id) < (${place.score}::float8, ${place.id}::uuid)`);
  return query.orderBy('score', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

function narrow(eb: Builder, { kind, state, type, source, sensitive, used, withLicenceType }: Omit<Query, 'state'> & { state?: Query['state'] | 'any' }): Condition[] {
  const inUse = sql<boolean>`EXISTS (SELECT FROM materials.material family JOIN materials.item_material use ON use.standard_code = family.code
    WHERE family.id = materials.material.id OR family.merged_into = materials.material.id)`;
  return [
    // What was merged stands behind the one it was merged into, unless it is asked for.
    ...(state === undefined ? [eb('state', '<>', 'merged')] : state === 'any' ? [] : [eb('state', '=', state)]),
    ...(kind === undefined ? [] : [eb('kind', '=', kind)]),
    ...(type === undefined ? [] : [eb('type', '=', type)]),
    ...(source === undefined ? [] : [eb('source', '=', source)]),
    ...(sensitive === undefined ? [] : [eb('sensitive', '=', sensitive)]),
    ...(used === undefined ? [] : [used ? inUse : eb.not(inUse)]),
    ...(withLicenceType === undefined ? [] : [sql<boolean>`(licence_types <> '{}') = ${withLicenceType}`]),
  ];
}

async function summarise(kernel: Kernel, records: readonly MaterialRecord[]): Promise<MaterialSummary[]> {
  const ids = records.map(({ id }) => id);
  const targets = records.flatMap(({ mergedInto }) => mergedInto ?? []);
  const [uses, files, kept] = await Promise.all([countUses(kernel, ids), countFiles(kernel, ids), findMaterials(kernel, targets)]);
  const keptById = new Map(kept.map(({ id, code, name }) => [id, { id, code, name }]));
  return records.map((record) => ({
    id: record.id, code: record.code, name: record.name, aliases: record.aliases, kind: record.kind, type: record.type, source: record.source,
    issuingAuthority: record.issuingAuthority, sensitive: record.sensitive, licenceTypes: record.licenceTypes, state: record.state, revision: record.revision,
    itemCount: uses.get(record.id) ?? 0, fileCount: files.get(record.id) ?? 0,
    mergedInto: record.mergedInto === null ? null : keptById.get(record.mergedInto) ?? null, updatedAt: record.updatedAt.toISOString(),
  }));
}

/** Files of each material and of those merged into it. */
export async function countFiles(kernel: Kernel, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.file as f').innerJoin('materials.material as m', 'm.id', 'f.materialId')
    .select([sql<string>`coalesce(m.merged_into, m.id)`.as('id'), sql<number>`count(*)::int`.as('count')])
    .where((eb) => eb.or([eb('m.id', 'in', ids), eb('m.mergedInto', 'in', ids)])).groupBy(sql`1`).execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}
