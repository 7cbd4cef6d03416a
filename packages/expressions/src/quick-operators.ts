import { NotComparable } from './evaluation-failures.ts';

/**
 * Thrown by the quick evaluator when a value is not of the simple kind it handles; the FEEL interpreter then takes over.
 * A shared object, not an Error: no stack is captured.
 */
export const NOT_QUICK: { readonly quick: false } = Object.freeze({ quick: false });

type Simple = null | boolean | number | string;

/** A value of JSON's simple types, or gives up. */
export function requireSimple(value: unknown): Simple {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (value === undefined) return null;
  throw NOT_QUICK;
}

export function requireNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  throw NOT_QUICK;
}

/** FEEL equality of simple values: null when the types differ, false against null. */
export function equalSimple(left: Simple, right: Simple): boolean | null {
  if (left === null || right === null) return left === right;
  return typeof left === typeof right ? left === right : null;
}

/**
 * FEEL ordering of simple values: null when either side is null. Unlike types fail: the interpreter would answer that
 * `"a" <= 1` holds.
 */
export function compareSimple(operator: string, left: Simple, right: Simple): boolean | null {
  if (typeof right === 'boolean') throw NOT_QUICK;
  if (left === null || right === null) return null;
  if (typeof left !== typeof right) throw new NotComparable();
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

/** Three-valued and: false wins, otherwise anything unknown makes it unknown. */
export function andValues(left: unknown, right: unknown): boolean | null {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : null;
}

/** Three-valued or: true wins, otherwise anything unknown makes it unknown. */
export function orValues(left: unknown, right: unknown): boolean | null {
  if (left === true || right === true) return true;
  return left === false && right === false ? false : null;
}

/** FEEL arithmetic on two numbers; division by zero is null. */
export function calculate(operator: string, left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 || Number.isNaN(right) ? null : left / right;
    default:
      return left ** right;
  }
}
