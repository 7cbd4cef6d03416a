import type { Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requirePerson, requireScope, requireStaff, singleScopes, type SingleScope, type StaffActor } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { applicationStates, type BundleApplicationLine, type listBundleApplications, type listMyBundleApplications } from '../contract.ts';
import type { ApplicationRecord } from '../record.ts';
import type { BundleApplicationsTables } from '../tables.ts';
import { presentLine } from './view-application.ts';

const table = (ctx: Context) => tablesOf<BundleApplicationsTables>(ctx.kernel.db).selectFrom('bundleApplications.application as a');
type Filter = Pick<QueryOf<typeof listBundleApplications>, 'q' | 'state' | 'bundleId'>;

/** The condition for applications `a` in a scope: that of the lead, or of a department of one of the items. */
function within(actor: StaffActor, scope: SingleScope) {
  switch (scope.kind) {
    case 'all': return sql<boolean>`true`;
    case 'region': return sql<boolean>`a.region_code LIKE ${`${regionPrefix(scope.regionCode)}%`}`;
    case 'organization': return sql<boolean>`EXISTS (SELECT FROM unnest(a.participant_paths) p WHERE starts_with(p, ${scope.organizationPath}))`;
    case 'own': return sql<boolean>`a.participant_paths @> ARRAY[${actor.organizationPath}]`;
  }
}

function filtered(ctx: Context, { q, state, bundleId }: Filter) {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, 'bundle-applications.application.view'));
  let query = table(ctx).where((where) => where.or([...scopes.map((scope) => within(actor, scope)), where('a.ownerId', '=', actor.id)]));
  if (state) query = query.where('a.state', '=', state);
  if (bundleId) query = query.where('a.bundleId', '=', bundleId);
  const words = q?.trim();
  if (words) query = query.where(sql<boolean>`(a.number || ' ' || a.applicant_name || ' ' || a.bundle_name) ILIKE ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`);
  return query;
}

async function pageFrom(ctx: Context, query: ReturnType<typeof table>, { limit = 20, cursor }: { limit?: number; cursor?: string }): Promise<Page<BundleApplicationLine>> {
  let paged = query.selectAll('a').orderBy('a.id', 'desc').limit(limit + 1);
  if (cursor !== undefined) paged = paged.where('a.id', '<', cursorId(decodeCursor(cursor, 1)[0]));
  const rows: ApplicationRecord[] = await paged.execute();
  const children = rows.length === 0 ? [] : await tablesOf<BundleApplicationsTables>(ctx.kernel.db).selectFrom('bundleApplications.child').selectAll()
    .where('applicationId', 'in', rows.map(({ id }) => id)).orderBy('position').execute();
  return pageOf(rows, limit, ({ id }) => [id], (row) => presentLine(row, children.filter(({ applicationId }) => applicationId === row.id)));
}

/** Bundles that the person, or whom the person acts for in this session, has applied for; newest first. */
export async function findMyApplications(ctx: Context, input: QueryOf<typeof listMyBundleApplications>): Promise<Page<BundleApplicationLine>> {
  const actor = requirePerson(ctx);
  if (actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
  const { kind, id } = actor.actingFor ?? { kind: 'person' as const, id: actor.id };
  return pageFrom(ctx, table(ctx).where('a.applicantKind', '=', kind).where('a.applicantId', '=', id), input);
}

/** Applications within the officer's scope, newest first, with how many the other filters find by state. */
export async function findApplications(ctx: Context, input: QueryOf<typeof listBundleApplications>): Promise<ResponseOf<typeof listBundleApplications>> {
  const { state: _state, ...others } = input;
  const [page, counted] = await Promise.all([
    pageFrom(ctx, filtered(ctx, input), input),
    filtered(ctx, others).select(['a.state']).select(({ fn }) => fn.countAll<number>().as('count')).groupBy('a.state').execute(),
  ]);
  return { ...page, counts: applicationStates.map((state) => ({ state, count: Number(counted.find((one) => one.state === state)?.count ?? 0) })) };
}
