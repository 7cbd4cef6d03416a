import { listHolders } from '../../../kernel/access/list-holders.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { isElementName, type ItemElements } from '../../catalog/contract.ts';
import { iterateItems, type IteratedItem } from '../../catalog/index.ts';
import type { Survey } from '../contract.ts';
import { fail } from '../errors.ts';
import { getSurveyRecord, presentSurvey, type SurveyRecord } from '../queries/get-survey.ts';
import { surveyStateLabels } from '../states.ts';
import type { SurveysTables } from '../tables.ts';

/** Sends a survey: each department gets a task with its items, prefilled with what the platform has. @throws surveys.no-items */
export async function dispatchSurvey(ctx: Context, surveyId: string, revision: number): Promise<Survey> {
  const survey = await getSurveyRecord(ctx, surveyId);
  if (survey.state !== 'draft') throw fail('surveys.state-refused', { state: surveyStateLabels[survey.state], what: '调研表', action: '下发' });
  const departments = await listOrganizationsById(ctx, survey.organizationIds);
  const batch = new WriteBatch().onViolation('task_department', () => fail('surveys.stale'));
  const writes = writesFor<SurveysTables>(batch);
  writes.update('surveys.survey', { state: 'dispatched', dispatchedAt: ctx.kernel.clock.now(), revision: revision + 1 }, { id: surveyId, revision, state: 'draft' },
    { expected: 1, otherwise: () => fail('surveys.stale') });
  let asked = 0;
  for (const { id: organizationId, name: organizationName, path: organizationPath, regionCode } of departments.values()) {
    const answers = await collectAnswers(ctx, survey, organizationId);
    if (answers.length === 0) continue;
    asked += answers.length;
    const task = { id: createId(), surveyId, organizationId, organizationName, organizationPath, regionCode };
    writes.insert('surveys.task', { ...task, state: 'open', itemCount: answers.length, answeredCount: 0, returnOpinion: null, confirmedByName: null, revision: 1 });
    writes.insert('surveys.answer', answers.map((answer) => ({ ...answer, taskId: task.id })));
    await tellDepartment(ctx, batch, task, survey, 'surveys.task-given');
  }
  if (asked === 0) throw fail('surveys.no-items');
  recordAudit(ctx, batch, { action: 'surveys.dispatch-survey', objectType: 'survey', objectId: surveyId, detail: { departments: departments.size, items: asked } });
  await commit(ctx, batch);
  return presentSurvey(ctx, await getSurveyRecord(ctx, surveyId));
}

async function collectAnswers(ctx: Context, survey: SurveyRecord, departmentId: string) {
  const elements = survey.elements.filter(isElementName);
  const filters = survey.taskTypes.length === 0 ? [{}] : survey.taskTypes.map((taskType) => ({ taskType }));
  const found: IteratedItem[] = [];
  for (const filter of filters) for await (const item of iterateItems(ctx, { ...filter, departmentId }, elements)) if (item.state !== 'retired') found.push(item);
  return found.map(({ itemId, code, name, elements: all }) => {
    const base = Object.fromEntries(elements.map((element) => [element, all[element]]).filter(([, value]) => value !== undefined)) as Partial<ItemElements>;
    return { id: createId(), itemId, code, itemName: name, base, values: base, replies: {}, status: 'unanswered' as const, adopted: [], updatedById: null, updatedByName: null, heldSince: null, revision: 1 };
  });
}

/** Tells those who fill in for a department, once a day per kind of message. */
export async function tellDepartment(
  ctx: Context, batch: WriteBatch, task: { id: string; organizationPath: string; regionCode: string }, survey: { title: string; dueOn: string }, templateKey: string, day = '',
): Promise<void> {
  await sendToStaff(ctx, batch, await listHolders(ctx, 'surveys.task.fill', task, 5), {
    templateKey, variables: { taskId: task.id, title: survey.title, dueOn: dateInWords(survey.dueOn) }, dedupeKey: `${templateKey}:${task.id}:${day}`,
  });
}
