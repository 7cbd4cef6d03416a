import { listFields, validateForm } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { SubjectTask } from '../../../kernel/workflow/index.ts';
import { formParametersOf } from '../../guidance/index.ts';
import { fail } from '../errors.ts';
import { stepLeft } from '../events.ts';
import type { CaseRecord } from '../record.ts';
import { findStepForm, readStepAnswers } from './step-answers.ts';
import { accessAt, fieldsWith, findStepNode } from './step-node.ts';
import { readStepFacts, recordChecks, runStepRules } from './run-step-rules.ts';

/**
 * Adds to the batch of a completed step what its properties ask for: the form is filled in, the rules before completion let it
 * pass, what they said is kept, and who wants to hear of it is told afterwards (WFL-01). What the law or the platform itself
 * completes asks nothing of a handler. No statement for a step without such properties.
 * @throws cases.step-form-incomplete with the fields, cases.step-blocked with what the rule says
 */
export async function completeStep(ctx: Context, batch: WriteBatch, record: CaseRecord, task: SubjectTask, variables: Readonly<Record<string, unknown>>): Promise<void> {
  const node = await findStepNode(ctx, task);
  if (node === undefined) return;
  const { form, rules = [], notices = [] } = node;
  if (ctx.actor.kind === 'staff' && (form !== undefined || rules.some(({ on }) => on === 'complete'))) {
    if (form !== undefined) await requireForm(ctx, record, form, accessAt(node));
    const checks = await runStepRules(ctx, node, 'complete', await readStepFacts(ctx, record, task, variables));
    const blocking = checks.find(({ rule, applies }) => rule.effect === 'block' && applies);
    if (blocking) throw fail('cases.step-blocked', { message: blocking.message, rules: blocking.ruleSetName, version: blocking.versionNumber ?? 0 });
    recordChecks(ctx, batch, record, task, checks);
  }
  if (notices.some(({ on }) => on === 'leave')) {
    publishEvent(ctx, batch, { type: stepLeft, aggregateType: 'case', aggregateId: record.id, data: { caseId: record.id, taskId: task.taskId, node: node.id, name: task.name, definitionId: task.stored.instance.definitionId, by: ctx.actor.kind === 'staff' ? ctx.actor.id : null } });
  }
}

/** The fields that the step writes are filled in as the form asks. @throws cases.step-form-incomplete */
async function requireForm(ctx: Context, record: CaseRecord, formKey: string, access: ReturnType<typeof accessAt>): Promise<void> {
  const form = await findStepForm(ctx, record, formKey);
  if (form === undefined) return;
  const writable = fieldsWith(form.definition, access, 'write');
  if (writable.size === 0) return;
  const answers = (await readStepAnswers(ctx, record.id)).find((one) => one.formKey === formKey)?.answers ?? {};
  const { issues } = validateForm(form.definition, answers, { mode: 'submit', today: chinaDate(ctx.kernel.clock.now()), parameters: formParametersOf(record.guidance) });
  // A check over several fields has a path of its own; it is the writer's to meet.
  const others = new Set(listFields(form.definition).map(({ id }) => id).filter((id) => !writable.has(id)));
  const own = issues.filter(({ path }) => !others.has(path.split(/[.[]/)[0] ?? ''));
  if (own.length > 0) throw fail('cases.step-form-incomplete', { form: form.name, count: own.length }, { issues: own.map(({ path, code, message }) => ({ path, code, message })) });
}
