import { Code, DateTime, defineOperation, Id, JsonObject, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { ExplainedDecision } from '../../kernel/rules/contract.ts';

/** What a rule of a step said; `at` is null for one that has been run just now, to be kept when the step is done. */
export const StepCheck = Type.Object({
  stepName: Type.String(), moment: Code(['enter', 'complete'] as const), effect: Code(['block', 'warn', 'outcome'] as const),
  ruleSetName: Type.String(), versionNumber: Nullable(Type.Integer()), result: Nullable(Type.String()),
  /** It keeps the step from being done, or warns; of an outcome, that it proposes to pass. */
  applies: Type.Boolean(), failed: Type.Boolean({ description: 'the rules gave no result; `message` says why' }), message: Type.String(),
  explanation: Type.Array(ExplainedDecision), at: Nullable(DateTime),
});
export type StepCheck = Static<typeof StepCheck>;

/** A form that steps fill in, as the reader may see it: hidden fields are neither in the definition nor in the answers. */
export const StepFormView = Type.Object({
  key: Type.String(), name: Type.String(), definition: JsonObject, parameters: JsonObject, answers: JsonObject, revision: Type.Integer({ description: '0 until something is saved' }),
  writable: Type.Array(Type.String(), { description: 'ids of the fields that the reader may write now' }),
  saved: Nullable(Type.Object({ at: DateTime, byName: Type.String(), stepName: Type.String() })),
  masked: Type.Boolean(),
});
export type StepFormView = Static<typeof StepFormView>;

export const StepWork = Type.Object({
  /** The reader's own open task that has a form or rules; its checks are run now. */
  own: Nullable(Type.Object({
    taskId: Id, name: Type.String(), form: Nullable(StepFormView), checks: Type.Array(StepCheck),
    /** What the rules propose the conclusion to be. */
    outcome: Nullable(Code(['pass', 'fail'] as const)),
  })),
  /** Forms that steps have filled in so far, without the one of the own task. */
  forms: Type.Array(StepFormView),
  /** What rules said at steps so far, the latest first. */
  checks: Type.Array(StepCheck),
});
export type StepWork = Static<typeof StepWork>;

export const getStepWork = defineOperation({
  id: 'cases.get-steps', method: 'GET', path: '/api/v1/cases/:caseId/steps', permission: 'cases.case.view',
  summary: '本人这一环节要填的表单、规则的提示，以及各环节填过的表单和规则结果', params: Type.Object({ caseId: Id }), response: StepWork,
});

export const saveStepForm = defineOperation({
  id: 'cases.save-step-form', method: 'PUT', path: '/api/v1/cases/:caseId/tasks/:taskId/form', permission: 'workflow.task.handle',
  summary: '保存环节表单：只能填写这个环节开放的字段', params: Type.Object({ caseId: Id, taskId: Id }),
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }), answers: JsonObject }), response: StepFormView,
});

export const completeCustomStep = defineOperation({
  id: 'cases.complete-step', method: 'POST', path: '/api/v1/cases/:caseId/tasks/:taskId/complete', permission: 'workflow.task.handle', status: 204, idempotent: true,
  summary: '办完一个受理、审查、决定、送达之外的环节', params: Type.Object({ caseId: Id, taskId: Id }), body: Type.Object({ opinion: Text(2000, { minLength: 2 }) }),
});
