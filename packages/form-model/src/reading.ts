import type { FormContext } from './answers.ts';
import { cleanLine, countCharacters } from './clean-text.ts';

/** A fault in one answer, before it is known where the answer stands. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/**
 * An answer brought into its stored form. `value` is undefined when there is none; an answer that is wrong but harmless
 * is kept, so that a draft gives back what was typed.
 */
export interface Reading {
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

export interface ReadOptions {
  readonly context: FormContext;
  /** True on submission: formats, ranges and check characters count too. */
  readonly strict: boolean;
}

/** Longest text looked at at all; anything longer is refused unread. */
export const TEXT_LIMIT = 20_000;

export const EMPTY: Reading = { value: undefined, faults: [] };

export function reading(value: unknown, ...faults: readonly (Fault | undefined)[]): Reading {
  return { value, faults: faults.filter((fault) => fault !== undefined) };
}

export function fault(code: string, message: string): Fault {
  return { code, message };
}

/** An answer of a kind the field cannot hold, such as a list for a text; it is dropped. */
export function wrongType(label: string): Reading {
  return reading(undefined, fault('wrong-type', `“${label}”的内容格式不对，请重新填写。`));
}

/** True for nothing at all, blank text, an empty list, and an object with nothing in it. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** Own property of an object from outside; undefined for anything else, so that no prototype is ever read. */
export function ownValue(source: unknown, key: string): unknown {
  if (typeof source !== 'object' || source === null || Array.isArray(source) || !Object.hasOwn(source, key)) return undefined;
  return Reflect.get(source, key);
}

/** A short line of text, or undefined when it is empty, not text, or beyond `most` characters. */
export function shortLine(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string' || value.length > most * 4) return undefined;
  const text = cleanLine(value);
  return text === '' || countCharacters(text) > most ? undefined : text;
}

/** Builds an object of the entries that have a value, or undefined when none has. */
export function compactRecord(entries: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const kept = Object.entries(entries).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
