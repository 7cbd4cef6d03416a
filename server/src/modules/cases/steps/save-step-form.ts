import { fileIdsIn, listFields, validateForm } from '@tongban/form-model';
import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import type { SubjectTask } from '../../../kernel/workflow/index.ts';
import { formParametersOf } from '../../guidance/index.ts';
import { findCaseTasks } from '../case-process.ts';
import { fail } from '../errors.ts';
import { getCaseRecord, type CaseRecord } from '../record.ts';
import type { saveStepForm as operation, StepFormView } from '../steps.contract.ts';
import { addStepAnswers, findStepForm, readStepAnswers } from './step-answers.ts';
import { accessAt, fieldsWith, findStepNode } from './step-node.ts';
import { viewForm } from './view-steps.ts';

/** The actor's own open task of a case. @throws cases.not-your-task, cases.no-such-task */
export async function requireOwnTask(ctx: Context, record: CaseRecord, taskId: string): Promise<SubjectTask> {
  const task = (await findCaseTasks(ctx, record.id)).find((one) => one.taskId === taskId);
  if (task === undefined) throw fail('cases.no-such-task');
  if (!task.mine) throw fail('cases.not-your-task');
  return task;
}

/**
 * Saves what the handler of a step writes into its form: the fields that the step opens and no others; what stood before stays
 * readable as an earlier revision. It may be unfinished as yet; completing the step asks for all of it (WFL-01).
 * @throws cases.step-no-form, cases.step-field-not-writable, cases.step-form-invalid with the fields, cases.step-form-stale
 */
export async function saveStepForm(ctx: Context, caseId: string, taskId: string, { revision, answers }: BodyOf<typeof operation>): Promise<StepFormView> {
  const record = await getCaseRecord(ctx, caseId);
  const task = await requireOwnTask(ctx, record, taskId);
  const node = await findStepNode(ctx, task);
  const form = node && await findStepForm(ctx, record, node.form);
  if (node === undefined || form === undefined) throw fail('cases.step-no-form');
  const access = accessAt(node);
  const writable = fieldsWith(form.definition, access, 'write');
  const foreign = Object.keys(answers).filter((id) => !writable.has(id));
  if (foreign.length > 0) throw fail('cases.step-field-not-writable', { fields: foreign.slice(0, 5).map((id) => `“${access(id) === 'hidden' ? id : labelOf(form.definition, id)}”`).join('、') });
  const before = (await readStepAnswers(ctx, caseId)).find(({ formKey }) => formKey === form.key);
  if ((before?.revision ?? 0) !== revision) throw fail('cases.step-form-stale');
  // What is not sent was emptied; what the step may not write stays as it is.
  const kept = Object.fromEntries(Object.entries(before?.answers ?? {}).filter(([id]) => !writable.has(id)));
  const { value, issues } = validateForm(form.definition, { ...kept, ...answers }, { mode: 'draft', today: chinaDate(ctx.kernel.clock.now()), parameters: formParametersOf(record.guidance) });
  const wrong = issues.filter(({ path }) => writable.has(path.split(/[.[]/)[0] ?? ''));
  if (wrong.length > 0) throw fail('cases.step-form-invalid', { form: form.name, count: wrong.length }, { issues: wrong.map(({ path, code, message }) => ({ path, code, message })) });
  const batch = new WriteBatch();
  const held = new Set(fileIdsIn(before?.answers));
  const fresh = fileIdsIn(value).filter((id) => !held.has(id));
  if (fresh.length > 0) claimFiles(batch, fresh, { type: 'case', id: caseId }, { uploadedBy: ctx.actor.id });
  addStepAnswers(ctx, batch, { caseId, formKey: form.key, revision: revision + 1, taskId, node: node.id, stepName: task.name, answers: { ...kept, ...value } });
  recordAudit(ctx, batch, { action: 'cases.save-step-form', objectType: 'case', objectId: caseId, detail: { number: record.number, form: form.key, step: task.name, revision: revision + 1 } });
  await commit(ctx, batch);
  const saved = (await readStepAnswers(ctx, caseId)).find(({ formKey }) => formKey === form.key);
  const view = await viewForm(ctx, record, form.key, saved, access, true);
  if (view === undefined) throw fail('cases.step-no-form');
  return view;
}

function labelOf(definition: Parameters<typeof listFields>[0], id: string): string {
  return listFields(definition).find((field) => field.id === id)?.label ?? id;
}
