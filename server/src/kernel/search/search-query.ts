import { dropFiller, normalizeSearchText } from './normalize.ts';
import { toPinyin } from './pinyin.ts';
import { CHARACTER_MARK, INITIALS_MARK, PAIR_MARK, PINYIN_MARK, quoteLexeme } from './search-vector.ts';
import { segment } from './segment.ts';

/** How a record was found, from the surest to the loosest. */
export type SearchMatch = 'words' | 'pinyin' | 'similar' | 'some-words';

/** One way to answer a query: cast `tsquery` with `::tsquery`. It is written when it is first asked for, since most searches end at the first. */
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
  const joined = normalized.replaceAll(' ', '');
  return [
    attempt('words', () => joinWords(words, '&', options.typing === true)),
    ...hasSound(joined) ? [attempt('pinyin', () => soundQuery(joined))] : [],
    ...mayBeMistyped(joined) ? [attempt('similar', () => typoQuery(joined))] : [],
    ...someWords(words),
  ];
}

function attempt(match: SearchMatch, write: () => string): SearchAttempt {
  let written: string | undefined;
  return { match, get tsquery() { return written ??= write(); } };
}

function someWords(words: readonly string[]): SearchAttempt[] {
  const longer = words.filter((word) => [...word].length > 1);
  return words.length > 1 && longer.length > 0 ? [attempt('some-words', () => joinWords(longer, '|', false))] : [];
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

// One letter begins a tenth of all names: nobody is helped by that list. Two common characters have two letters, unspelled.
function hasSound(joined: string): boolean {
  return /[a-z0-9\u4e00-\u9fff]{2}/.test(joined) || toPinyin(joined).length > 1;
}

function soundQuery(joined: string): string {
  const byPinyin = `${quoteLexeme(PINYIN_MARK + toPinyin(joined))}:*`;
  return /^[a-z]+$/.test(joined) ? `${byPinyin} | ${quoteLexeme(INITIALS_MARK + joined.slice(0, 60))}:*` : byPinyin;
}

function mayBeMistyped(joined: string): boolean {
  const { length } = [...joined];
  return length >= 3 && length <= LONGEST_TYPO && !/^[a-z0-9]*$/.test(joined);
}

function typoQuery(joined: string): string {
  const characters = [...joined];
  return oneWrong(characters, 0, characters.length);
}

/**
 * Any one character from `from` to before `to` may be wrong: either the later half is right and the wrong one is in the
 * earlier half, or the other way round. Halving states what all cases of a half share once, so that the index tests some
 * n·log n parts for each candidate instead of n². A character too many is found alike; where one is missing, all pairs but
 * one are there, which is more than is asked for.
 */
function oneWrong(all: readonly string[], from: number, to: number): string {
  if (to - from === 1) return lonely(all, from).map(quoteLexeme).join(' & ');
  const middle = (from + to) >> 1;
  const arms = [
    [...pairsBetween(all, middle, Math.min(to, all.length - 1)), oneWrong(all, from, middle)],
    [...pairsBetween(all, Math.max(from - 1, 0), middle - 1), oneWrong(all, middle, to)],
  ];
  return `(${arms.map((parts) => parts.filter((part) => part !== '').join(' & ')).join(' | ')})`;
}

/** The first or last character, where it stands alone beside the wrong one and is in no pair. */
function lonely(all: readonly string[], wrong: number): string[] {
  const ends = [...(wrong === 1 ? all.slice(0, 1) : []), ...(wrong === all.length - 2 ? all.slice(-1) : [])];
  return ends.map((character) => CHARACTER_MARK + character);
}

/** Neighbours that begin at `from` to before `to`. */
function pairsBetween(all: readonly string[], from: number, to: number): string[] {
  return all.slice(from, Math.max(from, to)).map((character, index) => quoteLexeme(`${PAIR_MARK}${character}${all[from + index + 1] ?? ''}`));
}
