import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { isSame, type ElementName, type ItemElements } from '../../catalog/contract.ts';
import type { SurveyAnswer, SurveyQuestion } from '../contract.ts';
import { fail } from '../errors.ts';
import { askedElements, type TaskRecord } from '../queries/get-task.ts';
import { allAnswers, getAnswerRecord, presentAnswer } from '../queries/list-answers.ts';
import { findNextState, taskStateLabels } from '../states.ts';
import type { SurveysTables } from '../tables.ts';
import { checkFilled, type Filled } from './check-filled.ts';

/** Refuses unless the task is being filled in. @throws surveys.survey-over, state-refused */
export function requireOpen({ state, surveyState }: TaskRecord): void {
  if (surveyState !== 'dispatched') throw fail('surveys.survey-over');
  if (findNextState(state, 'answer') === undefined) throw fail('surveys.state-refused', { state: taskStateLabels[state], what: '调研任务', action: '填报' });
}

/** Saves what was filled in online for one item. @throws surveys.bad-answer with one issue per fault, surveys.stale */
export async function saveAnswer(ctx: Context, answerId: string, input: { revision: number; values: Record<string, unknown>; replies: Record<string, string> }): Promise<SurveyAnswer> {
  const { answer, task } = await getAnswerRecord(ctx, answerId);
  requireOpen(task);
  if (answer.revision !== input.revision) throw fail('surveys.stale');
  // Whether the values have the shape of their elements is what is checked next.
  const values = { ...answer.values, ...pickAsked(task, input.values) } as Partial<ItemElements>;
  const filled = { answer, values, replies: input.replies };
  const found = (await checkFilled(ctx, task, [filled])).get(filled) ?? [];
  const faults = [...found.filter(({ severity }) => severity === 'error').map(({ message }) => message), ...findReplyIssues(task.questions, input.replies)];
  if (faults.length > 0) throw fail('surveys.bad-answer', { count: faults.length }, { issues: faults.map((message) => ({ path: 'values', code: 'bad-answer', message })) });
  await writeAnswers(ctx, task, [filled]);
  return presentAnswer((await getAnswerRecord(ctx, answerId)).answer);
}

/** Only what was asked, of what was sent; null means that the element is empty. */
export function pickAsked(task: Pick<TaskRecord, 'elements'>, values: Readonly<Record<string, unknown>>): Partial<Record<ElementName, unknown>> {
  return Object.fromEntries(askedElements(task).filter((name) => name in values).map((name) => [name, values[name] ?? undefined]));
}

/** What is wrong with the replies to a survey's questions. */
export function findReplyIssues(questions: readonly SurveyQuestion[], replies: Readonly<Record<string, string>>): string[] {
  return questions.flatMap(({ key, text, kind, options, required }) => {
    const reply = (replies[key] ?? '').trim();
    if (reply === '') return required ? [`“${text}”没有回答。`] : [];
    if (kind === 'yes-no' && !['是', '否'].includes(reply)) return [`“${text}”应答“是”或“否”。`];
    return kind === 'choice' && !(options ?? []).includes(reply) ? [`“${text}”的“${reply.slice(0, 30)}”不在选项中。`] : [];
  });
}

/** Writes some answers together with the count of those filled in. @throws surveys.stale when one was changed meanwhile */
export async function writeAnswers(ctx: Context, task: TaskRecord, filled: readonly Filled[]): Promise<void> {
  if (filled.length === 0) return;
  const now = ctx.kernel.clock.now();
  const others = (await allAnswers(ctx, task.id)).filter(({ id, status }) => status !== 'unanswered' && !filled.some(({ answer }) => answer.id === id));
  const batch = new WriteBatch();
  const writes = writesFor<SurveysTables>(batch);
  for (const { answer, values, replies } of filled) {
    const changed = askedElements(task).some((name) => !isSame(answer.base[name], values[name]));
    writes.update('surveys.answer', {
      values, replies: { ...replies }, status: changed ? 'changed' : 'unchanged', updatedAt: now, updatedById: ctx.actor.id, updatedByName: ctx.actor.name,
      heldSince: answer.updatedById === ctx.actor.id ? answer.heldSince : answer.revision, revision: answer.revision + 1,
    }, { id: answer.id, revision: answer.revision }, { expected: 1, otherwise: () => fail('surveys.stale') });
  }
  writes.update('surveys.task', { answeredCount: others.length + filled.length, revision: task.revision + 1 }, { id: task.id, revision: task.revision, state: 'open' },
    { expected: 1, otherwise: () => fail('surveys.stale') });
  recordAudit(ctx, batch, { action: 'surveys.fill-task', objectType: 'survey-task', objectId: task.id, detail: { items: filled.length } });
  await commit(ctx, batch);
}
