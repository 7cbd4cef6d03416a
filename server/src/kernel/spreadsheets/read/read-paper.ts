import { cleanFileName } from '../../files/file-name.ts';
import { inspectZip } from '../../files/inspect/inspect-zip.ts';
import { AppError } from '../../errors/index.ts';
import { fail } from '../errors.ts';
import { findMergedRanges } from './merged-ranges.ts';
import { mostSpreadsheetBytes } from './open-spreadsheet.ts';
import { type PaperCell, type PaperTable, paperLimits } from './paper-table.ts';
import { readSheetRows } from './sheet-rows.ts';
import { readSheetFrame } from './sheet-frame.ts';
import { readWordTable } from './word-table.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { openZipParts, type ZipParts } from '../../zip/index.ts';

/**
 * Reads the first table of a Word or Excel file as it lies on paper, merged cells and widths with it, to begin a form from (FRM-01).
 * @throws spreadsheets.empty-file, too-large, encrypted, damaged, expands-too-far, has-macros, old-format, not-a-paper, paper-too-large
 */
export async function readPaperTable(file: { fileName: string; content: Buffer }): Promise<PaperTable> {
  const name = cleanFileName(file.fileName) || '未命名文件';
  const { content } = file;
  if (content.length === 0) throw fail('spreadsheets.empty-file', { name });
  if (content.length > mostSpreadsheetBytes) throw fail('spreadsheets.too-large', { name, limit: mostSpreadsheetBytes / 1_048_576 });
  if (content.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    throw fail(content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'spreadsheets.encrypted' : 'spreadsheets.not-a-paper', { name });
  }
  if (content.subarray(0, 2).toString('latin1') !== 'PK') throw fail('spreadsheets.not-a-paper', { name });
  const verdict = await inspectZip(content);
  if (!verdict.ok) throw fail(`spreadsheets.${verdict.reason}`, { name });
  if ([...verdict.names].some((part) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(part))) throw fail('spreadsheets.has-macros', { name });
  try {
    const parts = await openZipParts(content);
    if (parts.has('word/document.xml')) return whole(name, await readWordTable(parts));
    if (parts.has('xl/workbook.xml')) return whole(name, await readSheetTable(parts));
  } catch (error) {
    throw error instanceof AppError ? error : fail('spreadsheets.damaged', { name }, { cause: error });
  }
  throw fail('spreadsheets.not-a-paper', { name });
}

async function readSheetTable(parts: ZipParts): Promise<PaperTable | undefined> {
  const workbook = await readWorkbookParts(parts);
  const sheet = workbook.sheets.find(({ hidden }) => !hidden);
  if (!sheet) return undefined;
  const frame = await readSheetFrame(await parts.stream(sheet.part));
  const merged = await findMergedRanges(await parts.stream(sheet.part));
  const texts = new Map<string, string>();
  let [bottom, right] = [frame.bottom, frame.right];
  for await (const row of readSheetRows(parts, workbook, sheet, { rows: paperLimits.rows, columns: paperLimits.columns, cellCharacters: paperLimits.characters })) {
    for (const [column, { text }] of row.cells) texts.set(`${row.number} ${column}`, text.trim());
    bottom = Math.max(bottom, row.number);
    right = Math.max(right, ...row.cells.keys());
  }
  for (const range of merged) [bottom, right] = [Math.max(bottom, range.bottom), Math.max(right, range.right)];
  if (texts.size === 0) return undefined;
  // A column formatted to the end of the sheet is no form.
  [bottom, right] = [Math.min(bottom, paperLimits.rows + 1), Math.min(right, paperLimits.columns + 1)];
  const spans = merged.map(({ left, right: to, top, bottom: down }) => ({ row: top - 1, column: left - 1, rowSpan: down - top + 1, colSpan: to - left + 1 }));
  const cells = fill(bottom, right, spans).map((cell) => ({ ...cell, text: texts.get(`${cell.row + 1} ${cell.column + 1}`) ?? '' }));
  return { title: '', widths: Array.from({ length: right }, (_, index) => frame.widths.get(index + 1) ?? 9), rowCount: bottom, cells };
}

/** The merged cells, and one cell for every place none of them covers. */
function fill(rows: number, columns: number, merged: readonly Omit<PaperCell, 'text'>[]): Omit<PaperCell, 'text'>[] {
  const taken = new Set<string>();
  const cells: Omit<PaperCell, 'text'>[] = [];
  const take = (cell: Omit<PaperCell, 'text'>): void => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) taken.add(`${row} ${column}`);
    cells.push(cell);
  };
  for (const cell of merged) if (cell.row + cell.rowSpan <= rows && cell.column + cell.colSpan <= columns && !taken.has(`${cell.row} ${cell.column}`)) take(cell);
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) if (!taken.has(`${row} ${column}`)) take({ row, column, rowSpan: 1, colSpan: 1 });
  return cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
}

function whole(name: string, table: PaperTable | undefined): PaperTable {
  if (!table) throw fail('spreadsheets.not-a-paper', { name });
  if (table.rowCount > paperLimits.rows || table.widths.length > paperLimits.columns || table.cells.length > paperLimits.cells) {
    throw fail('spreadsheets.paper-too-large', { name, rows: paperLimits.rows, columns: paperLimits.columns });
  }
  return table;
}
