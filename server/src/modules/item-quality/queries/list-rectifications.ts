import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { loadCalendar, type WorkingCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listRectifications, Rectification } from '../contract.ts';
import { fail } from '../errors.ts';
import { applyStep, type StepAction } from '../states.ts';
import type { ItemQualityTables } from '../tables.ts';
import { reachesBeyondOwn } from './list-findings.ts';

type Row = Selectable<ItemQualityTables['itemQuality.rectification']>;
export type RectificationRow = Row & { remaining: number };

const stepLabels: Readonly<Record<string, string>> = { issue: '下达', reply: '反馈', 'send-back': '退回重新整改', cancel: '撤回', close: '复查办结' };

/** Who may take each step: the department answers, whoever may issue orders judges. */
const stepPermission: Readonly<Record<StepAction, string>> = {
  reply: 'item-quality.rectification.reply', 'send-back': 'item-quality.rectification.issue', cancel: 'item-quality.rectification.issue',
};

function rectifications(ctx: Context) {
  return tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.rectification as r').selectAll('r')
    .select(sql<number>`(SELECT count(*) FROM item_quality.finding f WHERE f.rectification_id = r.id AND f.state = 'assigned')`.as('remaining'));
}

/** An order within the actor's scope. @throws item-quality.rectification-not-found */
export async function getRectificationRow(ctx: Context, id: string, permission = 'item-quality.finding.view'): Promise<RectificationRow> {
  const row = await rectifications(ctx).where('r.id', '=', id).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, permission), ctx.actor, row)) throw fail('item-quality.rectification-not-found');
  return row;
}

/** One order with everything done so far. @throws item-quality.rectification-not-found */
export async function viewRectification(ctx: Context, id: string): Promise<Rectification> {
  const [view] = await presentRectifications(ctx, [await getRectificationRow(ctx, id)]);
  if (!view) throw fail('item-quality.rectification-not-found');
  return view;
}

/** Orders by id, as the actor sees them. */
export async function viewRectifications(ctx: Context, ids: readonly string[]): Promise<Rectification[]> {
  return presentRectifications(ctx, await rectifications(ctx).where('r.id', 'in', ids).orderBy('r.organizationName').execute());
}

/** Orders within the officer's scope, the nearest deadline first. */
export async function findRectifications(ctx: Context, input: QueryOf<typeof listRectifications>): Promise<Page<Rectification>> {
  const limit = input.limit ?? 20;
  let query = rectifications(ctx).where(scopeFilter(requireScope(ctx, 'item-quality.finding.view'), ctx.actor, { organizationPath: 'r.organizationPath', regionCode: 'r.regionCode' }));
  if (input.state) query = query.where('r.state', '=', input.state);
  if (input.organizationId) query = query.where('r.organizationId', '=', input.organizationId);
  if (input.open !== undefined) query = query.where('r.finishedAt', input.open ? 'is' : 'is not', null);
  if (input.overdue === true) query = query.where('r.finishedAt', 'is', null).where('r.dueOn', '<', chinaDate(ctx.kernel.clock.now()));
  if (input.cursor) {
    const [dueOn, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(r.due_on, r.id) > (${dueOn}::date, ${id}::uuid)`);
  }
  const rows = await query.orderBy('r.dueOn').orderBy('r.id').limit(limit + 1).execute();
  const page = pageOf(rows, limit, ({ dueOn, id }) => [dueOn, id], (row) => row);
  return { ...page, items: await presentRectifications(ctx, page.items) };
}

async function presentRectifications(ctx: Context, rows: readonly RectificationRow[]): Promise<Rectification[]> {
  if (rows.length === 0) return [];
  const steps = await tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.rectificationStep').selectAll()
    .where('rectificationId', 'in', rows.map(({ id }) => id)).orderBy('id').execute();
  const calendar = (await loadCalendar(ctx.kernel)).provisional;
  const today = chinaDate(ctx.kernel.clock.now());
  return rows.map((row) => ({
    ...presentRow(row, today, calendar),
    steps: steps.filter(({ rectificationId }) => rectificationId === row.id)
      .map(({ action, text, byName, at }) => ({ action, label: stepLabels[action] ?? action, text, byName, at: at.toISOString() })),
    abilities: { reply: maySend(ctx, row, 'reply'), sendBack: maySend(ctx, row, 'send-back'), cancel: maySend(ctx, row, 'cancel') },
  }));
}

function presentRow(row: RectificationRow, today: string, calendar: WorkingCalendar): Omit<Rectification, 'steps' | 'abilities'> {
  const { id, number, version, state, organizationId, organizationName, requirement, issuedByName, dueOn, reply, remaining } = row;
  const finished = row.finishedAt !== null;
  return {
    id, number, version, state, organizationId, organizationName, requirement, issuedByName, issuedAt: row.issuedAt.toISOString(), dueOn,
    overdue: !finished && dueOn < today, remainingDays: finished ? null : calendar.workingDaysBetween(today, dueOn), findings: row.findingCount, remaining, reply,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function maySend(ctx: Context, row: RectificationRow, action: StepAction): boolean {
  return applyStep(row.state, action) !== undefined && mayStep(ctx, row, action);
}

/** Whether a step is the actor's to take: the department answers for itself, nobody else does for it; and it takes back no order from above. */
export function mayStep(ctx: Context, row: RectificationRow, action: StepAction): boolean {
  const permission = stepPermission[action];
  if (!holds(ctx.actor, permission)) return false;
  const scope = requireScope(ctx, permission);
  if (!liesInScope(scope, ctx.actor, row)) return false;
  if (action === 'reply') return ctx.actor.kind === 'staff' && ctx.actor.organizationPath.startsWith(row.organizationPath);
  return row.issuedById === ctx.actor.id || reachesBeyondOwn(ctx, scope, row);
}
