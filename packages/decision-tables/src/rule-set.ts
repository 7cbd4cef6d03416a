/** What a value is. `integer` is a number without a fraction (age, copies, money in 分); a `date` is an ISO day (`2026-11-20`). */
export const valueTypes = ['text', 'number', 'integer', 'boolean', 'date', 'record', 'any'] as const;
export type ValueType = (typeof valueTypes)[number];

/** Shape of a value; with `list`, of each element. */
export interface ValueShape {
  readonly type: ValueType;
  readonly list?: boolean;
  /** Fields of a record. */
  readonly fields?: readonly ValueField[];
  /** The values that may occur, as FEEL tests: `"甲", "乙"` or `[0..150]`. */
  readonly allowedValues?: string;
  /** Whether there may be no value (null). Without it a missing value is a failure, never taken for something else. */
  readonly optional?: boolean;
}

export interface ValueField extends ValueShape {
  readonly name: string;
}

/** Something a rule set is told. */
export interface RuleInput extends ValueShape {
  readonly id: string;
  /** The name that expressions use. */
  readonly name: string;
  /** What people read; the name when left out. */
  readonly label?: string;
}

/**
 * How the rules that fit become one result (OMG DMN 1.3, 8.2.8): U unique, A any, P priority, F first, R rule order, O output
 * order, C collect, C+ sum, C< least, C> greatest, C# count.
 */
export const hitPolicies = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

/** A column that is tested: its cells are FEEL tests of the value of `expression`. */
export interface TableInput {
  readonly id: string;
  readonly expression: string;
  readonly label?: string;
  /** Left out, the type of the input that the expression names, otherwise `any`. */
  readonly type?: ValueType;
  readonly allowedValues?: string;
  readonly optional?: boolean;
}

/** A column that is answered: its cells are FEEL expressions. */
export interface TableOutput {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly type: ValueType;
  /** Values that may occur, as FEEL tests; under P and O in order of priority, highest first. */
  readonly allowedValues?: string;
  /** The value when no rule fits, as a FEEL expression. */
  readonly defaultValue?: string;
  readonly optional?: boolean;
}

export interface TableRule {
  readonly id: string;
  /** One cell for each input column; `-` or nothing fits every value. */
  readonly inputs: readonly string[];
  /** One cell for each output column. */
  readonly outputs: readonly string[];
  readonly annotation?: string;
}

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

/** A decision that is one FEEL expression. */
export interface LiteralExpression extends ValueShape {
  readonly kind: 'expression';
  readonly expression: string;
}

export interface Decision {
  readonly id: string;
  /** The name that expressions of other decisions use. */
  readonly name: string;
  readonly label?: string;
  /** Names of the inputs and decisions it reads; it sees nothing else. */
  readonly requires: readonly string[];
  readonly logic: DecisionTable | LiteralExpression;
}

/** A small decision requirements graph: what is told, and the decisions that follow from it. */
export interface RuleSet {
  readonly inputs: readonly RuleInput[];
  readonly decisions: readonly Decision[];
}
