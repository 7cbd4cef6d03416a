import { dropFiller, normalizeSearchText } from './normalize.ts';
import { toPinyin } from './pinyin.ts';
import { CHARACTER_MARK, INITIALS_MARK, PAIR_MARK, PINYIN_MARK, characterPairs, quoteLexeme } from './search-vector.ts';
import { segment } from './segment.ts';

/** How a record was found, from the surest to the loosest. */
export type SearchMatch = 'words' | 'pinyin' | 'similar' | 'some-words';

/** One way to answer a query: cast `tsquery` with `::tsquery`. */
export interface SearchAttempt {
  readonly match: SearchMatch;
  readonly tsquery: string;
}

/** Longest query that is searched for a wrong character; longer ones hold enough words for the other attempts. */
const LONGEST_TYPO = 20;

/**
 * Plans a search: every word; else the same sound (pinyin, initials, homophone typos); else one wrong, missing or
 * extra character; else some of the words. The caller takes the first attempt that finds something.
 * Empty when the text holds neither letters nor digits.
 */
export function planSearch(text: string, options: { readonly typing?: boolean } = {}): SearchAttempt[] {
  const normalized = normalizeSearchText(text).slice(0, 100);
  if (normalized === '') return [];
  const words = dropFiller(segment(normalized)).slice(0, 12);
  const every = joinWords(words, '&', options.typing === true);
  const attempts: (SearchAttempt | undefined)[] = [
    { match: 'words', tsquery: every },
    attempt('pinyin', soundQuery(normalized)),
    attempt('similar', typoQuery(normalized)),
    words.length > 1 ? attempt('some-words', joinWords(words.filter((word) => [...word].length > 1), '|', false)) : undefined,
  ];
  return attempts.filter((one) => one !== undefined);
}

function attempt(match: SearchMatch, tsquery: string): SearchAttempt | undefined {
  return tsquery === '' ? undefined : { match, tsquery };
}

// While a person types, the last word may be half of one.
function joinWords(words: readonly string[], operator: '&' | '|', lastIsPrefix: boolean): string {
  return words.map((word, index) => wordQuery(word, lastIsPrefix && index === words.length - 1)).join(` ${operator} `);
}

function wordQuery(word: string, prefix: boolean): string {
  const asWord = quoteLexeme(word) + (prefix ? ':*' : '');
  // A lone character is seldom a word of the index: 户 stands inside 户口.
  return [...word].length === 1 ? `(${asWord} | ${quoteLexeme(CHARACTER_MARK + word)})` : asWord;
}

function soundQuery(normalized: string): string {
  const joined = normalized.replaceAll(' ', '');
  const sound = toPinyin(joined);
  // One letter begins a tenth of all names: nobody is helped by that list.
  if (sound.length < 2) return '';
  const byPinyin = `${quoteLexeme(PINYIN_MARK + sound)}:*`;
  return /^[a-z]+$/.test(joined) ? `${byPinyin} | ${quoteLexeme(INITIALS_MARK + joined.slice(0, 60))}:*` : byPinyin;
}

function typoQuery(normalized: string): string {
  const characters = [...normalized.replaceAll(' ', '')];
  if (characters.length < 3 || characters.length > LONGEST_TYPO || characters.every((one) => /[a-z0-9]/.test(one))) return '';
  const variants = new Set<string>();
  for (let index = 0; index < characters.length; index += 1) {
    // Character `index` is wrong or too much: what stands before and after it must be there.
    variants.add(allPairs(characters.slice(0, index), characters.slice(index + 1)));
    // A character is missing before `index`.
    if (index > 0) variants.add(allPairs(characters.slice(0, index), characters.slice(index)));
  }
  variants.delete('');
  return [...variants].map((variant) => `(${variant})`).join(' | ');
}

function allPairs(...parts: readonly string[][]): string {
  const lexemes = new Set(parts.flatMap((part) =>
    part.length === 1 ? [CHARACTER_MARK + part.join('')] : characterPairs(part.join('')).map((pair) => PAIR_MARK + pair)));
  return [...lexemes].map(quoteLexeme).join(' & ');
}
