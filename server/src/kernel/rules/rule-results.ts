import { isDeepStrictEqual } from 'node:util';
import type { RuleSetContent } from './contract.ts';

/** A result that a setting can ask for: a decision, or one column of it, with its possible values where the rules list them. */
export interface RuleResult { name: string; results: string[] }

/** `"符合", "不符合"` → 符合, 不符合; nothing for a list that is not only texts. */
function textsOf(allowedValues: string | undefined): string[] {
  if (allowedValues === undefined || !/^\s*"[^"]*"(\s*,\s*"[^"]*")*\s*$/u.test(allowedValues)) return [];
  return [...allowedValues.matchAll(/"([^"]*)"/gu)].map(([, text]) => text ?? '');
}

/** Every result of the rules by the name that settings use: `办理方式`, or `资格.结论` for a column of several. */
export function listResults(content: RuleSetContent): RuleResult[] {
  return content.decisions.flatMap(({ name, logic }): RuleResult[] => {
    if (logic.kind === 'expression') return [{ name, results: logic.type === 'boolean' ? ['是', '否'] : textsOf(logic.allowedValues) }];
    const [only, ...others] = logic.outputs;
    if (only !== undefined && others.length === 0) return [{ name, results: only.type === 'boolean' ? ['是', '否'] : textsOf(only.allowedValues) }];
    return logic.outputs.map((output) => ({ name: `${name}.${output.name}`, results: output.type === 'boolean' ? ['是', '否'] : textsOf(output.allowedValues) }));
  });
}

/** What a run gave under a name of `listResults`, in the words that settings compare with. */
export function resultOf(results: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const [decision = '', column] = name.split('.');
  const result = results[decision];
  const value = column === undefined ? result : (result as Record<string, unknown> | null | undefined)?.[column];
  if (typeof value === 'boolean') return value ? '是' : '否';
  return value === null || value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** The texts that a listing decision gave; one text counts as a list of one. */
export function textsIn(results: Readonly<Record<string, unknown>>, decision: string): string[] {
  const value = results[decision];
  if (isDeepStrictEqual(value, null) || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((one) => String(one)).filter((text) => text !== '');
}
