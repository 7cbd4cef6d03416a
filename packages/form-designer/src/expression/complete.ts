import type { ExpressionName } from '@tongban/form-model';
import { FUNCTION_HELP } from './function-help.ts';

/** One thing that can be written at the caret. */
export interface Completion {
  readonly text: string;
  readonly label: string;
  readonly note: string;
}

export interface Completing {
  /** Where what is typed so far begins. */
  readonly from: number;
  readonly completions: readonly Completion[];
}

const MOST = 12;
const TYPED = /[\p{L}\p{N}_]*$/u;

/**
 * What can stand at the caret: names of fields by id or label, parts after a dot, functions, options of a choice inside quotes.
 * Nothing inside other texts.
 */
export function complete(source: string, caret: number, names: readonly ExpressionName[], optionsOf: (name: string) => readonly { value: string; label: string }[]): Completing {
  const before = source.slice(0, caret);
  const quote = /"([^"]*)$/.exec(before);
  if (isInText(before) && quote !== null) return completeOption(before, quote[1] ?? '', optionsOf);
  const typed = TYPED.exec(before)?.[0] ?? '';
  const from = caret - typed.length;
  const owner = /([\p{L}\p{N}_]+)\.$/u.exec(before.slice(0, from))?.[1];
  if (owner !== undefined) {
    const parts = names.find(({ name }) => name === owner)?.parts ?? [];
    return { from, completions: matching(parts.map(({ name, label }) => ({ text: name, label, note: name })), typed) };
  }
  // Nothing yet, or a number.
  if (/^\d*$/.test(typed)) return { from, completions: [] };
  const fields = names.map(({ name, label, kind }): Completion => ({ text: name, label, note: kind === 'table' ? `${name}（表格）` : name }));
  const functions = FUNCTION_HELP.map(({ name, signature, meaning }): Completion => ({ text: `${name}(`, label: signature, note: meaning }));
  return { from, completions: matching([...fields, ...functions], typed) };
}

function isInText(before: string): boolean {
  return (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

function completeOption(before: string, typed: string, optionsOf: (name: string) => readonly { value: string; label: string }[]): Completing {
  const name = /([\p{L}\p{N}_]+)\s*(?:!=|=|in\s*[([](?:\s*"[^"]*"\s*,)*)\s*"[^"]*$/u.exec(before)?.[1];
  const options = name === undefined ? [] : optionsOf(name);
  return { from: before.length - typed.length, completions: options.filter(({ value, label }) => value.includes(typed) || label.includes(typed)).slice(0, MOST).map(({ value, label }) => ({ text: `${value}"`, label, note: value })) };
}

/** Those that begin with what is typed come first, whole ones are left out. */
function matching(all: readonly Completion[], typed: string): readonly Completion[] {
  const lower = typed.toLowerCase();
  const fits = all.filter(({ text, label }) => (text.toLowerCase().includes(lower) || label.toLowerCase().includes(lower)) && text !== typed);
  const rank = ({ text, label }: Completion): number => (text.toLowerCase().startsWith(lower) || label.toLowerCase().startsWith(lower) ? 0 : 1);
  return fits.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST);
}

/** The source with a completion in place of what was typed, and where the caret goes. */
export function takeCompletion(source: string, caret: number, from: number, text: string): { readonly source: string; readonly caret: number } {
  // A quote that was closed already is not closed twice.
  const rest = source.slice(caret);
  const written = text.endsWith('"') && rest.startsWith('"') ? text.slice(0, -1) : text;
  return { source: source.slice(0, from) + written + rest, caret: from + text.length };
}
