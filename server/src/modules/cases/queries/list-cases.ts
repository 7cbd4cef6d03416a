import type { Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { requirePerson, requireScope, requireStaff, singleScopes, type SingleScope, type StaffActor } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { mostCounted, type CaseSummary, type countCases, type listCases, type listMyCases } from '../contract.ts';
import { presentSummary, type ClockColumns } from '../present-case.ts';
import type { CasesTables } from '../tables.ts';

type Tables = CasesTables & { 'time.account': ClockColumns & { subjectType: string; subjectId: string } };
type Row = Selectable<CasesTables['cases.case']> & { promisedDueOn: string | null; level: ClockColumns['level'] | null };

export function baseQuery(ctx: Context) {
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('cases.case as c')
    .leftJoin('time.account as t', (join) => join.onRef('t.subjectId', '=', 'c.id').on('t.subjectType', '=', 'case'))
    .selectAll('c').select(['t.promisedDueOn', 't.level']);
}

type CaseQuery = ReturnType<typeof baseQuery>;

interface PageInput { limit?: number; cursor?: string; order?: 'newest' | 'oldest' }

function page(query: CaseQuery, { limit = 20, cursor, order = 'newest' }: PageInput) {
  const direction = order === 'newest' ? 'desc' : 'asc';
  const ordered = query.orderBy('c.submittedAt', direction).orderBy('c.id', direction).limit(limit + 1);
  if (cursor === undefined) return { limit, query: ordered };
  const [at, id] = decodeCursor(cursor, 2);
  const beyond = order === 'newest' ? sql`<` : sql`>`;
  return { limit, query: ordered.where(sql<boolean>`(c.submitted_at, c.id) ${beyond} (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`) };
}

async function run(ctx: Context, query: CaseQuery, input: PageInput): Promise<Page<CaseSummary>> {
  const paged = page(query, input);
  const rows: Row[] = await paged.query.execute();
  return pageOf(rows, paged.limit, (row) => [row.submittedAt.toISOString(), row.id], (row) => presentSummary(ctx, row, row));
}

/** Statuses of cases that are not over. */
export const openStatuses = ['submitted', 'supplementing', 'accepted', 'paused', 'decided'] as const;

/** Cases of the person, or of whom the person acts for in this session, newest first. */
export async function findMyCases(ctx: Context, input: QueryOf<typeof listMyCases>): Promise<Page<CaseSummary>> {
  const actor = requirePerson(ctx);
  const holder = actor.actingFor ?? { kind: 'person', id: actor.id };
  let query = baseQuery(ctx).where('c.applicantKind', '=', holder.kind === 'company' ? 'company' : 'person').where('c.applicantId', '=', holder.id);
  if (input.group === 'open') query = query.where('c.status', 'in', openStatuses);
  if (input.group === 'closed') query = query.where('c.status', 'not in', openStatuses);
  return run(ctx, query, input);
}

/** The condition for cases `c` that lie in a scope. */
export function within(actor: StaffActor, scope: SingleScope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'all': return sql<boolean>`true`;
    case 'region': return sql<boolean>`c.region_code LIKE ${`${regionPrefix(scope.regionCode)}%`}`;
    case 'organization': return sql<boolean>`EXISTS (SELECT FROM unnest(c.participant_paths) p WHERE p LIKE ${`${scope.organizationPath}%`})`;
    case 'own': return sql<boolean>`c.participant_paths @> ARRAY[${actor.organizationPath}]`;
  }
}

/** Cases within the officer's scope that a filter lets through. */
function filtered(ctx: Context, input: QueryOf<typeof countCases>): CaseQuery {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, 'cases.case.view'));
  let query = baseQuery(ctx).where((where) => where.or(scopes.map((scope) => within(actor, scope))));
  if (input.status) query = query.where('c.status', '=', input.status);
  if (input.level) query = query.where('t.level', '=', input.level);
  if (input.deliveryMethod) query = query.where('c.deliveryMethod', '=', input.deliveryMethod);
  if (input.returned === true) query = query.where(sql<boolean>`c.state ? 'returnedOn'`);
  if (input.itemId) query = query.where('c.itemId', '=', input.itemId);
  if (input.submittedFrom) query = query.where('c.submittedAt', '>=', startOfChinaDay(input.submittedFrom));
  if (input.submittedTo) query = query.where('c.submittedAt', '<', new Date(startOfChinaDay(input.submittedTo).getTime() + 86_400_000));
  const words = input.q?.trim();
  if (words) query = query.where(sql<boolean>`(c.number || ' ' || c.applicant_name || ' ' || c.item_name || ' ' || coalesce(c.agent->>'name', CASE WHEN c.filer_kind = 'agent' THEN c.filer_name END, '')) ILIKE ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`);
  return query;
}

/** Cases within the officer's scope, filtered; by the time of application, newest first unless asked otherwise. */
export async function findCases(ctx: Context, input: QueryOf<typeof listCases>): Promise<Page<CaseSummary>> {
  return run(ctx, filtered(ctx, input), input);
}

/** How many cases `findCases` finds, counted up to `mostCounted`. */
export async function countFoundCases(ctx: Context, input: QueryOf<typeof countCases>): Promise<ResponseOf<typeof countCases>> {
  const found = filtered(ctx, input).clearSelect().select('c.id').limit(mostCounted + 1).as('found');
  const { count } = await tablesOf<Tables>(ctx.kernel.db).selectFrom(found).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}
