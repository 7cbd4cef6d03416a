import type { Selectable } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { elementInfo, isElementName, isSame, type ElementName } from '../../catalog/contract.ts';
import type { listAnswers as listOperation, SurveyAnswer } from '../contract.ts';
import { fail } from '../errors.ts';
import type { SurveysTables } from '../tables.ts';
import { getTaskRecord, type TaskRecord } from './get-task.ts';

export type AnswerRecord = Selectable<SurveysTables['surveys.answer']>;

/** The items of a task by code. */
export async function listAnswers(ctx: Context, { id }: TaskRecord, { limit = 20, cursor, status }: QueryOf<typeof listOperation>): Promise<Page<SurveyAnswer>> {
  let query = tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.answer').selectAll().where('taskId', '=', id);
  if (status !== undefined) query = query.where('status', '=', status);
  if (cursor !== undefined) query = query.where('code', '>', String(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('code').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ code }) => [code], presentAnswer);
}

/** All answers of a task, by code. */
export async function allAnswers(ctx: Context, taskId: string): Promise<AnswerRecord[]> {
  return tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.answer').selectAll().where('taskId', '=', taskId).orderBy('code').execute();
}

/** An answer with its task, within the scope in which the actor fills in. @throws surveys.answer-not-found */
export async function getAnswerRecord(ctx: Context, answerId: string): Promise<{ answer: AnswerRecord; task: TaskRecord }> {
  const answer = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.answer').selectAll().where('id', '=', answerId).executeTakeFirst();
  if (!answer) throw fail('surveys.answer-not-found');
  return { answer, task: await getTaskRecord(ctx, answer.taskId, 'surveys.task.fill') };
}

/** Elements in which the department says otherwise than the platform had it. */
export function changedElements({ base, values }: Pick<AnswerRecord, 'base' | 'values'>): ElementName[] {
  return Object.keys({ ...base, ...values }).filter(isElementName).filter((name) => !isSame(base[name], values[name]));
}

/** An answer as it is shown. */
export function presentAnswer(row: AnswerRecord): SurveyAnswer {
  const { id, itemId, code, itemName, base, values, replies, status, adopted, updatedByName, updatedAt, revision } = row;
  return {
    id, itemId, code, itemName, base: { ...base }, values: { ...values }, replies, status, adopted, updatedByName, updatedAt: updatedAt?.toISOString() ?? null, revision,
    differences: changedElements(row).map((name) => ({
      element: name, label: elementInfo[name].label, ...(base[name] === undefined ? {} : { before: base[name] }), ...(values[name] === undefined ? {} : { after: values[name] }),
    })),
  };
}
