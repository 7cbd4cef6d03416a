import { handle } from '../../../kernel/module/index.ts';
import * as contract from '../steps.contract.ts';
import { completeCustomStep } from '../steps/complete-custom-step.ts';
import { saveStepForm } from '../steps/save-step-form.ts';
import { viewSteps } from '../steps/view-steps.ts';

/** What the steps of a case ask for beside being done: forms and rules (WFL-01). */
export const stepRoutes = [
  handle(contract.getStepWork, (ctx, { params }) => viewSteps(ctx, params.caseId)),
  handle(contract.completeCustomStep, (ctx, { params, body }) => completeCustomStep(ctx, params.caseId, params.taskId, body)),
  handle(contract.saveStepForm, (ctx, { params, body }) => saveStepForm(ctx, params.caseId, params.taskId, body)),
];
