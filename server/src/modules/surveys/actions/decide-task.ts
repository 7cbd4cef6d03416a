import { createHash } from 'node:crypto';
import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { elementInfo, isElementName } from '../../catalog/contract.ts';
import { applyIncomingElements, findPublishedItems, findStandingItems } from '../../catalog/index.ts';
import type { Confirmation } from '../contract.ts';
import { fail } from '../errors.ts';
import { getTaskRecord, type TaskRecord } from '../queries/get-task.ts';
import { allAnswers, changedElements, type AnswerRecord } from '../queries/list-answers.ts';
import { findNextState, taskStateLabels, type TaskAction, type TaskState } from '../states.ts';
import type { SurveysTables } from '../tables.ts';
import { tellDepartment } from './dispatch-survey.ts';

const actionLabels: Readonly<Record<TaskAction, string>> = { answer: '填报', confirm: '确认', return: '退回', adopt: '采用' };

function requireNext({ state }: TaskRecord, action: TaskAction): TaskState {
  const next = findNextState(state, action);
  if (next === undefined) throw fail('surveys.state-refused', { state: taskStateLabels[state], what: '调研任务', action: actionLabels[action] });
  return next;
}

function changeTask(batch: WriteBatch, task: TaskRecord, revision: number, set: Updateable<SurveysTables['surveys.task']>): void {
  writesFor<SurveysTables>(batch).update('surveys.task', { ...set, revision: revision + 1 }, { id: task.id, revision, state: task.state }, { expected: 1, otherwise: () => fail('surveys.stale') });
}

/** What a confirmation is made over: every item's answers in the order of their codes. */
function confirmedText(task: TaskRecord, answers: readonly AnswerRecord[]): string {
  const sorted = (_key: string, value: unknown): unknown => (typeof value !== 'object' || value === null || Array.isArray(value) ? value
    : Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))));
  return JSON.stringify({ surveyId: task.surveyId, organizationId: task.organizationId, answers: answers.map(({ code, itemName, values, replies, status }) => ({ code, itemName, status, values, replies })) }, sorted);
}

const digestOf = (content: string): string => createHash('sm3').update(content).digest('hex');

/** 部门确认: keeps who confirmed what and when, for good. @throws surveys.not-complete naming how many items are left */
export async function confirmTask(ctx: Context, taskId: string, revision: number): Promise<TaskRecord> {
  const task = await getTaskRecord(ctx, taskId, 'surveys.task.fill');
  if (task.surveyState !== 'dispatched') throw fail('surveys.survey-over');
  const state = requireNext(task, 'confirm');
  const answers = await allAnswers(ctx, taskId);
  const left = answers.filter(({ status }) => status === 'unanswered').length;
  if (left > 0) throw fail('surveys.not-complete', { count: left });
  const earlier = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.confirmation').select('number').where('taskId', '=', taskId).execute();
  const [content, now] = [confirmedText(task, answers), ctx.kernel.clock.now()];
  const batch = new WriteBatch().onViolation('confirmation_number', () => fail('surveys.stale'));
  changeTask(batch, task, revision, { state, confirmedAt: now, confirmedByName: ctx.actor.name, returnOpinion: null });
  writesFor<SurveysTables>(batch).insert('surveys.confirmation', {
    id: createId(), taskId, number: earlier.length + 1, confirmedAt: now, confirmedById: ctx.actor.id, confirmedByName: ctx.actor.name, digest: digestOf(content),
    itemCount: answers.length, changedCount: answers.filter(({ status }) => status === 'changed').length, content,
  });
  await markUnchangedOnline(ctx, batch, answers);
  recordAudit(ctx, batch, { action: 'surveys.confirm-task', objectType: 'survey-task', objectId: taskId, detail: { digest: digestOf(content), number: earlier.length + 1 } });
  await commit(ctx, batch);
  return getTaskRecord(ctx, taskId, 'surveys.task.fill');
}

/** An item that is published and was confirmed as it is needs no new version to be online. */
async function markUnchangedOnline(ctx: Context, batch: WriteBatch, answers: readonly AnswerRecord[]): Promise<void> {
  const unchanged = answers.filter(({ status }) => status === 'unchanged');
  const published = await findPublishedItems(ctx.kernel, unchanged.map(({ code }) => code));
  const rows = unchanged.filter(({ code }) => published.has(code));
  writesFor<SurveysTables>(batch).updateEach('surveys.answer', rows.map(({ id }) => ({ id, onlineAt: ctx.kernel.clock.now() })), ['id']);
}

/** Confirmations of a task, each checked against what it was made over. */
export async function listConfirmations(ctx: Context, taskId: string): Promise<Confirmation[]> {
  const task = await getTaskRecord(ctx, taskId, 'surveys.task.fill');
  const rows = await tablesOf<SurveysTables>(ctx.kernel.db).selectFrom('surveys.confirmation').selectAll().where('taskId', '=', task.id).orderBy('number', 'desc').execute();
  return rows.map(({ id, number, confirmedAt, confirmedByName, digest, itemCount, changedCount, content }) => (
    { id, number, confirmedAt: confirmedAt.toISOString(), confirmedByName, digest, itemCount, changedCount, intact: digestOf(content) === digest }));
}

/** Sends a confirmed task back to its department; the confirmation stays on record. */
export async function returnTask(ctx: Context, taskId: string, { revision, opinion }: { revision: number; opinion: string }): Promise<TaskRecord> {
  const task = await getTaskRecord(ctx, taskId, 'surveys.survey.manage');
  if (task.surveyState !== 'dispatched') throw fail('surveys.survey-over');
  const state = requireNext(task, 'return');
  const batch = new WriteBatch();
  changeTask(batch, task, revision, { state, returnOpinion: opinion });
  await tellDepartment(ctx, batch, task, task, 'surveys.task-returned', String(revision));
  recordAudit(ctx, batch, { action: 'surveys.return-task', objectType: 'survey-task', objectId: taskId, detail: { opinion } });
  await commit(ctx, batch);
  return getTaskRecord(ctx, taskId, 'surveys.survey.manage');
}

/** Takes confirmed elements over into drafts, each item by itself. @throws surveys.nothing-to-adopt, surveys.locked */
export async function adoptAnswers(
  ctx: Context, taskId: string, { revision, answers: wanted }: { revision: number; answers: readonly { answerId: string; elements: readonly string[] }[] },
): Promise<{ task: TaskRecord; adopted: number }> {
  const task = await getTaskRecord(ctx, taskId, 'surveys.survey.manage');
  const state = requireNext(task, 'adopt');
  if (task.revision !== revision) throw fail('surveys.stale');
  const chosen = await chooseElements(ctx, taskId, wanted);
  for (const { answer, elements } of chosen) {
    const values = Object.fromEntries(elements.map((name) => [name, answer.values[name]]));
    await applyIncomingElements(ctx, answer.itemId, values, `采用调研表“${task.title}”的填报内容`);
    const batch = new WriteBatch();
    writesFor<SurveysTables>(batch).update('surveys.answer', { adopted: [...answer.adopted, ...elements] }, { id: answer.id });
    await commit(ctx, batch);
  }
  const batch = new WriteBatch();
  changeTask(batch, task, revision, { state });
  recordAudit(ctx, batch, { action: 'surveys.adopt-answers', objectType: 'survey-task', objectId: taskId, detail: { items: chosen.length } });
  await commit(ctx, batch);
  return { task: await getTaskRecord(ctx, taskId, 'surveys.survey.manage'), adopted: chosen.reduce((sum, { elements }) => sum + elements.length, 0) };
}

async function chooseElements(ctx: Context, taskId: string, wanted: readonly { answerId: string; elements: readonly string[] }[]) {
  const byId = new Map((await allAnswers(ctx, taskId)).map((answer) => [answer.id, answer]));
  const chosen = wanted.flatMap(({ answerId, elements }) => {
    const answer = byId.get(answerId);
    if (!answer) throw fail('surveys.answer-not-found');
    const open = changedElements(answer).filter((name) => elements.includes(name) && !answer.adopted.includes(name));
    return open.length === 0 ? [] : [{ answer, elements: open }];
  });
  if (chosen.length === 0) throw fail('surveys.nothing-to-adopt');
  const standing = await findStandingItems(ctx, chosen.map(({ answer }) => answer.code));
  for (const { answer, elements } of chosen) {
    const locked = elements.filter(isElementName).find((name) => standing.get(answer.code)?.lockedElements.includes(name));
    if (locked) throw fail('surveys.locked', { label: elementInfo[locked].label });
  }
  return chosen;
}
