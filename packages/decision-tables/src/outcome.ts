import type { RulePlace } from './problem.ts';

/** Names of what can go wrong in a run. */
export const failureCodes = [
  'missing-input', 'wrong-type', 'not-allowed', 'no-rule', 'several-rules', 'different-outputs', 'cell-failed', 'expression-failed', 'null-result', 'unknown-decision',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Why there is no result; `message` is Chinese and says of which decision and rules it speaks. */
export interface RuleFailure extends RulePlace {
  readonly code: FailureCode;
  readonly message: string;
  /** Numbers, from 1, of the rules it is about. */
  readonly rules?: readonly number[];
}

/** What happened in one decision, as little as is needed to explain it later. */
export interface DecisionTrace {
  readonly decision: string;
  /** What each column saw; for an expression, what each name it reads stood for. */
  readonly seen: readonly unknown[];
  /** Numbers, from 1, of the rules that fit; under F only the first is looked for. */
  readonly matched: readonly number[];
  /** Of these, those whose outputs make the result, in the order of the result. */
  readonly decided: readonly number[];
  readonly usedDefault: boolean;
  readonly result?: unknown;
}

/** The results by decision, or why there are none; either way what was looked at. */
export type RuleOutcome =
  | { readonly ok: true; readonly results: Readonly<Record<string, unknown>>; readonly trace: readonly DecisionTrace[] }
  | { readonly ok: false; readonly failure: RuleFailure; readonly trace: readonly DecisionTrace[] };

/** Thrown inside a run and caught by `evaluateRuleSet`; carries what the failing decision had seen so far. */
export class RunFailed extends Error {
  readonly failure: RuleFailure;
  readonly seen: readonly unknown[];
  readonly matched: readonly number[];

  constructor(failure: RuleFailure, seen: readonly unknown[] = [], matched: readonly number[] = []) {
    super(failure.code);
    this.failure = failure;
    this.seen = seen;
    this.matched = matched;
  }
}
