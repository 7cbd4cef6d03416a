/** Turns full-width ASCII (`１２Ａ`) into ASCII; other characters stay. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** Removes every kind of space, the byte-order mark and zero-width characters that pasting leaves behind. */
export function removeSpaces(text: string): string {
  return text.replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
}

/** The form in which letters-and-digits identifiers are compared: half-width, without spaces, upper-case. */
export function normalizeCode(text: string): string {
  return removeSpaces(toHalfWidth(text)).toUpperCase();
}
