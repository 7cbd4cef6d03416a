import { evaluate, evaluateBoolean, type Expression } from '@tongban/expressions';
import { ANSWER_PARTS } from './compile-form.ts';
import type { Field } from './field-schemas.ts';
import { fault, type Fault, isEmpty } from './reading.ts';

/** Values by name, as expressions see them: null for anything without a usable answer. */
export type Scope = Record<string, unknown>;

/** Outcome of an expression inside a form; `fault` only when every answer it needs is there and it still fails. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly fault: Fault | undefined;
}

/** What an expression sees of an answer; parts that are missing are null, lists are empty. */
export function toScopeValue(field: Field, value: unknown): unknown {
  const parts = ANSWER_PARTS[field.type];
  if (parts !== undefined) return { ...Object.fromEntries(Object.keys(parts).map((part) => [part, null])), ...(typeof value === 'object' ? value : {}) };
  if (value === undefined && (field.type === 'choices' || field.type === 'attachment' || field.type === 'image')) return [];
  return value ?? null;
}

/** Evaluates a condition; one that needs an answer not yet given does not hold. */
export function testCondition(expression: Expression, scope: Scope, label: string): Outcome<boolean> {
  const result = evaluateBoolean(expression, pick(expression, scope));
  if (result.ok) return { value: result.value, fault: undefined };
  return { value: false, fault: hasMissing(expression, scope) ? undefined : failed(label) };
}

/** Evaluates a computed value; one that needs an answer not yet given has no value. */
export function computeValue(expression: Expression, scope: Scope, label: string): Outcome<unknown> {
  const result = evaluate(expression, pick(expression, scope));
  if (result.ok) return { value: result.value ?? undefined, fault: undefined };
  return { value: undefined, fault: hasMissing(expression, scope) ? undefined : failed(label) };
}

function failed(label: string): Fault {
  return fault('expression-failed', `“${label}”的规则无法计算，请联系窗口工作人员。`);
}

/** Only what the expression reads: rows inherit a large scope. */
function pick(expression: Expression, scope: Scope): Scope {
  const picked: Scope = {};
  for (const name of expression.names) picked[name] = scope[name] ?? null;
  return picked;
}

/** True when an answer the expression reads is missing. */
export function hasMissing(expression: Expression, scope: Scope): boolean {
  return expression.paths.some((path) => {
    const [name = '', ...parts] = path.split('.');
    return isMissing(scope[name], parts);
  });
}

function isMissing(value: unknown, parts: readonly string[]): boolean {
  if (Array.isArray(value)) return parts.length > 0 && value.some((row) => isMissing(row, parts));
  const [part, ...rest] = parts;
  if (part === undefined) return isEmpty(value);
  return typeof value !== 'object' || value === null || isMissing(Reflect.get(value, part), rest);
}
