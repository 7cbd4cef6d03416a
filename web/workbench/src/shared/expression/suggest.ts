import { rank, suggestFunctions, type Suggestion, type Suggestions } from '@tongban/expression-editor';
import { text } from './text.ts';

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

const most = 40;
const functions = suggestFunctions();

function toSuggestion(kind: 'value' | 'name'): (word: Word) => Suggestion {
  return ({ text: word, detail = '' }) => ({ key: `${kind} ${word}`, label: word, note: detail || text[kind], insert: word, cursor: word.length });
}

/** Offers what goes on with what stands before the cursor: allowed values first, then names, then functions. */
export function suggest(source: string, cursor: number, { names, values }: Vocabulary): Suggestions {
  const before = source.slice(0, cursor);
  const typed = before.slice(beginOf(before)).trimStart();
  const from = cursor - typed.length;
  const whole = values.map(toSuggestion('value'));
  if (typed.startsWith('"')) {
    // The quotation mark that was closed in advance goes with the value.
    const closing = /^[^"]*"/.exec(source.slice(cursor))?.[0].length ?? 0;
    return { from, to: cursor + closing, list: rank(whole.filter(({ label }) => label.startsWith('"')), typed.slice(1), most) };
  }
  const others = names.map(toSuggestion('name'));
  if (typed === '') return { from, to: cursor, list: (before.trim() === '' || /[,(]\s*$/.test(before) ? [...whole, ...others] : others).slice(0, most) };
  const list = rank([...whole, ...others, ...functions], typed, most);
  return { from, to: cursor, list: list.length === 1 && list[0]?.insert === typed ? [] : list };
}

/** Where the word before the cursor begins: an open text, or letters and dots. */
function beginOf(before: string): number {
  const quotes = before.split('"').length - 1;
  if (quotes % 2 === 1) return before.lastIndexOf('"');
  return before.length - (/[\p{L}\p{N}_.]*$/u.exec(before)?.[0].length ?? 0);
}
