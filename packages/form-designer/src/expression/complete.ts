import { rank, suggestFunctions, type Suggestion, type Suggestions } from '@tongban/expression-editor';
import type { ExpressionName } from '@tongban/form-model';

const MOST = 12;
const TYPED = /[\p{L}\p{N}_]*$/u;
const FUNCTIONS = suggestFunctions();

type OptionsOf = (name: string) => readonly { value: string; label: string }[];

function nameOf(name: string, label: string, note: string): Suggestion {
  return { key: `name ${name}`, label, note, insert: name, cursor: name.length };
}

/**
 * What can stand at the cursor: names of fields by id or label, parts after a dot, functions, options of a choice inside quotes.
 * Nothing inside other texts.
 */
export function complete(source: string, cursor: number, names: readonly ExpressionName[], optionsOf: OptionsOf): Suggestions {
  const before = source.slice(0, cursor);
  const quote = /"([^"]*)$/.exec(before);
  if (isInText(before) && quote !== null) return completeOption(source, cursor, quote[1] ?? '', optionsOf);
  const typed = TYPED.exec(before)?.[0] ?? '';
  const from = cursor - typed.length;
  const offer = (list: readonly Suggestion[]): Suggestions => ({ from, to: cursor, list: rank(list.filter(({ insert }) => insert !== typed), typed, MOST) });
  const owner = /([\p{L}\p{N}_]+)\.$/u.exec(before.slice(0, from))?.[1];
  if (owner !== undefined) return offer((names.find(({ name }) => name === owner)?.parts ?? []).map(({ name, label }) => nameOf(name, label, name)));
  // Nothing yet, or a number.
  if (/^\d*$/.test(typed)) return offer([]);
  return offer([...names.map(({ name, label, kind }) => nameOf(name, label, kind === 'table' ? `${name}（表格）` : name)), ...FUNCTIONS]);
}

function isInText(before: string): boolean {
  return (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

function completeOption(source: string, cursor: number, typed: string, optionsOf: OptionsOf): Suggestions {
  const before = source.slice(0, cursor);
  const name = /([\p{L}\p{N}_]+)\s*(?:!=|=|in\s*[([](?:\s*"[^"]*"\s*,)*)\s*"[^"]*$/u.exec(before)?.[1];
  const options = (name === undefined ? [] : optionsOf(name)).map(({ value, label }): Suggestion => ({ key: `option ${value}`, label, note: value, insert: `${value}"`, cursor: value.length + 1 }));
  // A quote that was closed already is not closed twice.
  return { from: cursor - typed.length, to: source.startsWith('"', cursor) ? cursor + 1 : cursor, list: rank(options, typed, MOST) };
}
