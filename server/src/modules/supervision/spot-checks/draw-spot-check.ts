import { randomBytes } from 'node:crypto';
import type { BodyOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope, requireStaff } from '../../../kernel/access/index.ts';
import { listHolders } from '../../../kernel/access/list-holders.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { listOrganizationsById, listStaffNames } from '../../../kernel/organization/index.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import type { drawSpotCheck as operation, SpotCheckView } from '../spot-checks.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { viewSpotCheck } from './view-spot-check.ts';

type Input = BodyOf<typeof operation>;

const mostInspectors = 100;

/** Officers who may be given cases to inspect, the nearest first. */
export async function listInspectors(ctx: Context): Promise<{ id: string; name: string }[]> {
  const ids = await listHolders(ctx, 'supervision.spot-check.inspect', requireStaff(ctx), mostInspectors);
  const names = await listStaffNames(ctx, ids);
  return ids.flatMap((id) => { const name = names.get(id); return name === undefined ? [] : [{ id, name }]; });
}

/**
 * Draws cases at random from those submitted in a period and deals them out to inspectors in turn (SUP-02 办件全程留痕抽查).
 * The order is that of md5(seed + id), so that a kept seed shows that nobody chose.
 * @throws supervision.bad-period, supervision.bad-scope, supervision.inspector-unknown, supervision.nothing-to-draw
 */
export async function drawSpotCheck(ctx: Context, input: Input): Promise<SpotCheckView> {
  const staff = requireStaff(ctx);
  if (input.from > input.to || Date.parse(input.to) - Date.parse(input.from) > 366 * 86_400_000) throw fail('supervision.bad-period');
  const inspectors = (await listInspectors(ctx)).filter(({ id }) => input.inspectorIds.includes(id));
  if (inspectors.length !== input.inspectorIds.length) throw fail('supervision.inspector-unknown');
  const [organization, item] = [
    input.organizationId === undefined ? undefined : (await listOrganizationsById(ctx, [input.organizationId])).get(input.organizationId),
    input.itemId === undefined ? undefined : await getPublishedItem(ctx, input.itemId).catch(() => undefined),
  ];
  if (input.organizationId !== undefined && !organization) throw fail('supervision.bad-scope', { what: '部门' });
  if (input.itemId !== undefined && !item) throw fail('supervision.bad-scope', { what: '事项' });
  const seed = input.seed ?? randomBytes(16).toString('hex');
  const [drawn, population] = await Promise.all([
    casesIn(ctx, input, organization?.path).select(['caseId', 'number', 'itemName', 'organizationId', 'organizationName', 'organizationPath', 'regionCode']).orderBy(sql`md5(${seed} || case_id::text)`).limit(input.size).execute(),
    casesIn(ctx, input, organization?.path).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
  ]);
  if (drawn.length === 0) throw fail('supervision.nothing-to-draw');
  const now = ctx.kernel.clock.now();
  const id = createId();
  const number = `CC-${chinaDate(now).slice(0, 4)}-${String(await nextNumber(ctx.kernel, 'supervision.check_serial')).padStart(6, '0')}`;
  const batch = new WriteBatch();
  const writes = writesFor<SupervisionTables>(batch);
  writes.insert('supervision.spotCheck', {
    id, number, name: input.name.trim(), scope: input.scope, organizationId: organization?.id ?? null, organizationName: organization?.name ?? null, itemId: input.itemId ?? null, itemName: item?.elements.name ?? null,
    fromOn: input.from, toOn: input.to, size: drawn.length, population: population.count, seed, organizationPath: staff.organizationPath, regionCode: staff.regionCode, drawnById: staff.id, drawnByName: staff.name, drawnAt: now,
  });
  const given = drawn.map((one, rank) => ({ one, rank, inspector: inspectors[rank % inspectors.length] ?? staff }));
  for (const { one: { number: caseNumber, ...facts }, rank, inspector } of given) {
    writes.insert('supervision.spotCase', { id: createId(), checkId: id, rank, ...facts, caseNumber, inspectorId: inspector.id, inspectorName: inspector.name, readAt: null, doneAt: null, answers: [], conclusion: null, problems: 0, orderId: null });
  }
  for (const inspector of inspectors) {
    const count = given.filter((one) => one.inspector.id === inspector.id).length;
    if (count > 0 && inspector.id !== staff.id) await sendMessage(ctx, batch, { templateKey: 'supervision.inspection-assigned', recipient: { kind: 'staff', id: inspector.id }, dedupeKey: `spot-check:${id}`, variables: { checkId: id, checkName: input.name.trim(), count: String(count) } });
  }
  recordAudit(ctx, batch, { action: 'supervision.draw-spot-check', objectType: 'spot-check', objectId: id, detail: { number, seed, size: drawn.length, population: population.count } });
  await commit(ctx, batch);
  return viewSpotCheck(ctx, id);
}

function casesIn(ctx: Context, { scope, itemId, from, to }: Input, organizationPath: string | undefined) {
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.watchedCase').where('submittedAt', '>=', startOfChinaDay(from)).where('submittedAt', '<', new Date(startOfChinaDay(to).getTime() + 86_400_000))
    .where(scopeFilter(requireScope(ctx, 'supervision.spot-check.draw'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (scope === 'closed') query = query.where('countedOn', 'is not', null);
  if (scope === 'open') query = query.where('state', '<>', 'closed');
  if (organizationPath !== undefined) query = query.where('organizationPath', 'like', `${organizationPath}%`);
  return itemId === undefined ? query : query.where('itemId', '=', itemId);
}
