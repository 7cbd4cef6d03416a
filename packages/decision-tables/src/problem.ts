/** Where in a rule set something is: the decision by name, the rule by its number from 1, the column by its place from 0. */
export interface RulePlace {
  readonly decision?: string;
  readonly rule?: number;
  readonly column?: { readonly kind: 'input' | 'output'; readonly index: number };
  /** An input of the rule set, by name. */
  readonly input?: string;
}

/** Why a rule set cannot be run; `message` is Chinese. */
export interface RuleProblem extends RulePlace {
  readonly code: string;
  readonly message: string;
}

/** Problems of one expression or cell, said of the place it stands at. */
export function problemsAt(place: RulePlace, problems: readonly { readonly code: string; readonly message: string }[]): RuleProblem[] {
  return problems.map(({ code, message }) => ({ ...place, code, message }));
}
