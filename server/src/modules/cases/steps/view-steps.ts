import { maskAnswers } from '@tongban/form-model';
import type { UserTaskNode } from '@tongban/bpmn-model';
import type { Selectable } from 'kysely';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRows } from '../../../kernel/db/index.ts';
import { getDefinitionById, type SubjectTask } from '../../../kernel/workflow/index.ts';
import { formParametersOf } from '../../guidance/index.ts';
import { findCaseTasks } from '../case-process.ts';
import { getCaseRecord, type CaseRecord } from '../record.ts';
import type { StepCheck as StepCheckView, StepFormView, StepWork } from '../steps.contract.ts';
import type { CasesTables } from '../tables.ts';
import { findStepForm, readStepAnswers, type StepAnswers } from './step-answers.ts';
import { accessAt, fieldsWith, findStepNode, reduceForm, withoutFields } from './step-node.ts';
import { readCheckExplanation, readStepFacts, runStepRules, type StepCheck } from './run-step-rules.ts';

type CheckRow = Selectable<CasesTables['cases.stepCheck']>;
type Access = ReturnType<typeof accessAt>;

const checksOf = 'SELECT * FROM cases.step_check WHERE case_id = $1 ORDER BY id DESC LIMIT 200';
const doneBy = `
SELECT DISTINCT t.node, i.definition_id FROM workflow.task t JOIN workflow.instance i ON i.id = t.instance_id
WHERE i.subject_id = $1 AND i.subject_type = 'case' AND t.completed_by = $2`;

/** What the steps of a case ask of the reader and have brought so far; hidden fields are left out, sensitive ones masked. @throws cases.not-found */
export async function viewSteps(ctx: Context, caseId: string): Promise<StepWork> {
  const record = await getCaseRecord(ctx, caseId);
  const [tasks, answers, checks] = await Promise.all([findCaseTasks(ctx, caseId), readStepAnswers(ctx, caseId), readRows<CheckRow>(ctx.kernel.db, checksOf, [caseId])]);
  const own = await viewOwn(ctx, record, tasks, answers, checks);
  const others = answers.filter(({ formKey }) => formKey !== own?.form?.key);
  const forms = await Promise.all(others.map(async (one) => viewForm(ctx, record, one.formKey, one, await readerAccess(ctx, record, tasks, one.formKey), false)));
  const shown = forms.flatMap((form) => form ?? []);
  if (shown.length > 0 || (own?.form?.revision ?? 0) > 0) {
    await recordAuditNow(ctx, { action: 'cases.read-step-forms', objectType: 'case', objectId: caseId, purpose: `办理办件${record.number}`, detail: { forms: answers.map(({ formKey }) => formKey) } });
  }
  return { own, forms: shown, checks: checks.map((row) => presentRow(ctx, row)) };
}

async function viewOwn(ctx: Context, record: CaseRecord, tasks: readonly SubjectTask[], answers: readonly StepAnswers[], checks: readonly CheckRow[]): Promise<StepWork['own']> {
  for (const task of tasks.filter(({ mine }) => mine)) {
    const node = await findStepNode(ctx, task);
    if (node === undefined || (node.form === undefined && (node.rules ?? []).length === 0)) continue;
    const form = await viewForm(ctx, record, node.form, answers.find(({ formKey }) => formKey === node.form), accessAt(node), true);
    const live = (node.rules ?? []).some(({ on }) => on === 'complete') ? await runStepRules(ctx, node, 'complete', await readStepFacts(ctx, record, task)) : [];
    const entered = checks.filter(({ taskId, moment }) => taskId === task.taskId && moment === 'enter');
    const outcome = entered.find(({ effect, failed }) => effect === 'outcome' && !failed);
    return {
      taskId: task.taskId, name: task.name, form: form ?? null, outcome: outcome === undefined ? null : outcome.applies ? 'pass' : 'fail',
      checks: [...entered.map((row) => presentRow(ctx, row)), ...live.map((check) => presentCheck(task.name, check))],
    };
  }
  return null;
}

/** A form as the reader may see it. */
export async function viewForm(ctx: Context, record: CaseRecord, formKey: string | undefined, stored: StepAnswers | undefined, access: Access, writes: boolean): Promise<StepFormView | undefined> {
  const form = await findStepForm(ctx, record, formKey);
  if (form === undefined) return undefined;
  const definition = reduceForm(form.definition, writes ? access : (field) => (access(field) === 'hidden' ? 'hidden' : 'read'));
  const answers = withoutFields(stored?.answers ?? {}, fieldsWith(form.definition, access, 'hidden'));
  return {
    key: form.key, name: form.name, definition, parameters: formParametersOf(record.guidance), answers: writes ? answers : maskAnswers(definition, answers), revision: stored?.revision ?? 0,
    writable: writes ? [...fieldsWith(form.definition, access, 'write')] : [], masked: !writes,
    saved: stored === undefined ? null : { at: stored.at.toISOString(), byName: stored.byName, stepName: stored.stepName },
  };
}

/**
 * What a reader who has no open task with a form may see of it: what the steps allow that the reader has done; a reader who has done none, what
 * no step hides.
 */
async function readerAccess(ctx: Context, record: CaseRecord, tasks: readonly SubjectTask[], formKey: string): Promise<Access> {
  const actor = requireStaff(ctx);
  const done = await readRows<{ node: string; definitionId: string }>(ctx.kernel.db, doneBy, [record.id, actor.id]);
  const mine = [...tasks.filter((task) => task.mine).map(({ node, stored }) => ({ node, definitionId: stored.instance.definitionId })), ...done];
  const of = async ({ node, definitionId }: { node: string; definitionId: string }): Promise<UserTaskNode[]> => (await nodesWithForm(ctx, definitionId, formKey)).filter(({ id }) => id === node);
  const own = (await Promise.all(mine.map(of))).flat();
  if (own.length > 0) return (field) => (own.some((node) => accessAt(node)(field) !== 'hidden') ? 'read' : 'hidden');
  const all = (await Promise.all([...new Set(await definitionsOf(ctx, record.id))].map((definitionId) => nodesWithForm(ctx, definitionId, formKey)))).flat();
  return (field) => (all.some((node) => accessAt(node)(field) === 'hidden') ? 'hidden' : 'read');
}

async function nodesWithForm(ctx: Context, definitionId: string, formKey: string): Promise<UserTaskNode[]> {
  const { model } = await getDefinitionById(ctx.kernel, definitionId);
  return model.nodes.filter((node): node is UserTaskNode => node.kind === 'user-task' && node.form === formKey);
}

async function definitionsOf(ctx: Context, caseId: string): Promise<string[]> {
  const rows = await readRows<{ definitionId: string }>(ctx.kernel.db, `SELECT definition_id FROM workflow.instance WHERE subject_id = $1 AND subject_type = 'case'`, [caseId]);
  return rows.map(({ definitionId }) => definitionId);
}

function presentCheck(stepName: string, { rule, ruleSetName, versionNumber, result, applies, failed, message, explanation }: StepCheck): StepCheckView {
  return { stepName, moment: rule.on, effect: rule.effect, ruleSetName, versionNumber, result, applies, failed, message, explanation, at: null };
}

function presentRow(ctx: Context, row: CheckRow): StepCheckView {
  const { stepName, moment, effect, ruleSetName, versionNumber, result, applies, failed, message, at } = row;
  return { stepName, moment, effect, ruleSetName, versionNumber, result, applies, failed, message, explanation: readCheckExplanation(ctx, row), at: at.toISOString() };
}

