import { sql, type Selectable } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listSurveys as listOperation, Survey } from '../contract.ts';
import { fail } from '../errors.ts';
import { surveyStateLabels } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

export type SurveyRecord = Selectable<SurveysTables['surveys.survey']>;

const columns = { organizationPath: 'organizationPath', regionCode: 'regionCode' };

/** A survey of the actor's scope. @throws surveys.survey-not-found */
export async function getSurveyRecord(ctx: Context, surveyId: string): Promise<SurveyRecord> {
  const record = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.survey').selectAll().where('id', '=', surveyId).executeTakeFirst();
  if (!record || !liesInScope(requireScope(ctx, 'surveys.survey.manage'), ctx.actor, record)) throw fail('surveys.survey-not-found');
  return record;
}

/** Surveys of the actor's scope, the newest first. */
export async function listSurveys(ctx: Context, { limit = 20, cursor, state }: QueryOf<typeof listOperation>): Promise<Page<Survey>> {
  let query = tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.survey').selectAll()
    .where(scopeFilter(requireScope(ctx, 'surveys.survey.manage'), ctx.actor, columns));
  if (state !== undefined) query = query.where('state', '=', state);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2).map(String);
    query = query.where(sql<boolean>`(date_trunc('milliseconds', created_at), id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  const counts = await countTasks(ctx, rows.map(({ id }) => id));
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id], (row) => present(row, counts.get(row.id)));
}

/** A survey with its progress. */
export async function presentSurvey(ctx: Context, record: SurveyRecord): Promise<Survey> {
  return present(record, (await countTasks(ctx, [record.id])).get(record.id));
}

type Counts = Survey['counts'];

async function countTasks(ctx: Context, surveyIds: readonly string[]): Promise<Map<string, Counts>> {
  if (surveyIds.length === 0) return new Map();
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.task as t').innerJoin('surveys.survey as s', 's.id', 't.surveyId')
    .select(['t.surveyId', sql<number>`count(*)::int`.as('departments'), sql<number>`count(*) FILTER (WHERE t.state <> 'open')::int`.as('confirmed'),
      sql<number>`count(*) FILTER (WHERE t.state = 'adopted')::int`.as('adopted'),
      sql<number>`count(*) FILTER (WHERE t.state = 'open' AND s.state = 'dispatched' AND s.due_on < ${today}::date)::int`.as('overdue'),
      sql<number>`sum(t.item_count)::int`.as('items'), sql<number>`sum(t.answered_count)::int`.as('answered')])
    .where('t.surveyId', 'in', [...surveyIds]).groupBy('t.surveyId').execute();
  return new Map(rows.map(({ surveyId, ...counts }) => [surveyId, counts]));
}

const none: Counts = { departments: 0, confirmed: 0, adopted: 0, overdue: 0, items: 0, answered: 0 };

function present(row: SurveyRecord, counts: Counts = none): Survey {
  const { id, title, instructions, elements, questions, organizationIds, taskTypes, dueOn, state, createdByName, revision } = row;
  return {
    id, title, instructions, elements, questions, organizationIds, taskTypes, dueOn, state, stateLabel: surveyStateLabels[state], createdByName,
    createdAt: row.createdAt.toISOString(), dispatchedAt: row.dispatchedAt?.toISOString() ?? null, revision, counts,
    abilities: { edit: state === 'draft', dispatch: state === 'draft', close: state === 'dispatched' },
  };
}
