/** Columns that a worksheet can have. */
export const mostColumns = 16_384;

/** The letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Column and row of a reference such as `AB12`, both from 1; undefined when it is none. */
export function parseReference(reference: string): { column: number; row: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!parts) return undefined;
  const [, letters = '', row = ''] = parts;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column <= mostColumns && Number(row) > 0 ? { column, row: Number(row) } : undefined;
}

/** Where a cell is, as people say it: `清单!F12`. */
export function cellPosition(sheet: string, column: number, row: number): string {
  return `${sheet}!${columnLetters(column)}${row}`;
}
