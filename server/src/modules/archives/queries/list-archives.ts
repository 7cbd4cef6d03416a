import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import type { ArchiveFigures, ArchiveFilter, ArchiveLine, listArchives as operation } from '../contract.ts';
import { viewPermission } from '../permissions.ts';
import type { ArchivesTables } from '../tables.ts';
import type { ArchiveRecord } from './archive-record.ts';

/** Archives that a filter leaves of those within the actor's scope, unordered. */
export async function filterArchives(ctx: Context, { state, q = '', organizationId, regionCode, years, expiring, from, to }: ArchiveFilter) {
  let query = tablesOf<ArchivesTables>(ctx.kernel.db).selectFrom('archives.archive as a').selectAll('a')
    .where(scopeFilter(requireScope(ctx, viewPermission), ctx.actor, { organizationPath: 'a.organizationPath', regionCode: 'a.regionCode' }));
  if (state) query = query.where('a.state', '=', state);
  if (organizationId) {
    const { path } = await getOrganization(ctx, organizationId);
    query = query.where(sql<boolean>`starts_with(a.organization_path, ${path})`);
  }
  if (regionCode) query = query.where('a.regionCode', 'like', `${regionPrefix(regionCode)}%`);
  if (years === 'permanent') query = query.where('a.retentionYears', 'is', null).where('a.number', 'is not', null);
  else if (years === 'other') query = query.where('a.retentionYears', 'not in', [10, 30]);
  else if (years) query = query.where('a.retentionYears', '=', Number(years));
  if (expiring === true) query = query.where('a.expiresOn', '<=', addCalendarDays(chinaDate(ctx.kernel.clock.now()), 92));
  if (from) query = query.where('a.endedAt', '>=', startOfChinaDay(from));
  if (to) query = query.where('a.endedAt', '<', new Date(startOfChinaDay(to).getTime() + 86_400_000));
  const text = q.trim().replace(/[\\%_]/g, '\\$&');
  if (text !== '') query = query.where(sql<boolean>`(a.case_number LIKE ${`${text.toUpperCase()}%`} OR a.number = ${text.toUpperCase()} OR a.applicant_name LIKE ${`%${text}%`} OR a.item_name LIKE ${`%${text}%`})`);
  return query;
}

export function presentArchive(row: ArchiveRecord): ArchiveLine {
  const { id, caseId, caseNumber, number, itemName, applicantName, organizationName, ending, endedAt, state, retentionYears, expiresOn, archivedAt, edition, faults, size } = row;
  return {
    id, caseId, caseNumber, number, itemName, applicantName, organizationName, ending, endedAt: endedAt.toISOString(), state, retentionYears, expiresOn,
    archivedAt: archivedAt?.toISOString() ?? null, edition, faults, size: size === null ? null : Number(size),
  };
}

/** Archives within the actor's scope, those of cases that ended last first (INT-08). */
export async function findArchives(ctx: Context, { limit = 20, cursor, ...filter }: QueryOf<typeof operation>): Promise<Page<ArchiveLine>> {
  let query = await filterArchives(ctx, filter);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2).map(String);
    query = query.where(sql<boolean>`(a.ended_at, a.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('a.endedAt', 'desc').orderBy('a.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ endedAt, id }) => [endedAt.toISOString(), id], presentArchive);
}

/** How many archives stand where, and each department's share. */
export async function readFigures(ctx: Context): Promise<ArchiveFigures> {
  const query = await filterArchives(ctx, {});
  const today = chinaDate(ctx.kernel.clock.now());
  const [states, departments] = await Promise.all([
    query.clearSelect().select([
      sql<number>`count(*) FILTER (WHERE a.state = 'waiting')::int`.as('waiting'), sql<number>`count(*) FILTER (WHERE a.state = 'archived')::int`.as('archived'),
      sql<number>`count(*) FILTER (WHERE a.state = 'faulty')::int`.as('faulty'), sql<number>`count(*) FILTER (WHERE a.expires_on <= ${addCalendarDays(today, 92)}::date)::int`.as('expiring'),
    ]).executeTakeFirstOrThrow(),
    query.clearSelect().select(['a.organizationId', 'a.organizationName as name', sql<number>`count(*)::int`.as('ended'),
      sql<number>`count(*) FILTER (WHERE a.state = 'archived')::int`.as('archived'), sql<number>`count(*) FILTER (WHERE a.state = 'faulty')::int`.as('faulty')])
      .groupBy(['a.organizationId', 'a.organizationName']).orderBy('ended', 'desc').limit(100).execute(),
  ]);
  return { ...states, departments };
}
