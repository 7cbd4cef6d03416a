/** A value of one column in an example, as JSON and in words. */
export interface ExampleValue {
  readonly label: string;
  readonly expression: string;
  readonly value: unknown;
  readonly words: string;
}

/**
 * overlap 两行同时适用, conflict 同时适用而结果不同, gap 没有规则适用, impossible 条件自相矛盾, unreachable 永远轮不到, duplicate 重复,
 * unjudged 不能判断, budget 没有查完.
 */
export const findingCodes = ['overlap', 'conflict', 'gap', 'impossible', 'unreachable', 'duplicate', 'unjudged', 'budget'] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What a check found. `error` is certain and keeps a rule set from being published; the others are for people to look at. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly decision: string;
  /** Numbers, from 1, of the rules it is about. */
  readonly rules: readonly number[];
  readonly example?: readonly ExampleValue[];
  /** The cells of a rule that would fill a gap, by the expression of their column; columns that fit every value are left out. */
  readonly filling?: readonly { readonly expression: string; readonly cell: string }[];
  readonly message: string;
}
