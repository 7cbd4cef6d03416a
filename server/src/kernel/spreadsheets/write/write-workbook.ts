import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileAnswer } from '../../module/index.ts';
import { ChoiceLists } from './choice-sheet.ts';
import { commentsXml, hasNotes, noteBoxesXml } from './note-xml.ts';
import { contentTypesXml, rootRelationsXml, sheetRelationsXml, workbookRelationsXml, workbookXml } from './package-parts.ts';
import type { Sheet } from './sheet.ts';
import { choiceSheetXml, sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { ZipOutput } from '../../zip/index.ts';

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes a workbook as it is read: rows are asked for only as fast as the bytes are taken, so that its size does not matter.
 * An error of a row's source destroys the stream.
 */
export function streamWorkbook(sheets: readonly Sheet[]): Readable {
  const zip = new ZipOutput();
  const lists = new ChoiceLists(sheets);
  const stream = (name: string, parts: AsyncGenerator<string>): void => {
    zip.stream(name, async () => Readable.from(inPieces(parts), { objectMode: false }));
  };
  zip.add('[Content_Types].xml', contentTypesXml(sheets, lists));
  zip.add('_rels/.rels', rootRelationsXml);
  zip.add('xl/workbook.xml', workbookXml(sheets, lists));
  zip.add('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets, lists));
  zip.add('xl/styles.xml', stylesXml);
  for (const [index, sheet] of sheets.entries()) {
    stream(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, lists, index === 0));
    if (hasNotes(sheet)) addNotes(zip, sheet, index + 1);
  }
  if (lists.isNeeded) stream(`xl/worksheets/sheet${sheets.length + 1}.xml`, choiceSheetXml(lists));
  return zip.finish();
}

function addNotes(zip: ZipOutput, sheet: Sheet, number: number): void {
  zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelationsXml(number));
  zip.add(`xl/comments${number}.xml`, commentsXml(sheet));
  zip.add(`xl/drawings/vmlDrawing${number}.vml`, noteBoxesXml(sheet));
}

const pieceCharacters = 32_768;

async function* inPieces(parts: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < pieceCharacters) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** A whole workbook in memory; for lists of known size. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return buffer(streamWorkbook(sheets));
}

/** The answer of a route that offers a workbook for saving, sent while it is written. */
export function workbookAnswer(fileName: string, sheets: readonly Sheet[]): FileAnswer {
  return { contentType: xlsxMediaType, fileName, content: streamWorkbook(sheets) };
}
