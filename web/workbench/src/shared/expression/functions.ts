import { text } from './text.ts';

/** A function or a way of writing that is offered while an expression is typed; `$` marks where the cursor goes. */
export interface OfferedFunction {
  readonly name: string;
  /** Inserted text; the cursor goes to `$`. */
  readonly template: string;
  readonly help: string;
}

const templates = [
  'if $ then 1 else 2', 'count($)', 'sum($)', 'total($)', 'min($)', 'max($)', 'mean($)', 'list contains($, "")', 'contains($, "")', 'starts with($, "")', 'ends with($, "")',
  'matches($, "")', 'string length($)', 'substring($, 1, 1)', 'substring before($, "")', 'substring after($, "")', 'upper case($)', 'floor($)', 'ceiling($)', 'round half up($, 2)', 'decimal($, 2)', 'abs($)',
  'modulo($, 2)', 'date("$")', 'age($, date(""))', 'birthDateOf($)', 'sexOf($)', 'not($)', 'some x in $ satisfies x > 0', 'every x in $ satisfies x > 0',
] as const;

/** What people use of FEEL and of the platform's own functions, each with a word of help. */
export const offeredFunctions: readonly OfferedFunction[] = templates.map((template) => {
  const name = /^[^($]*/.exec(template)?.[0].trim() ?? template;
  return { name, template, help: text.functions[name] ?? '' };
});
