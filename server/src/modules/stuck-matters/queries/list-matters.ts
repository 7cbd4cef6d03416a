import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds, requireScope, requireStaff } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { finishedStates, type listMatters as operation, type MatterFilter, type MatterLine } from '../contract.ts';
import { presentLine, readWords } from '../present.ts';
import type { StuckMattersTables } from '../tables.ts';

const place = { organizationPath: 'm.organizationPath', regionCode: 'm.regionCode' };

/** Matters that a filter leaves of those the officer may see, unordered. */
export function filterMatters(ctx: Context, filter: MatterFilter) {
  const { id } = requireStaff(ctx);
  let query = tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter as m').selectAll('m')
    .where(sql<boolean>`(${scopeFilter(requireScope(ctx, 'stuck-matters.matter.view'), ctx.actor, place)} OR m.officer_id = ${id}::uuid OR m.companion_id = ${id}::uuid OR m.registered_by_id = ${id})`);
  if (filter.state) query = query.where('m.state', '=', filter.state);
  if (filter.finished !== undefined) query = query.where('m.state', filter.finished ? 'in' : 'not in', [...finishedStates]);
  if (filter.mine === true) query = query.where(waitsFor(ctx));
  if (filter.reasonCode) query = query.where('m.reasonCode', '=', filter.reasonCode);
  if (filter.organizationId) query = query.where(sql<boolean>`coalesce(m.organization_id, m.concerned_id) = ${filter.organizationId}::uuid`);
  if (filter.regionCode) query = query.where('m.regionCode', 'like', `${regionPrefix(filter.regionCode)}%`);
  if (filter.level) query = query.where('m.level', '=', filter.level).where('m.state', 'in', ['assigned', 'handling']);
  if (filter.channel) query = query.where('m.channel', '=', filter.channel);
  if (filter.from) query = query.where('m.registeredAt', '>=', startOfChinaDay(filter.from));
  if (filter.to) query = query.where('m.registeredAt', '<', new Date(startOfChinaDay(filter.to).getTime() + 86_400_000));
  const q = filter.q?.trim() ?? '';
  if (q !== '') {
    const text = q.replace(/[\\%_]/g, '\\$&');
    query = query.where(sql<boolean>`(m.number LIKE ${`${text.toUpperCase()}%`} OR m.case_number IN (${q}, ${q.toUpperCase()}) OR m.item_name LIKE ${`%${text}%`} OR m.content LIKE ${`%${text}%`})`);
  }
  return query;
}

/** What waits for the officer's own step: to assign, to look through, to take or answer. */
function waitsFor(ctx: Context) {
  const staff = requireStaff(ctx);
  const within = (permission: string, states: readonly string[]) => (holds(staff, permission)
    ? sql<boolean>`(m.state IN (${sql.join([...states])}) AND ${scopeFilter(requireScope(ctx, permission), staff, place)})` : sql<boolean>`false`);
  return sql<boolean>`(
    ${within('stuck-matters.matter.assign', ['registered', 'reopened'])} OR ${within('stuck-matters.matter.audit', ['answered'])}
    OR (m.state IN ('assigned', 'handling') AND m.officer_id = ${staff.id}::uuid)
    OR (m.state = 'assigned' AND m.officer_id IS NULL AND ${holds(staff, 'stuck-matters.matter.handle')}::boolean AND m.organization_path <> '' AND starts_with(${staff.organizationPath}::text, m.organization_path))
    OR (m.state = 'awaiting-word' AND m.reporter_kind = 'caller' AND m.registered_by_id = ${staff.id}))`;
}

/** Matters the officer may see, newest first (STK-02). */
export async function findMatters(ctx: Context, input: QueryOf<typeof operation>): Promise<Page<MatterLine>> {
  const limit = input.limit ?? 20;
  let query = filterMatters(ctx, input);
  if (input.cursor) query = query.where(sql<boolean>`m.id < ${cursorId(decodeCursor(input.cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('m.id', 'desc').limit(limit + 1).execute();
  const words = await readWords(ctx);
  return pageOf(rows, limit, (row) => [row.id], (row) => presentLine(row, words));
}
