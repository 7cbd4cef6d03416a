import { pinyin } from 'pinyin-pro';
import { segment } from './segment.ts';

/** Pinyin and initials of a text from one of its words on to the end. */
export interface PinyinRun {
  readonly pinyin: string;
  readonly initials: string;
}

const LONGEST = 60;

/**
 * Unites sounds that people mix up when typing (zh/z, ch/c, sh/s, -ng/-n), as index and query are both folded.
 * Works on the joined letters, so that a query cut anywhere is still a prefix of what was indexed.
 */
export function foldPinyin(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/([aei])ng/g, '$1n').replace(/ü/g, 'v');
}

/** Folded pinyin of a text, letters and digits kept: 食品jingying → sipinjinyin. */
export function toPinyin(text: string): string {
  return foldPinyin(syllables(text).join('')).slice(0, LONGEST);
}

/** One run per word of the text; a pinyin query matches where a word begins. */
export function pinyinRuns(text: string): PinyinRun[] {
  const words = segment(text);
  const spelled = syllables(words.join(''));
  // pinyin-pro answers one entry per character, so words and syllables stay aligned.
  const starts = words.map((_word, index) => [...words.slice(0, index).join('')].length);
  return starts.map((start) => {
    const rest = spelled.slice(start);
    return {
      pinyin: foldPinyin(rest.join('')).slice(0, LONGEST),
      initials: rest.map((syllable) => syllable.charAt(0)).join('').slice(0, LONGEST),
    };
  });
}

function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());
}
