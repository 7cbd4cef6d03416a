/** A reason why an expression cannot be used or gave no answer; `message` is Chinese, `from`/`to` are offsets in the source. */
export interface ExpressionProblem {
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What a name stands for. A `date` arrives and leaves as an ISO string (`2026-11-20`) and is a FEEL date inside;
 * an object describes a context, or the rows of a list of contexts.
 */
export type NameType = 'any' | 'date' | { readonly [field: string]: NameType };

/** Names an expression may use: a plain list, or names with their types. */
export type ExpressionNames = readonly string[] | { readonly [name: string]: NameType };

/**
 * A function the caller lends to expressions, such as working-day arithmetic.
 * Dates arrive as ISO strings; with `returns: 'date'` the answer is an ISO date string.
 */
export interface ExpressionFunction {
  readonly parameters: readonly string[];
  readonly returns?: 'date' | 'any';
  readonly call: (...values: readonly unknown[]) => unknown;
}

export type ExpressionFunctions = Readonly<Record<string, ExpressionFunction>>;

/** Values by name; dates as ISO strings, money as integer 分. */
export type ExpressionContext = Readonly<Record<string, unknown>>;

/** `expression` gives a value; `tests` (a cell of a decision table, such as `< 18, >= 60`) say whether a value fits them. */
export type ExpressionForm = 'expression' | 'tests';

/** A compiled expression: immutable, safe to share and to keep. */
export interface Expression {
  readonly source: string;
  readonly form: ExpressionForm;
  /** Names read from the context, sorted. */
  readonly names: readonly string[];
  /** Dotted paths read from the context (`applicant.age`, `items.amount`), sorted. */
  readonly paths: readonly string[];
  /** True when the quick evaluator understands the whole of it. */
  readonly quick: boolean;
  /** 0, 1 or 2: loops inside one another, each over lists of bounded length. */
  readonly loopDepth: number;
}

export type CompileResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

export type EvaluateResult<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ExpressionProblem };
