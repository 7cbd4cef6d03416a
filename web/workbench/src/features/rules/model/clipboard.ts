/** A block of cells, row by row. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what Excel or a table of a web page puts on the clipboard. Excel quotes a cell only when a line break, a tab or a
 * quotation mark stands in it, and not even then always: `"甲"` and `"甲", "乙"` are cells as FEEL writes them.
 */
export function parseBlock(text: string): Block {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let place = 0;
  while (place <= source.length) {
    const quoted = readQuoted(source, place);
    const end = quoted?.end ?? endOfCell(source, place);
    rows.at(-1)?.push(quoted?.cell ?? source.slice(place, end));
    if (source[end] === '\n') rows.push([]);
    place = end + 1;
  }
  return rows;
}

function endOfCell(source: string, from: number): number {
  const rest = source.slice(from).search(/[\t\n]/);
  return rest === -1 ? source.length : from + rest;
}

/** A cell in quotation marks that hold more than a plain text; undefined when the marks are part of what is written. */
function readQuoted(source: string, from: number): { cell: string; end: number } | undefined {
  if (source[from] !== '"') return undefined;
  const match = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  match.lastIndex = from;
  const inner = match.exec(source)?.[1];
  if (inner === undefined || inner === '' || !/[\n\t]|""/.test(inner)) return undefined;
  return { cell: inner.replaceAll('""', '"').replace(/\s*\n\s*/g, ' '), end: from + inner.length + 2 };
}

/** A block as Excel takes it: it takes the marks off a cell that begins with them, so such a cell gets another pair. */
export function writeBlock(block: Block): string {
  return block.map((row) => row.map((cell) => (/[\n\t]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}
