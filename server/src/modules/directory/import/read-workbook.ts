import type { Kernel } from '../../../kernel/context.ts';
import { openSpreadsheet, openTable, RowReader, type Spreadsheet } from '../../../kernel/spreadsheets/index.ts';
import type { RejectedRow } from '../entry.contract.ts';
import { basisColumns, basisSheetName, entryColumns, entrySheetName, readChoices, type EntryChoices } from './entry-sheet.ts';
import { mostReasons, type GivenRow } from './parse-row.ts';

type Basis = Record<string, string>;
type EntryKey = keyof typeof entryColumns;

/**
 * Reads a workbook of the directory as the rows of the national exchange; faulty cells are named with their rows. An entry is
 * not taken in without a basis that stands in the file: what is wrong with the basis keeps the entry out too.
 */
export async function readWorkbook(kernel: Kernel, file: { fileName: string; content: Buffer }): Promise<{ rows: GivenRow[]; rejected: RejectedRow[] }> {
  const workbook = await openSpreadsheet(file);
  const [choices, bases] = await Promise.all([readChoices(kernel), readBases(workbook)]);
  const table = await openTable(workbook, { sheet: entrySheetName, columns: entryColumns });
  const rows: GivenRow[] = [];
  const taken = new Set<string>();
  for await (const row of table.rows) {
    const reader = new RowReader(row);
    const value = readEntry(reader, choices);
    const codes = [value['catalogCode'], value['localCatalogCode']].filter((code) => typeof code === 'string');
    for (const code of codes) taken.add(code);
    const own = codes.flatMap((code) => bases.get(code) ?? []);
    const faults = [...faultsOf(reader), ...own.flatMap((one) => one.faults.map((reason) => ({ field: 'byLaw', reason: `“${basisSheetName}”第${one.number}行有错误，这个事项不导入。${reason}` })))];
    rows.push({ number: row.number, value: { ...value, byLaw: own.flatMap(({ basis }) => (basis ? [basis] : [])) }, ...(faults.length > 0 ? { faults } : {}) });
  }
  return { rows, rejected: strayBases(bases, taken) };
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

/** A row of the sheet of legal bases: what it says, or what is wrong with it. */
interface ReadBasis { readonly number: number; readonly lawName: string; readonly basis?: Basis; readonly faults: readonly string[] }

async function readBases(workbook: Spreadsheet): Promise<Map<string, ReadBasis[]>> {
  const byCode = new Map<string, ReadBasis[]>();
  if (!workbook.sheets.some(({ name }) => name === basisSheetName)) return byCode;
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
    const faults = faultsOf(reader).map(({ reason }) => reason);
    byCode.set(code, [...byCode.get(code) ?? [], { number: row.number, lawName: basis.lawName, faults, ...(faults.length > 0 ? {} : { basis }) }]);
  }
  return byCode;
}

/** Bases of which the sheet of entries has no row. */
function strayBases(byCode: ReadonlyMap<string, readonly ReadBasis[]>, taken: ReadonlySet<string>): RejectedRow[] {
  return [...byCode].flatMap(([code, bases]) => (taken.has(code) ? [] : bases.map(({ number, lawName, faults }) => ({
    sheet: basisSheetName, number, code, name: lawName,
    reasons: [...faults, ...(code === '' ? [] : [`编码“${code}”不在“${entrySheetName}”工作表中，请在那里补上这个事项，或改正编码。`])].slice(0, mostReasons),
  }))));
}

function faultsOf<Key extends string>(reader: RowReader<Key>): { field: string; reason: string }[] {
  return reader.issues.filter(({ severity }) => severity === 'error').map(({ key, position, message }) => ({ field: key ?? '', reason: `${position}：${message}` }));
}
