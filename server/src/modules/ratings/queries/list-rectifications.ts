import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { findAccounts, type TimeAccount } from '../../../kernel/time-accounts/index.ts';
import { appealGroundLabels, rectificationMeasureLabels, rectificationStateLabels, type listRectifications, type RectificationFilter, type RectificationStep, type RectificationView } from '../contract.ts';
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
  const [view] = await presentRectifications(ctx, [await getRectificationRow(ctx, id)]);
  if (!view) throw fail('ratings.rectification-not-found');
  return view;
}

/** Rectifications within the officer's scope, the nearest deadline first. */
export async function findRectifications(ctx: Context, input: QueryOf<typeof listRectifications>): Promise<Page<RectificationView>> {
  const limit = input.limit ?? 20;
  const [dueOn, id] = input.cursor ? decodeCursor(input.cursor, 2) : [];
  const rows = await readRectifications(ctx, input, limit + 1, dueOn === undefined ? undefined : { dueOn: String(dueOn), id: String(id) });
  const views = new Map((await presentRectifications(ctx, rows)).map((view) => [view.id, view]));
  const page = pageOf(rows, limit, (row) => [row.dueOn, row.id], (row) => views.get(row.id));
  return { ...page, items: page.items.filter((view) => view !== undefined) };
}

/** So many rectifications of a filter after one, within the officer's scope, the nearest deadline first. */
export async function readRectifications(ctx: Context, filter: RectificationFilter, limit: number, after: { dueOn: string; id: string } | undefined): Promise<RectificationRow[]> {
  const scope = requireScope(ctx, 'ratings.rectification.view');
  let query = rectifications(ctx).where(scopeFilter(scope, ctx.actor, { organizationPath: 'x.organizationPath', regionCode: 'x.regionCode' }));
  if (filter.state) query = query.where('x.state', '=', filter.state);
  if (filter.organizationId) query = query.where('x.organizationId', '=', filter.organizationId);
  if (filter.finished !== undefined) query = query.where('x.finishedAt', filter.finished ? 'is not' : 'is', null);
  // What the department answered late is overdue no longer, and the clock of an appeal stands.
  if (filter.overdue === true) query = query.where('x.state', 'in', ['open', 'verified', 'rectified']).where('x.dueOn', '<', chinaDate(ctx.kernel.clock.now()));
  if (after) query = query.where(sql<boolean>`(x.due_on, x.id) > (${after.dueOn}::date, ${after.id}::uuid)`);
  return query.orderBy('x.dueOn').orderBy('x.id').limit(limit).execute();
}

/** Rectifications as officers see them. */
export async function presentRectifications(ctx: Context, rows: readonly RectificationRow[]): Promise<RectificationView[]> {
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
    steps: steps.filter(({ rectificationId }) => rectificationId === row.id).map(({ action, actorName, organizationName, at, text, detail }) => (
      { action, label: actionLabels[action as RectificationStep['action']], by: actorName, organizationName, at: at.toISOString(), text, choice: choiceOf({ action, ...detail } as RectificationStep) })),
    abilities: abilitiesOf(ctx, row),
  }));
}

/** What was chosen with a step, in words. */
function choiceOf(step: RectificationStep): string | null {
  switch (step.action) {
    case 'verify': return step.contacted ? '已联系到评价人' : '没有联系到评价人';
    case 'rectify': return rectificationMeasureLabels[step.measure];
    case 'appeal': return appealGroundLabels[step.ground];
    case 'decide-appeal': return step.granted ? '申诉成立，不计入' : '申诉不成立，继续整改';
    case 'reply': case 'close': case 'send-back': return null;
  }
}

function presentClock(row: RectificationRow, clock: TimeAccount | undefined): Pick<RectificationView, 'remainingDays' | 'level'> {
  const running = clock && !isFinished(row.state) && clock.deadlines.status === 'running';
  return { remainingDays: running ? clock.deadlines.remainingPromised : null, level: clock?.deadlines.level ?? 'normal' };
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
