import type { StepRule, UserTaskNode } from '@tongban/bpmn-model';
import { compile, evaluate } from '@tongban/expressions';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import type { RuleOutcome } from '../../../kernel/rules/contract.ts';
import { evaluateRuleSet, findPublishedRuleSet, readRuleContent, recordEvaluation, type RuleEvaluation } from '../../../kernel/rules/index.ts';
import { resultOf } from '../../../kernel/rules/rule-results.ts';
import type { SubjectTask } from '../../../kernel/workflow/index.ts';
import { readAnswers } from '../queries/case-parts.ts';
import type { CaseRecord } from '../record.ts';
import type { CasesTables } from '../tables.ts';
import { readStepAnswers } from './step-answers.ts';

const column = 'cases.step_check.explanation';

/** What rules may draw on: the application, what handlers have written, the variables of the process. */
export interface StepFacts {
  application: Readonly<Record<string, unknown>>;
  step: Readonly<Record<string, unknown>>;
  variables: Readonly<Record<string, unknown>>;
}

/** What one rule of a step said. */
export interface StepCheck {
  rule: StepRule;
  ruleSetName: string;
  versionId: string | null;
  versionNumber: number | null;
  /** The result that counts, in words; null when there was none. */
  result: string | null;
  /** It blocks or warns; of an outcome, that it proposes to pass. */
  applies: boolean;
  /** Rules gave no result, for the reason in `message`. */
  failed: boolean;
  message: string;
  explanation: RuleOutcome['explanation'];
  evaluation: RuleEvaluation | undefined;
}

/** What the rules of a step may draw on in a case; reading it is part of handling the step. */
export async function readStepFacts(ctx: Context, record: CaseRecord, task: SubjectTask, more: Readonly<Record<string, unknown>> = {}): Promise<StepFacts> {
  const [application, answers] = await Promise.all([readAnswers(ctx, record), readStepAnswers(ctx, record.id)]);
  const own = answers.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { application, step: Object.assign({}, ...own.map((one) => one.answers)) as Record<string, unknown>, variables: { ...task.stored.instance.state.variables, ...more } };
}

/** Runs the rules of a step that belong to a moment, by the versions in force; nothing is kept. */
export async function runStepRules(ctx: Context, { rules = [] }: Pick<UserTaskNode, 'rules'>, on: StepRule['on'], facts: StepFacts): Promise<StepCheck[]> {
  return Promise.all(rules.filter((rule) => rule.on === on).map((rule) => runRule(ctx, rule, facts)));
}

async function runRule(ctx: Context, rule: StepRule, facts: StepFacts): Promise<StepCheck> {
  const inForce = await findPublishedRuleSet(ctx, rule.ruleSet);
  const about = { rule, ruleSetName: inForce?.name ?? rule.ruleSet, versionId: inForce?.versionId ?? null, versionNumber: inForce?.number ?? null };
  const failure = (why: string, explanation: RuleOutcome['explanation'] = [], evaluation?: RuleEvaluation): StepCheck => ({
    ...about, result: null, applies: rule.effect !== 'outcome', failed: true, message: `规则“${about.ruleSetName}”没有得出结果：${why}`, explanation, evaluation,
  });
  if (inForce === undefined) return failure('它没有在执行的版本，请联系事项管理员。');
  const inputs = await gatherInputs(ctx, rule, inForce.versionId, facts);
  if (!inputs.ok) return failure(`数据的写法有误（${inputs.message}），请联系事项管理员。`);
  try {
    const evaluation = await evaluateRuleSet(ctx, inForce.versionId, inputs.inputs);
    const { outcome } = evaluation;
    if (!outcome.ok) return failure(outcome.failure?.message ?? '原因不明', outcome.explanation, evaluation);
    const result = resultOf(outcome.results, rule.decision);
    if (result === undefined) return failure(`没有结果“${rule.decision}”。`, outcome.explanation, evaluation);
    return { ...about, result, applies: result === rule.value, failed: false, message: messageOf(rule, outcome, result, about.ruleSetName), explanation: outcome.explanation, evaluation };
  } catch (error) {
    if (error instanceof AppError) return failure(error.title);
    throw error;
  }
}

/** What the handler is told: the rule's own words, else those beside the row that decided, else the result. */
function messageOf({ message, decision }: StepRule, { explanation }: RuleOutcome, result: string, ruleSetName: string): string {
  const decided = explanation.find((one) => one.decision === decision.split('.')[0])?.rules.find((row) => row.decided);
  return message ?? (decided !== undefined && decided.annotation !== '' ? decided.annotation : `${ruleSetName}：${result}`);
}

type Inputs = { ok: true; inputs: Record<string, unknown> } | { ok: false; message: string };

/** The inputs that the rule writes itself, and the others by their name: what handlers wrote, the application, the process. */
async function gatherInputs(ctx: Context, { inputs: written }: StepRule, versionId: string, { application, step, variables }: StepFacts): Promise<Inputs> {
  const given = written === undefined ? { ok: true as const, inputs: {} } : evaluateInputs(written, { ...variables, application, step });
  if (!given.ok) return given;
  const { inputs } = await readRuleContent(ctx, versionId);
  const found = inputs.flatMap(({ name }): [string, unknown][] => {
    const value = given.inputs[name] ?? step[name] ?? application[name] ?? variables[name];
    return value === undefined || value === null || value === '' ? [] : [[name, value]];
  });
  return { ok: true, inputs: Object.fromEntries(found) };
}

function evaluateInputs(source: string, context: Record<string, unknown>): Inputs {
  const compiled = compile(source);
  if (!compiled.ok) return { ok: false, message: compiled.problems[0]?.message ?? '' };
  const result = evaluate(compiled.expression, context);
  if (!result.ok) return { ok: false, message: result.problem.message };
  const { value } = result;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ok: true, inputs: { ...value } } : { ok: false, message: '结果不是一组数据' };
}

/** Keeps what rules said with the versions that said it; what they were told is kept encrypted. */
export function recordChecks(ctx: Context, batch: WriteBatch, record: Pick<CaseRecord, 'id' | 'number'>, task: Pick<SubjectTask, 'taskId' | 'node' | 'name'>, checks: readonly StepCheck[]): void {
  const cipher = personalDataCipher(ctx.kernel);
  for (const { rule, ruleSetName, versionId, versionNumber, result, applies, failed, message, explanation, evaluation } of checks) {
    const id = createId();
    writesFor<CasesTables>(batch).insert('cases.stepCheck', {
      id, caseId: record.id, taskId: task.taskId, node: task.node, stepName: task.name, moment: rule.on, effect: rule.effect, ruleSetCode: rule.ruleSet, ruleSetName, versionId, versionNumber, decision: rule.decision,
      result, applies, failed, message, explanationCipher: cipher.encrypt(column, id, JSON.stringify(explanation)), at: ctx.kernel.clock.now(),
    });
    if (evaluation !== undefined) recordEvaluation(ctx, batch, evaluation, { type: 'case', id: record.id, label: record.number });
  }
}

/** The stored explanation of a check. */
export function readCheckExplanation(ctx: Context, { id, explanationCipher }: { id: string; explanationCipher: string }): RuleOutcome['explanation'] {
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, id, explanationCipher)) as RuleOutcome['explanation'];
}
