import { offeredFunctions } from './functions.ts';

/** A name or value that an expression may use, with what it is. */
export interface Word {
  readonly text: string;
  readonly detail?: string;
}

/** What an expression may be made of. */
export interface Vocabulary {
  readonly names: readonly Word[];
  /** Values that are allowed where the expression stands, as they are written: `"低保"`, `true`. */
  readonly values: readonly Word[];
}

export interface Suggestion {
  readonly kind: 'value' | 'name' | 'function';
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  /** Where the cursor goes within `insert`. */
  readonly cursor: number;
}

/** What may be written at the cursor, and the part of the source that it takes the place of. */
export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly list: readonly Suggestion[];
}

const most = 40;

/** Offers what goes on with what stands before the cursor: allowed values first, then names, then functions. */
export function suggest(source: string, cursor: number, { names, values }: Vocabulary): Suggestions {
  const before = source.slice(0, cursor);
  const begun = beginOf(before);
  const typed = before.slice(begun).trimStart();
  const from = cursor - typed.length;
  const whole = values.map(({ text, detail = '' }): Suggestion => ({ kind: 'value', label: text, detail, insert: text, cursor: text.length }));
  if (typed.startsWith('"')) {
    // The quotation mark that was closed in advance goes with the value.
    const closing = /^[^"]*"/.exec(source.slice(cursor))?.[0].length ?? 0;
    return { from, to: cursor + closing, list: rank(whole.filter(({ label }) => label.startsWith('"')), typed.slice(1)) };
  }
  const others: Suggestion[] = names.map(({ text, detail = '' }) => ({ kind: 'name', label: text, detail, insert: text, cursor: text.length }));
  if (typed === '') return { from, to: cursor, list: (before.trim() === '' || /[,(]\s*$/.test(before) ? [...whole, ...others] : others).slice(0, most) };
  const functions = offeredFunctions.map(({ name, template, help }): Suggestion => ({ kind: 'function', label: name, detail: help, insert: template.replace('$', ''), cursor: template.indexOf('$') }));
  const list = rank([...whole, ...others, ...functions], typed);
  return { from, to: cursor, list: list.length === 1 && list[0]?.insert === typed ? [] : list };
}

/** Where the word before the cursor begins: an open text, or letters and dots. */
function beginOf(before: string): number {
  const quotes = before.split('"').length - 1;
  if (quotes % 2 === 1) return before.lastIndexOf('"');
  return before.length - (/[\p{L}\p{N}_.]*$/u.exec(before)?.[0].length ?? 0);
}

function rank(list: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  const places = list.map((suggestion) => ({ suggestion, place: suggestion.label.toLowerCase().replace(/^"/, '').indexOf(wanted) }));
  const begins = places.filter(({ place }) => place === 0);
  return [...begins, ...places.filter(({ place }) => place > 0)].map(({ suggestion }) => suggestion).slice(0, most);
}

/** The source with a suggestion in its place, and where the cursor stands then. */
export function accept(source: string, { from, to }: Pick<Suggestions, 'from' | 'to'>, suggestion: Suggestion): { source: string; cursor: number } {
  return { source: source.slice(0, from) + suggestion.insert + source.slice(to), cursor: from + suggestion.cursor };
}
