import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { evaluateRuleSet, failureLabels, recordEvaluation, type RuleEvaluation } from '../../../kernel/rules/index.ts';
import { decisionOf, type DispatchReason } from '../contract.ts';
import { gatherFacts, type FactSource } from './gather-facts.ts';
import type { DispatchRules } from './rules-in-force.ts';

/** A reason with the words for it. */
export interface Trouble { readonly code: DispatchReason; readonly words: string }

/** What one rule set said of a case: its result with the rows that decided, nothing that fitted, or what was wrong. */
export interface RuleRun {
  readonly rules: DispatchRules;
  readonly evaluation: RuleEvaluation | undefined;
  readonly rows: readonly number[];
  readonly note: string | null;
  readonly result: unknown;
  readonly trouble: Trouble | undefined;
}

const mostNote = 500;

/** Runs a dispatch rule set on a case; whatever is wrong with it is a trouble, never an error, since no case may be lost over a rule. */
export async function runDispatchRules(ctx: Context, rules: DispatchRules, source: FactSource): Promise<RuleRun> {
  const decision = decisionOf[rules.kind];
  const nothing = { rules, evaluation: undefined, rows: [], note: null, result: undefined };
  try {
    const evaluation = await evaluateRuleSet(ctx, rules.versionId, await gatherFacts(rules, source), [decision]);
    const { outcome } = evaluation;
    if (!outcome.ok) {
      const none = outcome.failure?.code === 'no-rule' && outcome.failure.decision === decision;
      return { ...nothing, evaluation, trouble: none ? undefined : { code: 'rules-failed', words: `规则“${rules.name}”不能运行：${labelOf(outcome.failure?.code)}` } };
    }
    const decided = outcome.explanation.find((one) => one.decision === decision)?.rules.filter((rule) => rule.decided) ?? [];
    const note = [...new Set(decided.map(({ annotation }) => annotation).filter((text) => text !== ''))].join('；').slice(0, mostNote);
    return { rules, evaluation, rows: decided.map(({ number }) => number), note: note === '' ? null : note, result: outcome.results[decision], trouble: undefined };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...nothing, trouble: { code: 'rules-failed', words: `规则“${rules.name}”不能运行：${error.title}` } };
  }
}

function labelOf(code: string | undefined): string {
  return Object.entries(failureLabels).find(([known]) => known === code)?.[1] ?? '没有结果';
}

/** Keeps runs with the batch of what they decided, so that versions can be tried on them; gives the id of the run asked for. */
export function keepRuns(ctx: Context, batch: WriteBatch, runs: readonly RuleRun[], record: { id: string; number: string }, asked: RuleRun | undefined): string | null {
  let found: string | null = null;
  for (const run of runs) {
    if (run.evaluation === undefined) continue;
    const id = recordEvaluation(ctx, batch, run.evaluation, { type: 'case', id: record.id, label: record.number });
    if (run === asked) found = id;
  }
  return found;
}
