import { formatValue } from '@tongban/decision-tables';
import { maskNumbersIn } from '@tongban/identifiers';
import type { RuleOutcome, RuleSetContent } from '../contract.ts';
import { failureLabel } from '../failure-labels.ts';
import type { RuleRun } from '../run.contract.ts';

const hiddenWords = '已隐去';
/** Whether a value says nothing of a person: yes or no, or one of a few that the rules name. */
function isPlain(value: unknown, allowedValues: string | undefined): boolean {
  if (typeof value === 'boolean' || value === null || value === undefined) return true;
  return typeof value === 'string' && (allowedValues?.includes(JSON.stringify(value)) ?? false);
}

/** What the rules were told, in the order of the version; values of a person are hidden unless all is shown. */
export function presentInputs({ inputs }: RuleSetContent, told: Readonly<Record<string, unknown>>, full: boolean): RuleRun['inputs'] {
  return inputs.map(({ name, label, type, allowedValues }) => {
    const value = told[name];
    const hidden = !full && !isPlain(value, allowedValues);
    return { name, label: label ?? name, value: hidden ? hiddenWords : value === undefined ? '没有' : formatValue(value, type), hidden };
  });
}

/** Whether a result says no more than its rules do: rows chose it, or it is yes or no. What an expression works out, such as an age, is what was stated in another form. */
function isChosen({ rules, result }: RuleOutcome['explanation'][number]): boolean {
  return rules.length > 0 || result === '是' || result === '否';
}

/** An outcome without what was stated: which rows fitted and what came of it stay, what each condition saw and each expression worked out does not. */
export function maskOutcome(outcome: RuleOutcome, inputs: RuleRun['inputs']): RuleOutcome {
  const plain = new Set(inputs.filter(({ hidden }) => !hidden).map(({ value }) => value));
  const see = (value: string): string => (plain.has(value) ? value : hiddenWords);
  const { failure } = outcome;
  const chosen = new Set(outcome.explanation.filter(isChosen).map(({ decision }) => decision));
  return {
    ok: outcome.ok, results: Object.fromEntries(Object.entries(outcome.results).map(([name, value]) => [name, !chosen.has(name) ? hiddenWords : typeof value === 'string' ? maskNumbersIn(value) : value])),
    failure: failure && { ...failure, message: failureLabel(failure.code) },
    explanation: outcome.explanation.map((decision) => ({
      ...decision, result: decision.result === null ? null : isChosen(decision) ? maskNumbersIn(decision.result) : hiddenWords,
      // The sentence of a failed or worked out decision repeats what was stated.
      summary: decision.result === null ? failureLabel(failure?.code ?? '') : isChosen(decision) ? maskNumbersIn(decision.summary) : hiddenWords,
      seen: decision.seen.map(({ label, value }) => ({ label, value: see(value) })),
      rules: decision.rules.map((rule) => ({ ...rule, conditions: rule.conditions.map((one) => ({ ...one, value: see(one.value) })) })),
    })),
  };
}

/** What came of a run in one line: the results that rows chose, or why there is none. */
export function summarizeOutcome({ ok, failure, explanation }: RuleOutcome): string {
  if (!ok) return failureLabel(failure?.code ?? '');
  const chosen = explanation.filter(isChosen).map(({ label, result }) => `${label}：${maskNumbersIn(result ?? '')}`).join('；');
  return [...chosen || '得出结果'].slice(0, 300).join('');
}
