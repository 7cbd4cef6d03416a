import type { StepRule, UserTaskNode } from '@tongban/bpmn-model';
import type { Context } from '../../../kernel/context.ts';
import { readRuleContent } from '../../../kernel/rules/index.ts';
import { readAnswers } from '../queries/case-parts.ts';
import type { CaseRecord } from '../record.ts';
import { readStepAnswers } from './step-answers.ts';
import { runStepRules, type StepCheck, type StepFacts } from './run-step-rules.ts';

/** What a rule of a step would say of a case; words of the rule alone, nothing of the case's contents. */
export interface RehearsedCheck {
  readonly moment: StepRule['on'];
  readonly effect: StepRule['effect'];
  readonly ruleSetName: string;
  readonly versionNumber: number | null;
  readonly applies: boolean;
  readonly failed: boolean;
  readonly message: string;
  /** What it rests on that may have been different at the time. */
  readonly unsure: readonly string[];
}

type Facts = Pick<StepFacts, 'application' | 'step'>;

/** What is recorded of a past case that rules of its steps may draw on; of what handlers wrote, as it stands now. */
export async function readPastFacts(ctx: Context, record: CaseRecord): Promise<Facts> {
  const [application, answers] = await Promise.all([readAnswers(ctx, record), readStepAnswers(ctx, record.id)]);
  const own = answers.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { application, step: Object.assign({}, ...own.map((one) => one.answers)) as Record<string, unknown> };
}

/** Runs the rules of a step at a moment on a past case, by the versions in force; nothing is kept (WFL-01, WFL-03). */
export async function rehearseStepRules(ctx: Context, node: Pick<UserTaskNode, 'rules'>, on: StepRule['on'], facts: StepFacts): Promise<RehearsedCheck[]> {
  return Promise.all((await runStepRules(ctx, node, on, facts)).map(async (check) => present(check, await unsureOf(ctx, check, facts))));
}

function present({ rule, ruleSetName, versionNumber, result, applies, failed, message }: StepCheck, unsure: string[]): RehearsedCheck {
  // What a rule comes to may repeat what the application says; its own words do not.
  const own = failed ? '没有得出结果：缺少要用的数据，或规则本身有误' : result !== null && message === `${ruleSetName}：${result}` ? '' : message;
  return { moment: rule.on, effect: rule.effect, ruleSetName, versionNumber, applies, failed, message: own, unsure };
}

async function unsureOf(ctx: Context, { rule, ruleSetName, versionId }: StepCheck, { step }: StepFacts): Promise<string[]> {
  if (versionId === null) return [];
  const { inputs } = await readRuleContent(ctx, versionId);
  const written = inputs.filter(({ name }) => step[name] !== undefined || rule.inputs?.includes(`step.${name}`) === true).map(({ name, label }) => `“${label ?? name}”`);
  return written.length === 0 ? [] : [`规则“${ruleSetName}”看办理人填的${written.join('、')}，走到这一步时填的是什么没有单独记录，这里按最后填的算`];
}
