import { columnNumber, mostColumns, parseReference } from '../cell-position.ts';
import { dateOfSerial } from '../date-serial.ts';
import { fail } from '../errors.ts';
import { unspell } from '../write/xml-text.ts';
import { resolveMerged } from './resolve-merged.ts';
import { findMergedRanges } from './merged-ranges.ts';
import type { Cell, ReadLimits, SheetRow } from './sheet-row.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { SheetXml, type PlainCell, type SheetHandler } from './sheet-xml.ts';
import { parseXml } from './xml-events.ts';
import type { ZipParts } from '../../zip/index.ts';

/** Rows with content of one worksheet, in order, read as they are asked for. */
export async function* readSheetRows(parts: ZipParts, workbook: WorkbookParts, sheet: { name: string; part: string }, limits: ReadLimits): AsyncGenerator<SheetRow> {
  const merge = resolveMerged(await findMergedRanges(await parts.stream(sheet.part)), limits.columns);
  const collector = new RowCollector(workbook, sheet.name, limits);
  let count = 0;
  for await (const _piece of parseXml(await parts.stream(sheet.part), new SheetXml(collector))) {
    for (const row of collector.take()) {
      count += 1;
      if (count > limits.rows) throw fail('spreadsheets.too-many-rows', { sheet: sheet.name, limit: limits.rows });
      yield merge(row);
    }
  }
}

/** Puts rows together from the events of a sheet's XML. */
class RowCollector implements SheetHandler {
  readonly #workbook: WorkbookParts;
  readonly #sheet: string;
  readonly #limits: ReadLimits;
  #done: SheetRow[] = [];
  #row = 0;
  #column = 0;
  #hidden = false;
  #atRowStart = false;
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

  takeRowStart(): boolean {
    const taken = this.#atRowStart;
    this.#atRowStart = false;
    return taken;
  }

  plainCell({ letters, style, type, text }: PlainCell): void {
    const column = columnNumber(letters);
    this.#beginCell(column <= mostColumns ? column : this.#column + 1, type, style);
    this.#add(text);
    this.#closeCell();
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#atRowStart = tag === 'row';
    if (tag === 'row') this.#openRow(attributes);
    else if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'f') this.#formula = true;
    else if (tag === 'v' || tag === 't') this.#reading = true;
    else if (tag === 'rPh') this.#reading = false;
  }

  text(piece: string): void {
    this.#atRowStart = false;
    if (this.#reading) this.#add(piece);
  }

  #add(piece: string): void {
    this.#length += piece.length;
    const room = this.#limits.cellCharacters - this.#text.length;
    if (room > 0) this.#text += piece.length > room ? piece.slice(0, room) : piece;
  }

  close(tag: string): void {
    this.#atRowStart = false;
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
    this.#beginCell(parseReference(attributes['r'] ?? '')?.column ?? this.#column + 1, attributes['t'], attributes['s']);
  }

  #beginCell(column: number, type = 'n', style = '0'): void {
    this.#column = column;
    this.#type = type;
    this.#style = Number(style);
    this.#formula = false;
    this.#text = '';
    this.#length = 0;
  }

  #closeCell(): void {
    const cell = this.#present();
    if (cell.text === '' && cell.kind !== 'error') return;
    if (this.#column > this.#limits.columns) throw fail('spreadsheets.too-many-columns', { sheet: this.#sheet, row: this.#row, limit: this.#limits.columns });
    this.#cells.set(this.#column, cell);
  }

  #present(): Cell {
    return this.#formula ? { ...this.#value(), formula: true } : this.#value();
  }

  #value(): Cell {
    switch (this.#type) {
      case 's': return this.#bounded(this.#workbook.texts[Number(this.#text)] ?? '');
      case 'inlineStr': case 'str': return this.#bounded(unspell(this.#text), this.#length);
      case 'b': return { text: this.#text === '1' ? '是' : '否', kind: 'text' };
      case 'e': return { text: this.#text, kind: 'error' };
      case 'd': return { text: this.#text.replace('T', ' ').replace(/ 00:00:00.*$|\.\d+$|Z$/, ''), kind: 'date' };
      default: return this.#number();
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
