import { columnLetters } from '../cell-position.ts';
import { cellXml } from './cell-xml.ts';
import type { ChoiceLists } from './choice-sheet.ts';
import { hasNotes } from './note-xml.ts';
import type { ColumnHead, Sheet } from './sheet.ts';
import { styleOf, styles } from './styles-xml.ts';
import { xmlText } from './xml-text.ts';

const open = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;

/** The parts of a sheet's XML in order; rows are taken from the sheet as the reader of this generator asks for more. */
export async function* sheetXml(sheet: Sheet, lists: ChoiceLists, first: boolean): AsyncGenerator<string> {
  const { columns } = sheet;
  const last = columnLetters(columns.length);
  yield `${open}<sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(columnXml).join('')}</cols><sheetData>${headingXml(columns)}`;
  let row = 1;
  for await (const values of sheet.rows) {
    row += 1;
    yield `<row r="${row}">${columns.map(({ format }, index) => cellXml(values[index], format ?? 'text', index + 1, row)).join('')}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${last}${row}"/>${lists.validationsOf(sheet)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>${hasNotes(sheet) ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`;
}

/** The XML of the hidden sheet of choices. */
export async function* choiceSheetXml(lists: ChoiceLists): AsyncGenerator<string> {
  yield `${open}<sheetData>`;
  yield* lists.rowsXml();
  yield '</sheetData></worksheet>';
}

function columnXml({ title, width, format }: ColumnHead, index: number): string {
  const characters = Math.min(80, width ?? Math.max(10, widthOf(title) + 4));
  return `<col min="${index + 1}" max="${index + 1}" width="${characters}" style="${styleOf(format)}" customWidth="1"/>`;
}

function headingXml(columns: readonly ColumnHead[]): string {
  const cells = columns.map(({ title, required }, index) =>
    `<c r="${columnLetters(index + 1)}1" s="${required ? styles.requiredHeading : styles.heading}" t="inlineStr"><is><t xml:space="preserve">${xmlText(title)}</t></is></c>`);
  return `<row r="1" ht="24" customHeight="1">${cells.join('')}</row>`;
}

/** Width of a text in characters of which a Chinese one takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
}
