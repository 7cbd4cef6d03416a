import { splitSentences } from './split-sentences.ts';

/** A sentence with the words in it that leave open what is meant. */
export interface VagueSentence { readonly sentence: string; readonly words: readonly string[] }

interface Vocabulary { readonly words: RegExp; readonly phrases: RegExp | undefined }

/** Same phrase: nothing that separates parts of a sentence. */
const gap = '[^，。；：、！？,;:\\s]{0,12}?';
/** “等三类”“等8市” close a list instead of opening it. */
const opensList = '(?<=[\\p{L}\\p{N}）)》”])等(?!\\s*(?:[一二两三四五六七八九十百\\d０-９]))';

function patternOf(word: string): string {
  if (word === '等') return opensList;
  return word.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(gap);
}

// What is all gaps would match the empty text, everywhere and for ever.
const saysSomething = (word: string): boolean => word.replaceAll('…', '').trim() !== '';

function expression(words: readonly string[]): RegExp | undefined {
  const longestFirst = words.map((word) => word.trim()).filter(saysSomething).toSorted((a, b) => b.length - a.length);
  return longestFirst.length === 0 ? undefined : new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
}

// The lists of a rule set live as long as it does, so what is made of them is made once.
const vocabularies = new WeakMap<readonly string[], WeakMap<readonly string[], Vocabulary | undefined>>();

function vocabularyOf(words: readonly string[], phrases: readonly string[]): Vocabulary | undefined {
  const byPhrases = vocabularies.get(words) ?? new WeakMap<readonly string[], Vocabulary | undefined>();
  vocabularies.set(words, byPhrases);
  if (!byPhrases.has(phrases)) {
    const pattern = expression(words);
    byPhrases.set(phrases, pattern && { words: pattern, phrases: expression(phrases) });
  }
  return byPhrases.get(phrases);
}

/** Whether a text can hold one of `words` at all: asked of many texts joined by line ends, which no word reaches across. */
export function mayBeVague(text: string, words: readonly string[], phrases: readonly string[]): boolean {
  const vocabulary = vocabularyOf(words, phrases);
  if (!vocabulary) return false;
  vocabulary.words.lastIndex = 0;
  return vocabulary.words.test(text);
}

/** Sentences of `text` that hold one of `words` outside every one of `phrases` (GDE-03, 无模糊兜底条款). Pure. */
export function findVagueSentences(text: string, words: readonly string[], phrases: readonly string[]): VagueSentence[] {
  const vocabulary = mayBeVague(text, words, phrases) ? vocabularyOf(words, phrases) : undefined;
  if (!vocabulary) return [];
  return splitSentences(text).flatMap((sentence) => {
    const found = wordsIn(sentence, vocabulary);
    return found.length === 0 ? [] : [{ sentence, words: found }];
  });
}

function wordsIn(sentence: string, { words, phrases }: Vocabulary): string[] {
  const clear = phrases ? [...sentence.matchAll(phrases)].map(({ index, 0: phrase }) => [index, index + phrase.length] as const) : [];
  const found = new Set<string>();
  words.lastIndex = 0;
  for (let match = words.exec(sentence); match; match = words.exec(sentence)) {
    const { index, 0: word } = match;
    if (!clear.some(([from, to]) => index >= from && index < to)) found.add(word);
    // The rest of what was taken for one word may hold another.
    else words.lastIndex = index + 1;
  }
  return [...found];
}
