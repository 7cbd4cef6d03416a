import type { OcrLine } from '../ocr/engine.ts';

/** A line with the page it stands on. */
export interface PageLine extends OcrLine { page: number }

/** Text as it is compared: half-width, without spaces, brackets and quotes of one kind. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replace(/[【〔〖[{]/gu, '(').replace(/[】〕〗\]}]/gu, ')').replace(/[“”"‘’'《》〈〉]/gu, '');
}

/** All that stands on the pages, as it is compared. */
export function plainText(lines: readonly PageLine[]): string {
  return lines.map(({ text }) => plain(text)).join('\n');
}

/** How many Chinese characters a text has. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Neighbouring pairs of characters. */
export function bigramsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** How alike two texts are by the pairs they share (Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [mine, theirs] = [bigramsOf(one), bigramsOf(other)];
  if (mine.length === 0 || theirs.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of theirs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of mine) {
    const count = left.get(pair) ?? 0;
    if (count > 0) { shared += 1; left.set(pair, count - 1); }
  }
  return (2 * shared) / (mine.length + theirs.length);
}
