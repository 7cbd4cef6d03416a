import { parseReference } from '../cell-position.ts';
import { dateOfSerial } from '../date-serial.ts';
import { fail } from '../errors.ts';
import { unspell } from '../write/xml-text.ts';
import { resolveMerged } from './resolve-merged.ts';
import { findMergedRanges } from './merged-ranges.ts';
import type { Cell, ReadLimits, SheetRow } from './sheet-row.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { parseXml, type XmlHandler } from './xml-events.ts';
import type { ZipParts } from '../../zip/index.ts';

/** Rows with content of one worksheet, in order, read as they are asked for. */
export async function* readSheetRows(parts: ZipParts, workbook: WorkbookParts, sheet: { name: string; part: string }, limits: ReadLimits): AsyncGenerator<SheetRow> {
  const merge = resolveMerged(await findMergedRanges(await parts.stream(sheet.part)), limits.columns);
  const collector = new RowCollector(workbook, sheet.name, limits);
  let count = 0;
  for await (const _piece of parseXml(await parts.stream(sheet.part), collector)) {
    for (const row of collector.take()) {
      count += 1;
      if (count > limits.rows) throw fail('spreadsheets.too-many-rows', { sheet: sheet.name, limit: limits.rows });
      yield merge(row);
    }
  }
}

/** Puts rows together from the events of a sheet's XML. */
class RowCollector implements XmlHandler {
  readonly #workbook: WorkbookParts;
  readonly #sheet: string;
  readonly #limits: ReadLimits;
  #done: SheetRow[] = [];
  #row = 0;
  #column = 0;
  #hidden = false;
  #cells = new Map<number, Cell>();
  #type = '';
  #style = 0;
  #formula = false;
  #reading = false;
  #text = '';
  #length = 0;

  constructor(workbook: WorkbookParts, sheet: string, limits: ReadLimits) {
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#limits = limits;
  }

  /** The rows that were completed since the last call. */
  take(): SheetRow[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'row') this.#openRow(attributes);
    else if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'f') this.#formula = true;
    else if (tag === 'v' || tag === 't') this.#reading = true;
    else if (tag === 'rPh') this.#reading = false;
  }

  text(piece: string): void {
    if (!this.#reading) return;
    this.#length += piece.length;
    if (this.#text.length < this.#limits.cellCharacters) this.#text += piece.slice(0, this.#limits.cellCharacters - this.#text.length);
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#reading = false;
    else if (tag === 'c') this.#closeCell();
    else if (tag === 'row' && this.#cells.size > 0) this.#done.push({ number: this.#row, hidden: this.#hidden, cells: this.#cells });
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    this.#row = Number(attributes['r'] ?? this.#row + 1);
    this.#column = 0;
    this.#hidden = ['1', 'true'].includes(attributes['hidden'] ?? '');
    this.#cells = new Map();
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    this.#column = parseReference(attributes['r'] ?? '')?.column ?? this.#column + 1;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    [this.#formula, this.#text, this.#length] = [false, '', 0];
  }

  #closeCell(): void {
    const cell = this.#present();
    if (cell.text === '' && cell.kind !== 'error') return;
    if (this.#column > this.#limits.columns) throw fail('spreadsheets.too-many-columns', { sheet: this.#sheet, row: this.#row, limit: this.#limits.columns });
    this.#cells.set(this.#column, cell);
  }

  #present(): Cell {
    const formula = this.#formula ? { formula: true as const } : {};
    switch (this.#type) {
      case 's': return { ...this.#bounded(this.#workbook.texts[Number(this.#text)] ?? ''), ...formula };
      case 'inlineStr': case 'str': return { ...this.#bounded(unspell(this.#text), this.#length), ...formula };
      case 'b': return { text: this.#text === '1' ? '是' : '否', kind: 'text', ...formula };
      case 'e': return { text: this.#text, kind: 'error', ...formula };
      case 'd': return { text: this.#text.replace('T', ' ').replace(/ 00:00:00.*$|\.\d+$|Z$/, ''), kind: 'date', ...formula };
      default: return { ...this.#number(), ...formula };
    }
  }

  #bounded(text: string, length = text.length): Cell {
    const most = this.#limits.cellCharacters;
    return length > most ? { text: text.slice(0, most), kind: 'text', fullLength: length } : { text, kind: 'text' };
  }

  #number(): Cell {
    const value = Number(this.#text);
    // A formula that was never calculated has no value.
    if (this.#text.trim() === '') return this.#formula ? { text: '', kind: 'error' } : { text: '', kind: 'text' };
    if (!Number.isFinite(value)) return { text: this.#text, kind: 'error' };
    const date = this.#workbook.isDateStyle[this.#style] === true ? dateOfSerial(value, this.#workbook.from1904) : undefined;
    return date === undefined ? { text: numberText(value), kind: 'number' } : { text: date, kind: 'date' };
  }
}

/** Fifteen digits, as Excel shows them, without exponent where the number has at most 21 digits. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}
