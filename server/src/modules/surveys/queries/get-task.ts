import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { isElementName, type ElementName } from '../../catalog/contract.ts';
import type { listTasks as listOperation, SurveyTask } from '../contract.ts';
import { fail } from '../errors.ts';
import { findNextState, taskStateLabels, type TaskAction } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

function tasks(ctx: Context) {
  return tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.task as t').innerJoin('surveys.survey as s', 's.id', 't.surveyId')
    .selectAll('t').select(['s.title', 's.dueOn', 's.state as surveyState', 's.elements', 's.questions', 's.instructions', 's.organizationPath as surveyPath', 's.regionCode as surveyRegion']);
}

export type TaskRecord = Awaited<ReturnType<ReturnType<typeof tasks>['executeTakeFirstOrThrow']>>;

/** The elements a survey asks. */
export function askedElements({ elements }: Pick<TaskRecord, 'elements'>): ElementName[] {
  return elements.filter(isElementName);
}

/** A task within the scope in which the actor holds `permission`. @throws surveys.task-not-found */
export async function getTaskRecord(ctx: Context, taskId: string, permission: string): Promise<TaskRecord> {
  const record = await tasks(ctx).where('t.id', '=', taskId).executeTakeFirst();
  if (!record || !isWithin(ctx, record, permission)) throw fail('surveys.task-not-found');
  return record;
}

/** A department's task lies where the department does; for those who manage surveys, where the survey was made as well. */
function isWithin(ctx: Context, record: TaskRecord, permission: string): boolean {
  if (!holds(ctx.actor, permission)) return false;
  const scope = requireScope(ctx, permission);
  const survey = { organizationPath: record.surveyPath, regionCode: record.surveyRegion };
  return liesInScope(scope, ctx.actor, record) && (permission !== 'surveys.survey.manage' || liesInScope(scope, ctx.actor, survey));
}

/** Tasks of the departments in the actor's scope, those due first in front. */
export async function listTasks(ctx: Context, { limit = 20, cursor, surveyId, state, overdue }: QueryOf<typeof listOperation>): Promise<Page<SurveyTask>> {
  const today = chinaDate(ctx.kernel.clock.now());
  let query = tasks(ctx).where(scopeFilter(requireScope(ctx, 'surveys.task.fill'), ctx.actor, { organizationPath: 't.organizationPath', regionCode: 't.regionCode' }));
  if (surveyId !== undefined) query = query.where('t.surveyId', '=', surveyId);
  if (state !== undefined) query = query.where('t.state', '=', state);
  if (overdue === true) query = query.where('t.state', '=', 'open').where('s.state', '=', 'dispatched').where('s.dueOn', '<', today);
  if (cursor !== undefined) {
    const [due, id] = decodeCursor(cursor, 2).map(String);
    query = query.where(sql<boolean>`(s.due_on, t.id) > (${due}::date, ${id}::uuid)`);
  }
  const rows = await query.orderBy('s.dueOn').orderBy('t.id').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ dueOn, id }) => [dueOn, id], (row) => presentTask(ctx, row));
}

/** A task as its readers see it. */
export function presentTask(ctx: Context, row: TaskRecord): SurveyTask {
  const open = row.surveyState === 'dispatched';
  const may = (permission: string, action: TaskAction): boolean => isWithin(ctx, row, permission) && findNextState(row.state, action) !== undefined;
  return {
    id: row.id, surveyId: row.surveyId, title: row.title, organizationId: row.organizationId, organizationName: row.organizationName, state: row.state,
    stateLabel: taskStateLabels[row.state], dueOn: row.dueOn, overdue: open && row.state === 'open' && row.dueOn < chinaDate(ctx.kernel.clock.now()),
    itemCount: row.itemCount, answeredCount: row.answeredCount, returnOpinion: row.returnOpinion, confirmedByName: row.confirmedByName,
    confirmedAt: row.confirmedAt?.toISOString() ?? null, revision: row.revision,
    abilities: {
      answer: open && may('surveys.task.fill', 'answer'), confirm: open && may('surveys.task.fill', 'confirm'),
      return: open && may('surveys.survey.manage', 'return'), adopt: may('surveys.survey.manage', 'adopt'),
    },
  };
}
