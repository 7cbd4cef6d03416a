import { type PaperCell, type PaperTable, paperLimits } from './paper-table.ts';
import { readXml, type XmlHandler } from './xml-events.ts';
import type { ZipParts } from '../../zip/index.ts';

interface OpenCell { column: number; colSpan: number; merge: 'none' | 'restart' | 'continue'; text: string }

/** Reads the first table of a Word document and the last words before it. */
class TableReader implements XmlHandler {
  title = '';
  readonly widths: number[] = [];
  readonly cells: (PaperCell & { rowSpan: number })[] = [];
  rows = 0;
  done = false;
  #depth = 0;
  #column = 0;
  #cell: OpenCell | undefined;
  #reading = false;
  #paragraph = '';
  /** The cell that reaches down into each column. */
  readonly #above = new Map<number, PaperCell & { rowSpan: number }>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.done) return;
    if (name === 'tbl') this.#depth += 1;
    if (name === 't') this.#reading = true;
    if (name === 'br' && this.#cell) this.#write('\n');
    // Only the outer table has a grid of its own; what is inside its cells is their text.
    if (this.#depth !== 1) return;
    const value = attributes['w:val'] ?? attributes['val'] ?? '';
    if (name === 'gridCol') this.widths.push(Math.max(1, Number(attributes['w:w'] ?? attributes['w']) || 1));
    else if (name === 'tr') this.#column = 0;
    else if (name === 'gridBefore') this.#column += Number(value) || 0;
    else if (name === 'tc') this.#cell = { column: this.#column, colSpan: 1, merge: 'none', text: '' };
    else if (name === 'gridSpan' && this.#cell) this.#cell.colSpan = Math.max(1, Math.min(Number(value) || 1, paperLimits.columns));
    else if (name === 'vMerge' && this.#cell) this.#cell.merge = value === 'restart' ? 'restart' : 'continue';
  }

  text(piece: string): void {
    if (this.#reading && !this.done) this.#write(piece);
  }

  close(name: string): void {
    if (this.done) return;
    if (name === 't') this.#reading = false;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tbl') this.#closeTable();
    else if (this.#depth === 1 && name === 'tc') this.#closeCell();
    else if (this.#depth === 1 && name === 'tr') this.rows += 1;
    if (this.cells.length > paperLimits.cells || this.rows > paperLimits.rows) this.done = true;
  }

  #write(piece: string): void {
    if (this.#cell) this.#cell.text = (this.#cell.text + piece).slice(0, paperLimits.characters);
    else this.#paragraph = (this.#paragraph + piece).slice(0, paperLimits.characters);
  }

  #closeParagraph(): void {
    if (this.#cell) this.#write('\n');
    else if (this.#depth === 0) {
      if (this.#paragraph.trim() !== '') this.title = this.#paragraph.trim();
      this.#paragraph = '';
    }
  }

  #closeTable(): void {
    this.#depth -= 1;
    if (this.#depth === 0) this.done = true;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    this.#column = cell.column + cell.colSpan;
    const above = this.#above.get(cell.column);
    if (cell.merge === 'continue' && above?.colSpan === cell.colSpan) {
      above.rowSpan += 1;
      return;
    }
    const placed = { row: this.rows, column: cell.column, rowSpan: 1, colSpan: cell.colSpan, text: cell.text.replace(/\n+/g, '\n').trim() };
    this.cells.push(placed);
    for (let column = cell.column; column < this.#column; column += 1) this.#above.delete(column);
    if (cell.merge !== 'none') this.#above.set(cell.column, placed);
  }
}

/** The first table of a Word document; undefined when it has none. */
export async function readWordTable(parts: ZipParts): Promise<PaperTable | undefined> {
  const reader = new TableReader();
  await readXml(await parts.stream('word/document.xml'), reader);
  if (reader.cells.length === 0) return undefined;
  const columns = Math.max(reader.widths.length, ...reader.cells.map(({ column, colSpan }) => column + colSpan));
  return { title: reader.title, widths: Array.from({ length: columns }, (_, index) => reader.widths[index] ?? 1_000), rowCount: reader.rows, cells: reader.cells };
}
