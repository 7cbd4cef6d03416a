import { normalizeSearchText } from './normalize.ts';
import { pinyinRuns } from './pinyin.ts';
import { segmentForIndex } from './segment.ts';

/** PostgreSQL's four weights; A ranks highest. */
export type SearchWeight = 'A' | 'B' | 'C' | 'D';

/** One text of a record. `named` texts are also found by pinyin, by initials and with one wrong character. */
export interface SearchField {
  readonly text: string;
  readonly weight: SearchWeight;
  readonly named?: boolean;
}

/** Marks keep the kinds of lexemes apart inside one tsvector: words have none. */
export const PINYIN_MARK = 'p~';
export const INITIALS_MARK = 'i~';
export const PAIR_MARK = 'b~';
export const CHARACTER_MARK = 'c~';

// PostgreSQL keeps positions up to 16383 and a lexeme below 2 KiB.
const MOST_WORDS = 16_000;

/**
 * Builds the tsvector of a record as text to be cast with `::tsvector`.
 * Everything a query may need is a lexeme of this one vector, so that one GIN index answers every kind of match.
 */
export function buildSearchVector(fields: readonly SearchField[]): string {
  const places = new Map<string, Map<number, SearchWeight>>();
  let position = 0;
  const add = (lexeme: string, weight: SearchWeight) => {
    const at = places.get(lexeme) ?? new Map<number, SearchWeight>();
    // PostgreSQL keeps at most 256 positions of a lexeme.
    if (at.size < 256) at.set(position, weight);
    places.set(lexeme, at);
  };
  for (const { text, weight, named } of fields) {
    for (const word of segmentForIndex(text)) {
      if (position >= MOST_WORDS) break;
      position += 1;
      add(word, weight);
    }
    if (named !== true) continue;
    for (const run of pinyinRuns(text)) {
      add(PINYIN_MARK + run.pinyin, 'D');
      add(INITIALS_MARK + run.initials, 'D');
    }
    for (const pair of characterPairs(text)) add(PAIR_MARK + pair, 'D');
    for (const character of characters(text)) add(CHARACTER_MARK + character, 'D');
  }
  return [...places].map(([lexeme, at]) => `${quoteLexeme(lexeme)}:${[...at].map(([place, weight]) => `${Math.max(place, 1)}${weight}`).join(',')}`).join(' ');
}

/** Neighbouring characters of a text without its marks: 护士证 → 护士, 士证. */
export function characterPairs(text: string): string[] {
  const all = characters(text);
  return all.slice(1).map((character, index) => `${all[index] ?? ''}${character}`);
}

function characters(text: string): string[] {
  return [...normalizeSearchText(text).replaceAll(' ', '')];
}

/** Quotes a lexeme for a tsvector or tsquery literal. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
