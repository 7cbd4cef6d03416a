import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { normalizeSearchText } from './normalize.ts';

let jieba: Jieba | undefined;

// 220 ms and 60 MB: loaded on first use, so that command-line tools that never search do not pay.
function segmenter(): Jieba {
  jieba ??= Jieba.withDict(dict);
  return jieba;
}

/** Splits text into the words to index, long words together with the words inside them (城市道路 → 城市, 道路, 城市道路). */
export function segmentForIndex(text: string): string[] {
  return words(segmenter().cutForSearch(normalizeSearchText(text), false));
}

/** Splits text into its words in order, for queries and for the points where pinyin may begin. */
export function segment(text: string): string[] {
  return words(segmenter().cut(normalizeSearchText(text), false));
}

function words(pieces: readonly string[]): string[] {
  return pieces.filter((piece) => piece.trim() !== '');
}
