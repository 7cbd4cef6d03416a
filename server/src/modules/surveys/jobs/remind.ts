import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { tellDepartment } from '../actions/dispatch-survey.ts';
import type { SurveysTables } from '../tables.ts';

const daysBefore = 3;

/** Reminds the departments whose task is due within three days or overdue, once a day. */
export async function remindDepartments(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const until = chinaDate(new Date(ctx.kernel.clock.now().getTime() + daysBefore * 86_400_000));
  const rows = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.task as t').innerJoin('surveys.survey as s', 's.id', 't.surveyId')
    .select(['t.id', 't.organizationPath', 't.regionCode', 's.title', 's.dueOn']).where('t.state', '=', 'open').where('s.state', '=', 'dispatched').where('s.dueOn', '<=', until).execute();
  for (const task of rows) {
    const batch = new WriteBatch();
    await tellDepartment(ctx, batch, task, task, task.dueOn < today ? 'surveys.task-overdue' : 'surveys.task-due', today);
    await commit(ctx, batch);
  }
}

export const remindJob: JobDefinition = { name: 'surveys.remind-departments', label: '提醒将到期和逾期的调研任务', cron: '30 8 * * *', handle: (ctx) => remindDepartments(ctx) };
