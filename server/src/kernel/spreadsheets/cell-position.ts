/** Columns that a worksheet can have. */
export const mostColumns = 16_384;

/** The letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** The column of some letters, A → 1, AA → 27; one that no sheet has gives a number beyond `mostColumns`. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

/** Column and row of a reference such as `AB12`, both from 1; undefined when it is none. */
export function parseReference(reference: string): { column: number; row: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!parts) return undefined;
  const [, letters = '', row = ''] = parts;
  const column = columnNumber(letters);
  return column <= mostColumns && Number(row) > 0 ? { column, row: Number(row) } : undefined;
}

/** Where a cell is, as people say it: `清单!F12`. */
export function cellPosition(sheet: string, column: number, row: number): string {
  return `${sheet}!${columnLetters(column)}${row}`;
}
