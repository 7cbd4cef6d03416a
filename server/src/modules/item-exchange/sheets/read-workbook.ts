import { findSheet, openTable, RowReader, type CellIssue, type Spreadsheet, type Table, type TableColumn, type TableRow } from '../../../kernel/spreadsheets/index.ts';
import type { ElementName, ItemElements, Members } from '../../catalog/contract.ts';
import type { ImportIssue } from '../contract.ts';
import { fail } from '../errors.ts';
import { entryCodeField, entryNameField, entrySheets, type EntrySheet } from './entry-sheets.ts';
import { EntrySpool } from './entry-spool.ts';
import { readField, toTableColumn, type Field, type Lists } from './field.ts';
import type { ListedRow } from './listed-row.ts';
import { mainFields, mainSheet, markField } from './main-fields.ts';

/** A file's items as they are read, and what is to be said of the file as a whole. */
export interface ReadFile {
  readonly warnings: ImportIssue[];
  /** Where the heading of the main sheet is; empty and 0 for JSON. */
  readonly sheet: string;
  readonly headingRow: number;
  readonly rows: AsyncIterable<ListedRow>;
}

/** Most items of one file. */
export const mostItems = 20_000;

/**
 * Reads the items of a workbook or CSV file: the sheets of entries first, since they belong to the rows of the main one.
 * @throws AppError when the file is no list of items
 */
export async function readWorkbook(file: Spreadsheet, lists: Lists): Promise<ReadFile> {
  const table = await openTable(file, { sheet: mainSheet, columns: columnsOf([...mainFields, markField], true) });
  const warnings = unknownHeadings(table);
  const spool = new EntrySpool();
  try {
    for (const sheet of entrySheets) {
      const name = file.sheets.length > 1 ? findSheet(file, sheet.title) : undefined;
      if (name !== undefined && name !== table.sheet) warnings.push(...await readEntries(file, sheet, lists, spool));
    }
  } catch (error) {
    spool.close();
    throw error;
  }
  return { warnings, sheet: table.sheet, headingRow: table.headingRow, rows: readRows(table, lists, spool) };
}

function columnsOf(fields: readonly Field[], mustHave: boolean): Record<string, TableColumn> {
  return Object.fromEntries(fields.map((field) => [field.key, toTableColumn(field, mustHave)]));
}

function unknownHeadings({ unknown }: Table<string>): ImportIssue[] {
  return unknown.map(({ title, position }) => ({ position, severity: 'warning', message: `没有“${title.slice(0, 40)}”这个要素，这一列不导入。` }));
}

/** Reads one sheet of entries into the spool; gives what is to be said of the sheet. */
async function readEntries(file: Spreadsheet, sheet: EntrySheet, lists: Lists, spool: EntrySpool): Promise<ImportIssue[]> {
  const table = await openTable(file, { sheet: sheet.title, columns: columnsOf([entryCodeField, entryNameField, ...sheet.fields], true) });
  const pending: { last: string | undefined } = { last: undefined };
  for await (const row of table.rows) {
    const reader = new RowReader(row);
    const code = reader.line(entryCodeField.key, { required: true, max: entryCodeField.max }) ?? pending.last;
    if (code === undefined) continue;
    pending.last = code;
    const entry = readMembers(reader, sheet.fields, lists);
    spool.add(code, row.at(entryCodeField.key), { element: sheet.element, entry, issues: [...reader.issues, ...hiddenRow(row, entryCodeField.key)] });
  }
  return unknownHeadings(table);
}

function readMembers(reader: RowReader<string>, fields: readonly Field[], lists: Lists): Members {
  const members: Record<string, unknown> = {};
  for (const field of fields) {
    const value = readField(reader, field, lists);
    if (value !== undefined) members[field.key] = value;
  }
  return members;
}

function hiddenRow(row: TableRow<string>, key: string): CellIssue[] {
  return row.hidden ? [{ position: row.at(key), severity: 'warning', message: `第${row.number}行是隐藏的行（可能因为筛选），也会一并导入。` }] : [];
}

async function* readRows(table: Table<string>, lists: Lists, spool: EntrySpool): AsyncGenerator<ListedRow> {
  let count = 0;
  try {
    for await (const row of table.rows) {
      count += 1;
      if (count > mostItems) throw fail('item-exchange.too-many-rows', { count: `${mostItems} 多`, limit: mostItems });
      const read = readMain(row, table.sheet, lists);
      const more = spool.take(read.code);
      yield { ...read, entries: more?.said ?? new Map(), issues: [...read.issues, ...more?.issues ?? []] };
    }
    for (const { code, position } of spool.left()) yield strayEntries(code, position);
  } finally {
    spool.close();
  }
}

/** Entries of an item that the main sheet does not have. */
function strayEntries(code: string, position: string): ListedRow {
  const [sheet = '', cell = ''] = position.split('!');
  const message = `编码“${code}”不在“${mainSheet}”工作表中，请在那里补上这个事项，或改正编码。`;
  return {
    sheet, sheetRow: Number(/\d+$/.exec(cell)?.[0] ?? 0), position, code, name: '', department: undefined, said: {}, parts: new Map(), entries: new Map(), basedOn: undefined,
    findings: [], issues: [{ position, severity: 'error', message }],
  };
}

function readMain(row: TableRow<string>, sheet: string, lists: Lists): ListedRow {
  const reader = new RowReader(row);
  const said: Partial<Record<ElementName, unknown>> = {};
  const parts = new Map<ElementName, Record<string, unknown>>();
  for (const field of mainFields) {
    const value = readField(reader, field, lists);
    if (value === undefined) continue;
    if (field.part === undefined) said[field.element] = value;
    else parts.set(field.element, { ...parts.get(field.element), [field.part]: value });
  }
  const text = (name: ElementName): string => { const value = said[name]; return typeof value === 'string' ? value : ''; };
  const [code, departmentName, regionCode] = [text('localTaskCode'), text('departmentName'), text('regionCode').padEnd(12, '0')];
  const basedOn = reader.line(markField.key, { max: markField.max });
  const { localTaskCode: _code, departmentName: _department, regionCode: _region, ...content } = said;
  return {
    sheet, sheetRow: row.number, position: row.at('localTaskCode'), code, name: text('name'), ...(departmentName === '' ? {} : { departmentCell: row.at('departmentName') }),
    cellOf: (element) => { const field = mainFields.find((one) => one.element === element); return field && row.at(field.key); },
    department: departmentName === '' ? undefined : { name: departmentName, ...(text('regionCode') === '' ? {} : { regionCode }) },
    // Whether the values have the shape of their elements is checked by the schema before anything is written.
    said: { ...content, ...(text('regionCode') === '' ? {} : { regionCode }) } as Partial<ItemElements>, parts, entries: new Map(), basedOn, findings: [],
    issues: [...reader.issues, ...hiddenRow(row, 'localTaskCode')],
  };
}

