import { openXml, type XmlHandler, type XmlParser } from './xml-events.ts';

/** A cell as nearly all are written: its column's letters, style and type as they stand there, and its text. */
export interface PlainCell {
  readonly letters: string;
  readonly style: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** What a reader of a sheet is told beside elements. */
export interface SheetHandler extends XmlHandler {
  /** Whether the last thing told was that a row begins; asked once. */
  takeRowStart(): boolean;
  plainCell(cell: PlainCell): void;
}

/** Text without entities or anything that only a parser can judge. */
const text = '[^<&\\]\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]*';
const plainCell = new RegExp(
  `[ \\t\\n]*<c r="([A-Z]{1,3})[1-9]\\d{0,6}"(?: s="(\\d{1,9})")?(?: t="(\\w{1,20})")?(?:/>|>(?:<v>(${text})</v>|<is><t(?: xml:space="preserve")?>(${text})</t></is>)?</c>)`, 'y',
);
const rowEnd = '</row>';
/** A text without the end of a row is waited for up to here, characters. */
const mostWaiting = 1_000_000;

/**
 * Parses the XML of a sheet. A long list has a million cells, of which each is eight events to a parser; those that are
 * written in the usual way are recognised as a whole, and only what is left goes through the parser, which judges the document.
 * @throws Error when it is not well-formed
 */
export class SheetXml implements XmlParser {
  readonly #handler: SheetHandler;
  readonly #parser: XmlParser;
  #waiting = '';

  constructor(handler: SheetHandler) {
    this.#handler = handler;
    this.#parser = openXml(handler);
  }

  write(piece: string): void {
    this.#waiting += piece;
    const end = this.#waiting.lastIndexOf(rowEnd);
    if (end < 0 && this.#waiting.length < mostWaiting) return;
    const ready = end < 0 ? this.#waiting.length : end + rowEnd.length;
    this.#read(this.#waiting.slice(0, ready));
    this.#waiting = this.#waiting.slice(ready);
  }

  end(): void {
    this.#parser.write(this.#waiting);
    this.#parser.end();
  }

  #read(rows: string): void {
    let told = 0;
    for (let row = rows.indexOf('<row'); row >= 0; row = rows.indexOf('<row', told)) {
      const behind = rows.indexOf('>', row) + 1;
      if (behind === 0) break;
      this.#parser.write(rows.slice(told, behind));
      // Only where the parser agrees that a row begins here: it may be the text of a comment.
      told = this.#handler.takeRowStart() ? this.#readCells(rows, behind) : behind;
    }
    this.#parser.write(rows.slice(told));
  }

  /** Reads the plain cells from a place on; gives the place behind them. */
  #readCells(rows: string, from: number): number {
    let at = from;
    plainCell.lastIndex = at;
    for (let cell = plainCell.exec(rows); cell !== null; cell = plainCell.exec(rows)) {
      this.#handler.plainCell({ letters: cell[1] ?? '', style: cell[2], type: cell[3], text: cell[4] ?? cell[5] ?? '' });
      at = plainCell.lastIndex;
    }
    return at;
  }
}
