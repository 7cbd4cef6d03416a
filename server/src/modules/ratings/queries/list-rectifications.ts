import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { findAccounts, type TimeAccount } from '../../../kernel/time-accounts/index.ts';
import { rectificationStateLabels, type listRectifications, type RectificationStep, type RectificationView } from '../contract.ts';
import { fail } from '../errors.ts';
import { applyStep, isFinished } from '../states.ts';
import type { RatingsTables } from '../tables.ts';
import { optionTexts, presentRating } from './present-rating.ts';

const actionLabels: Record<RectificationStep['action'], string> = {
  'verify': '回访核实', 'rectify': '整改', 'reply': '反馈', 'appeal': '申诉', 'decide-appeal': '申诉复核', 'close': '销号', 'send-back': '退回重新整改',
};

function rectifications(ctx: Context) {
  return tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.rectification as x').innerJoin('ratings.rating as r', 'r.id', 'x.ratingId').selectAll('x')
    .select(['r.caseId', 'r.caseNumber', 'r.visitId', 'r.itemId', 'r.itemName', 'r.organizationName', 'r.raterName', 'r.level', 'r.optionCodes', 'r.text', 'r.channel',
      'r.anonymous', 'r.ratedAt', 'r.excluded']);
}

export type RectificationRow = Awaited<ReturnType<ReturnType<typeof rectifications>['executeTakeFirstOrThrow']>>;

/** A rectification within the reader's scope. @throws ratings.rectification-not-found */
export async function getRectificationRow(ctx: Context, id: string): Promise<RectificationRow> {
  const row = await rectifications(ctx).where('x.id', '=', id).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, 'ratings.rectification.view'), ctx.actor, row)) throw fail('ratings.rectification-not-found');
  return row;
}

/** One rectification with everything done so far. @throws ratings.rectification-not-found */
export async function viewRectification(ctx: Context, id: string): Promise<RectificationView> {
  const [view] = await present(ctx, [await getRectificationRow(ctx, id)]);
  if (!view) throw fail('ratings.rectification-not-found');
  return view;
}

/** Rectifications within the officer's scope, the nearest deadline first. */
export async function findRectifications(ctx: Context, input: QueryOf<typeof listRectifications>): Promise<Page<RectificationView>> {
  const limit = input.limit ?? 20;
  const scope = requireScope(ctx, 'ratings.rectification.view');
  let query = rectifications(ctx).where(scopeFilter(scope, ctx.actor, { organizationPath: 'x.organizationPath', regionCode: 'x.regionCode' }));
  if (input.state) query = query.where('x.state', '=', input.state);
  if (input.finished !== undefined) query = query.where('x.finishedAt', input.finished ? 'is not' : 'is', null);
  if (input.overdue === true) query = query.where('x.finishedAt', 'is', null).where('x.inTime', 'is', null).where('x.dueOn', '<', chinaDate(ctx.kernel.clock.now()));
  if (input.cursor) {
    const [dueOn, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(x.due_on, x.id) > (${dueOn}::date, ${id}::uuid)`);
  }
  const rows = await query.orderBy('x.dueOn').orderBy('x.id').limit(limit + 1).execute();
  const views = new Map((await present(ctx, rows)).map((view) => [view.id, view]));
  const page = pageOf(rows, limit, (row) => [row.dueOn, row.id], (row) => views.get(row.id));
  return { ...page, items: page.items.filter((view) => view !== undefined) };
}

async function present(ctx: Context, rows: readonly RectificationRow[]): Promise<RectificationView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const steps = await tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.rectificationStep').selectAll()
    .where('rectificationId', 'in', ids).orderBy('sequence').execute();
  const clocks = await findAccounts(ctx, 'rectification', ids);
  const texts = await optionTexts(ctx);
  return rows.map((row) => ({
    id: row.id, version: row.version, state: row.state, stateLabel: rectificationStateLabels[row.state],
    rating: presentRating({ ...row, id: row.ratingId, rectificationId: row.id, rectificationState: row.state, rectificationDueOn: row.dueOn, rectificationReply: row.reply }, texts, 'office'),
    organizationId: row.organizationId, openedAt: row.openedAt.toISOString(), dueOn: row.dueOn,
    ...presentClock(row, clocks.get(row.id)), finishedAt: row.finishedAt?.toISOString() ?? null, reply: row.reply,
    found: row.foundCodes.map((code) => ({ code, text: texts.get(code) ?? code })),
    steps: steps.filter(({ rectificationId }) => rectificationId === row.id).map(({ action, actorName, organizationName, at, text }) => (
      { action, label: actionLabels[action as RectificationStep['action']], by: actorName, organizationName, at: at.toISOString(), text })),
    abilities: abilitiesOf(ctx, row),
  }));
}

function presentClock(row: RectificationRow, clock: TimeAccount | undefined): Pick<RectificationView, 'remainingDays' | 'level'> {
  const open = clock && !isFinished(row.state) && clock.deadlines.status !== 'stopped';
  return { remainingDays: open ? clock.deadlines.remainingPromised : null, level: clock?.deadlines.level ?? 'normal' };
}

function abilitiesOf(ctx: Context, row: RectificationRow): RectificationView['abilities'] {
  const may = (permission: string, action: RectificationStep['action']): boolean => holds(ctx.actor, permission)
    && liesInScope(requireScope(ctx, permission), ctx.actor, row) && applyStep(row, { action }).ok;
  const [handle, supervise] = ['ratings.rectification.handle', 'ratings.rectification.supervise'];
  return {
    verify: may(handle, 'verify'), rectify: may(handle, 'rectify'), reply: may(handle, 'reply'), appeal: may(handle, 'appeal'),
    decideAppeal: may(supervise, 'decide-appeal'), close: may(supervise, 'close'), sendBack: may(supervise, 'send-back'),
  };
}
