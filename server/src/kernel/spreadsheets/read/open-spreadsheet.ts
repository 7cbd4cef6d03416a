import { cleanFileName } from '../../files/file-name.ts';
import { inspectZip } from '../../files/inspect/inspect-zip.ts';
import { AppError } from '../../errors/index.ts';
import { fail } from '../errors.ts';
import { readCsvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { defaultReadLimits, type ReadLimits, type SheetName, type SheetRow } from './sheet-row.ts';
import { readSheetRows } from './sheet-rows.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { openZipParts } from '../../zip/index.ts';

/** A file that holds tables, open for reading. */
export interface Spreadsheet {
  readonly kind: 'xlsx' | 'csv';
  /** In the order of the file; a CSV file is one sheet named after the file. */
  readonly sheets: readonly SheetName[];
  /** Rows with content of a sheet, read as they are asked for. @throws AppError when a limit is passed or the sheet is broken */
  rows(sheet: string): AsyncIterable<SheetRow>;
}

/** Largest file that is opened, bytes. */
export const mostSpreadsheetBytes = 64 * 1024 * 1024;

/**
 * Opens an xlsx or csv file by what it is, whatever it is called. Nothing of it is run, and no more is unpacked than
 * `inspectZip` allows.
 * @throws spreadsheets.empty-file, too-large, old-format, has-macros, encrypted, damaged, expands-too-far, not-a-table, not-excel, unknown-encoding
 */
export async function openSpreadsheet(file: { fileName: string; content: Buffer }, limits: ReadLimits = defaultReadLimits): Promise<Spreadsheet> {
  const name = cleanFileName(file.fileName) || '未命名文件';
  const { content } = file;
  if (content.length === 0) throw fail('spreadsheets.empty-file', { name });
  if (content.length > mostSpreadsheetBytes) throw fail('spreadsheets.too-large', { name, limit: mostSpreadsheetBytes / 1_048_576 });
  if (content.subarray(0, 2).toString('latin1') === 'PK') return openWorkbook(name, content, limits);
  if (content.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') {
    throw fail(content.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'spreadsheets.encrypted' : 'spreadsheets.old-format', { name });
  }
  return openText(name, content, limits);
}

async function openWorkbook(name: string, content: Buffer, limits: ReadLimits): Promise<Spreadsheet> {
  const verdict = await inspectZip(content);
  if (!verdict.ok) throw fail(`spreadsheets.${verdict.reason}`, { name });
  if (!verdict.names.has('xl/workbook.xml')) throw fail('spreadsheets.not-a-table', { name, found: kindOfZip(verdict.names) });
  if ([...verdict.names].some((part) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(part))) throw fail('spreadsheets.has-macros', { name });
  const parts = await guarded(name, () => openZipParts(content));
  const workbook = await guarded(name, () => readWorkbookParts(parts));
  if (workbook.sheets.length === 0) throw fail('spreadsheets.damaged', { name });
  async function* rows(sheetName: string): AsyncGenerator<SheetRow> {
    const sheet = workbook.sheets.find((one) => one.name === sheetName);
    if (!sheet) throw fail('spreadsheets.sheet-missing', { sheet: sheetName, found: workbook.sheets.map((one) => one.name).join('、') });
    try {
      yield* readSheetRows(parts, workbook, sheet, limits);
    } catch (error) {
      throw named(name, error);
    }
  }
  return { kind: 'xlsx', sheets: workbook.sheets.map(({ name: title, hidden }) => ({ name: title, hidden })), rows };
}

function kindOfZip(names: ReadonlySet<string>): string {
  if (names.has('word/document.xml')) return 'Word 文档';
  if (names.has('ppt/presentation.xml')) return 'PPT 演示文稿';
  if (names.has('xl/workbook.bin')) return '二进制的 xlsb 表格';
  return names.has('META-INF/manifest.xml') ? 'ods 等开放文档' : '压缩包';
}

function openText(name: string, content: Buffer, limits: ReadLimits): Spreadsheet {
  const text = decodeText(content);
  if (text === undefined) throw fail(/\.xls[xm]?$/i.test(name) ? 'spreadsheets.not-excel' : 'spreadsheets.unknown-encoding', { name });
  // Many systems “export Excel” by naming a web page .xls.
  if (/^\s*<(?:!doctype|html|table|\?xml|meta)/i.test(text.slice(0, 2_000))) throw fail('spreadsheets.not-a-table', { name, found: '网页（系统导出的假 xls 文件常是这样）' });
  const sheet = name.replace(/\.[A-Za-z0-9]{1,8}$/, '') || name;
  return {
    kind: 'csv', sheets: [{ name: sheet, hidden: false }],
    async* rows() { yield* readCsvRows(text, sheet, limits); },
  };
}

async function guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw named(name, error);
  }
}

/** Whatever goes wrong inside a file that is not ours is the file's fault. */
function named(name: string, error: unknown): AppError {
  return error instanceof AppError ? error : fail('spreadsheets.damaged', { name }, { cause: error });
}
