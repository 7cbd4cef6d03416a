/** A piece of a text: words, or a field to be filled in; `at` is where it begins. */
export type TextPart =
  | { readonly kind: 'words'; readonly words: string; readonly at: number }
  | { readonly kind: 'field'; readonly path: string; readonly format: string | undefined; readonly fallback: string | undefined; readonly raw: string; readonly at: number };

/** Braces that are no placeholder: one that was opened and not closed, closed and not opened, or holds nothing. */
export interface TextFault {
  readonly code: 'unclosed' | 'unopened' | 'empty';
  /** What stands there, at most 20 characters. */
  readonly words: string;
  readonly at: number;
}

const PLACEHOLDER = /\{\{\s*([^{}|\s](?:[^{}|]*?[^{}|\s])?)\s*(?:\|([^{}]*?)\s*)?\}\}/g;

/** What stands behind the name: a format, a default, or both. */
function readModifiers(modifiers: string | undefined): { format: string | undefined; fallback: string | undefined } {
  if (modifiers === undefined) return { format: undefined, fallback: undefined };
  const [format, fallback] = modifiers.trimStart().startsWith('or:') ? [undefined, modifiers.trimStart().slice(3)] : modifiers.split(/\s*\|\s*or:(.*)/s);
  return { format: format === undefined || format.trim() === '' ? undefined : format.trim(), fallback };
}

/** Texts that were split, of the last few hundred: a template is filled in again and again. */
const split = new Map<string, readonly TextPart[]>();
const mostSplit = 500;
const longestSplit = 2_000;

/** Splits a text into words and fields; braces that make no placeholder stay words. */
export function splitText(text: string): readonly TextPart[] {
  const known = split.get(text);
  if (known) return known;
  const parts = partsOf(text);
  if (split.size >= mostSplit) split.clear();
  if (text.length <= longestSplit) split.set(text, parts);
  return parts;
}

function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > at) parts.push({ kind: 'words', words: text.slice(at, match.index), at });
    parts.push({ kind: 'field', path: match[1] ?? '', ...readModifiers(match[2]), raw: match[0], at: match.index });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'words', words: text.slice(at), at });
  return parts;
}

/** Writes a field as it stands in a text. */
export function writeField({ path, format, fallback }: { path: string; format?: string | undefined; fallback?: string | undefined }): string {
  return `{{${path}${format === undefined ? '' : `|${format}`}${fallback === undefined ? '' : `|or:${fallback}`}}}`;
}

/** Braces of a text that are no placeholder, the first first. */
export function findTextFaults(text: string): TextFault[] {
  return splitText(text).flatMap((part): TextFault[] => {
    if (part.kind === 'field') return [];
    return [...part.words.matchAll(/\{\{\s*\}\}|\{\{|\}\}/g)].map((match) => ({
      code: match[0] === '{{' ? 'unclosed' : match[0] === '}}' ? 'unopened' : 'empty',
      words: match[0] === '}}' ? part.words.slice(Math.max(0, match.index - 18), match.index + 2) : part.words.slice(match.index, match.index + 20), at: part.at + match.index,
    }));
  });
}
