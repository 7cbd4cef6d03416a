import type { Kernel } from '../../../kernel/context.ts';
import { openSpreadsheet, openTable, RowReader, type Spreadsheet } from '../../../kernel/spreadsheets/index.ts';
import type { RejectedRow } from '../entry.contract.ts';
import { basisColumns, basisSheetName, entryColumns, entrySheetName, readChoices, type EntryChoices } from './entry-sheet.ts';
import type { GivenRow } from './parse-row.ts';

type Basis = Record<string, string>;
type EntryKey = keyof typeof entryColumns;

/** Reads a workbook of the directory as the rows of the national exchange; faulty cells are named with their rows. */
export async function readWorkbook(kernel: Kernel, file: { fileName: string; content: Buffer }): Promise<{ rows: GivenRow[]; rejected: RejectedRow[] }> {
  const workbook = await openSpreadsheet(file);
  const [choices, bases] = await Promise.all([readChoices(kernel), readBases(workbook)]);
  const table = await openTable(workbook, { sheet: entrySheetName, columns: entryColumns });
  const result = { rows: [] as GivenRow[], rejected: [...bases.rejected] };
  for await (const row of table.rows) {
    const reader = new RowReader(row);
    const value = readEntry(reader, choices);
    const codes = [value['catalogCode'], value['localCatalogCode']].filter((code) => typeof code === 'string');
    const faults = reader.issues.filter(({ severity }) => severity === 'error').map(({ key, position, message }) => ({ field: key ?? '', reason: `${position}：${message}` }));
    result.rows.push({ number: row.number, value: { ...value, byLaw: codes.flatMap((code) => bases.byCode.get(code) ?? []) }, ...(faults.length > 0 ? { faults } : {}) });
  }
  return result;
}

function readEntry(reader: RowReader<EntryKey>, choices: EntryChoices): Record<string, unknown> {
  const days = reader.integer('legalDays', { min: 0, max: 3650 });
  const value: Record<string, unknown> = {
    catalogCode: reader.line('catalogCode', { max: 20 }), localCatalogCode: reader.line('localCatalogCode', { max: 40 }), parentCode: reader.line('parentCode', { max: 40 }),
    taskName: reader.line('taskName', { required: true, max: 1000 }), taskType: reader.choice('taskType', choices.taskType, { required: true }),
    guidanceDepartment: reader.line('guidanceDepartment', { max: 60 }), useLevel: reader.choices('useLevel', choices.useLevel, { required: true }),
    licenceReform: reader.choice('licenceReform', choices.licenceReform), lockedElements: reader.choices('lockedElements', choices.lockedElements),
    taskState: reader.choice('taskState', choices.taskState), planEffectiveDate: reader.date('planEffectiveDate'), planCancelDate: reader.date('planCancelDate'),
    remark: reader.text('remark', { max: 500 }), publicElements: days === undefined ? {} : { legalLimit: { days, unit: 'working-day' } },
  };
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

async function readBases(workbook: Spreadsheet): Promise<{ byCode: Map<string, Basis[]>; rejected: RejectedRow[] }> {
  const found = { byCode: new Map<string, Basis[]>(), rejected: [] as RejectedRow[] };
  if (!workbook.sheets.some(({ name }) => name === basisSheetName)) return found;
  const table = await openTable(workbook, { sheet: basisSheetName, columns: basisColumns });
  for await (const row of table.rows) {
    const reader = new RowReader(row);
    const required = (key: 'code' | 'lawName' | 'clauseNumber', max: number) => reader.line(key, { required: true, max }) ?? '';
    const code = required('code', 40);
    const documentNumber = reader.line('documentNumber', { max: 100 });
    const basis = {
      lawName: required('lawName', 200), clauseNumber: required('clauseNumber', 60), clauseContent: reader.text('clauseContent', { required: true, max: 60_000 }) ?? '',
      ...(documentNumber === undefined ? {} : { lawNumber: documentNumber }),
    };
    if (reader.hasErrors) found.rejected.push({ number: row.number, code, name: basis.lawName, reasons: reader.issues.map(({ position, message }) => `${position}：${message}`).slice(0, 10) });
    else found.byCode.set(code, [...found.byCode.get(code) ?? [], basis]);
  }
  return found;
}
