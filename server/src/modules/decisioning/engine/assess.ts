import { listFields } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { evaluateRuleSet, readRuleContent, type RuleEvaluation } from '../../../kernel/rules/index.ts';
import { listReviewPoints, pathOfPoint } from '../../catalog/contract.ts';
import { findOpenSibling } from '../../cases/index.ts';
import { checkAnswers, requirementsOf } from '../../intake/index.ts';
import { requireUsableLicences } from '../../licences/index.ts';
import { resultOf, textsIn } from '../../../kernel/rules/rule-results.ts';
import { handOverReasonLabels, type Capability, type HandOverReason, type PointAnswer, type SettingContent } from '../contract.ts';
import { fail } from '../errors.ts';
import type { RunCheck, Suggestion } from '../tables.ts';
import type { Application } from './application.ts';
import { gatherInputs, readFacts, type Facts } from './gather-inputs.ts';

/** Why the platform leaves a case to a person, in words for that person. */
export interface HandOver { code: HandOverReason; text: string }

/** What the platform makes of an application. Without `handOver` everything speaks for approval. */
export interface Assessment {
  evaluation: RuleEvaluation | undefined;
  checks: RunCheck[];
  points: Suggestion['points'];
  /** What the rules list as wrong, for the applicant. */
  problems: string[];
  handOver: HandOver | undefined;
}

export function handOver(code: HandOverReason, detail = ''): HandOver {
  return { code, text: detail === '' ? `${handOverReasonLabels[code]}。` : `${handOverReasonLabels[code]}：${detail}` };
}

type Pinned = Pick<SettingContent, 'conclusion' | 'problems' | 'inputs' | 'points' | 'capabilities'>;

/**
 * Judges an application by the pinned version of the rules and by what else the setting has checked. Never gives an adverse
 * result: whatever does not clearly speak for approval is left to a person with the reason (design invariant 8).
 */
export async function assess(ctx: Context, setting: Pinned, ruleVersionId: string, application: Application): Promise<Assessment> {
  const facts = await readFacts(ctx, application, setting.inputs);
  const checks = await runChecks(ctx, setting.capabilities, facts);
  const { inputs: asked } = await readRuleContent(ctx, ruleVersionId);
  const { inputs, missing } = gatherInputs(setting.inputs, facts, (name) => asked.find((input) => input.name === name)?.optional === true);
  const none = { evaluation: undefined, points: [], problems: [] };
  if (missing.length > 0) return { ...none, checks, handOver: handOver('input-missing', `${missing.join('、')}。`) };
  const evaluation = await evaluate(ctx, ruleVersionId, inputs);
  if (!evaluation) return { ...none, checks, handOver: handOver('rules-failed') };
  const points = answerPoints(setting.points, evaluation, application);
  const problems = setting.problems === undefined ? [] : textsIn(evaluation.outcome.results, setting.problems);
  return { evaluation, checks, points, problems, handOver: judge(setting, evaluation, checks, points) };
}

async function evaluate(ctx: Context, ruleVersionId: string, inputs: Record<string, unknown>): Promise<RuleEvaluation | undefined> {
  try {
    return await evaluateRuleSet(ctx, ruleVersionId, inputs);
  } catch (error) {
    // Too large, or not runnable any more: a matter for a person, not for another attempt.
    if (!(error instanceof AppError)) throw error;
    ctx.kernel.log.warn({ err: error, ruleVersionId }, 'rules could not be asked');
    return undefined;
  }
}

function judge({ conclusion }: Pinned, { outcome }: RuleEvaluation, checks: readonly RunCheck[], points: Suggestion['points']): HandOver | undefined {
  if (!outcome.ok) return handOver('rules-failed', outcome.failure?.message ?? '');
  const result = resultOf(outcome.results, conclusion.decision);
  if (result !== conclusion.value) return handOver('rules-refuse', `“${conclusion.decision}”的结果是“${result ?? '没有结果'}”。`);
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length > 0) return handOver('check-failed', failed.map(({ label, note }) => (note === '' ? label : `${label}（${note}）`)).join('；'));
  const open = points.filter(({ satisfied }) => !satisfied);
  return open.length > 0 ? handOver('point-open', `${open.length} 处，见审查要点。`) : undefined;
}

/** Answers the review points of the materials that the application has, and of the conditions that its situation asks about. */
export function answerPoints(answers: readonly PointAnswer[], evaluation: RuleEvaluation | undefined, application: Application): Suggestion['points'] {
  const reviewed = { situationKey: application.situationKey, materialKeys: new Set(application.materials.map(({ key }) => key)) };
  const asked = new Set((['acceptance', 'review', 'decision'] as const).flatMap((stage) =>
    listReviewPoints(application.version.elements, reviewed, stage).map(({ materialKey, point }) => pathOfPoint(materialKey, point.key))));
  return answers.filter(({ materialKey, pointKey }) => asked.has(pathOfPoint(materialKey, pointKey))).map(({ materialKey, pointKey, by, decision = '', value = '', reason = '' }) => {
    const place = { ...(materialKey === undefined ? {} : { materialKey }), pointKey };
    if (by === 'covered') return { ...place, satisfied: true, because: reason };
    const result = evaluation?.outcome.ok ? resultOf(evaluation.outcome.results, decision) : undefined;
    return { ...place, satisfied: result !== undefined && result === value, because: `规则“${decision}”：${result ?? '没有结果'}` };
  });
}

const labels: Record<Exclude<Capability, 'pre-check'>, string> = { 'form': '申请表各项校验', 'applicant': '申请人与实名信息一致', 'licences': '引用的电子证照有效', 'single-case': '没有同一事项的在办件' };

async function runChecks(ctx: Context, wanted: readonly Capability[], facts: Facts): Promise<RunCheck[]> {
  const checks: RunCheck[] = [];
  for (const capability of wanted) {
    if (capability === 'pre-check') continue;
    const note = await fault(ctx, capability, facts);
    checks.push({ label: labels[capability], passed: note === undefined, note: note ?? '' });
  }
  return checks;
}

/** What is wrong by one check; undefined when it holds. */
async function fault(ctx: Context, capability: Exclude<Capability, 'pre-check'>, { application, applicant }: Facts): Promise<string | undefined> {
  switch (capability) {
    case 'form': {
      const needs = requirementsOf(application.version, application.guidance);
      const [first, ...more] = checkAnswers(ctx, needs, application.answers, application.answers, 'submit').issues;
      return first && `${first.message}${more.length > 0 ? `等 ${more.length + 1} 处` : ''}`;
    }
    case 'applicant': {
      const known: Record<string, string> = { 'person.name': applicant.name, 'person.idNumber': applicant.documentNumber, 'company.name': applicant.name, 'company.creditCode': applicant.documentNumber };
      const own = (element: string | undefined): element is string => element?.startsWith(`${applicant.kind}.`) === true && element in known;
      return listFields(application.definition).find(({ id, dataElement }) => own(dataElement) && application.answers[id] !== undefined && application.answers[id] !== known[dataElement])?.label;
    }
    case 'licences': {
      const ids = application.materials.flatMap(({ licenceId }) => licenceId ?? []);
      try {
        await requireUsableLicences(ctx, application.applicant, ids, () => fail('decisioning.run-not-found'));
        return undefined;
      } catch (error) {
        if (error instanceof AppError) return '有证照已经失效';
        throw error;
      }
    }
    case 'single-case': {
      const sibling = await findOpenSibling(ctx, { itemId: application.version.itemId, applicantId: application.applicant.id, exceptId: application.caseId });
      return sibling && `办件${sibling}`;
    }
  }
}
