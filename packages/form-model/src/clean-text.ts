/** Control, zero-width and direction-changing characters, and unpaired surrogates. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The stored form of one line: NFC, trimmed, without control characters; markup stays as the characters it is. */
export function cleanLine(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(INVISIBLE, '').normalize('NFC').trim();
}

/** The stored form of several lines; line ends become `\n`. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(INVISIBLE, '').normalize('NFC').trim();
}

/** Length as people count it: characters, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
