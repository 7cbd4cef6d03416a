import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { annotateWorkbook, defineSheet, workbookAnswer, xlsxMediaType } from '../../../kernel/spreadsheets/index.ts';
import type { RowOutcome, RowVerdict } from '../contract.ts';
import type { ItemExchangeTables } from '../tables.ts';
import type { ImportRecord } from './get-import.ts';
import { presentRow, type RowRecord } from './list-imports.ts';

const verdictLabels: Readonly<Record<RowVerdict, string>> = { new: '新增', changed: '变更', unchanged: '无变化', differs: '与平台不同，待核对', refused: '有错误' };
const outcomeLabels: Readonly<Record<RowOutcome, string>> = { written: '已导入', failed: '没有导入', undone: '已撤销', kept: '撤销时保留' };

/** The result of an import: a copy of the workbook with a word behind each row, or a list for files that are no workbook. */
export async function writeResult(ctx: Context, record: ImportRecord): Promise<FileAnswer> {
  const stem = record.fileName.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  if (record.format === 'xlsx') {
    const { content } = await readFile(ctx, record.fileId);
    return { contentType: xlsxMediaType, fileName: `${stem}_导入结果.xlsx`, content: await annotateWorkbook(content, await collectNotes(ctx, record)) };
  }
  return workbookAnswer(`${stem}_导入结果.xlsx`, [defineSheet<RowRecord>({
    name: '导入结果', rows: iterateRows(ctx, record.id),
    columns: [
      { title: '位置', width: 14, value: (row) => presentRow(row).position }, { title: '地方实施编码', width: 40, value: ({ code }) => code },
      { title: '事项名称', width: 40, value: ({ name }) => name }, { title: '实施主体', width: 24, value: ({ departmentName }) => departmentName },
      { title: '结论', width: 80, value: wordOf }, { title: '变更的要素', width: 40, value: (row) => presentRow(row).changes.join('、') },
      { title: '与平台不同的要素', width: 40, value: (row) => presentRow(row).differences.join('、') },
    ],
  })]);
}

async function* iterateRows(ctx: Context, importId: string): AsyncGenerator<RowRecord> {
  for (let last = 0; ;) {
    const rows = await tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.importRow').selectAll()
      .where('importId', '=', importId).where('number', '>', last).orderBy('number').limit(500).execute();
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.number;
  }
}

async function collectNotes(ctx: Context, { id, sheet, headingRow }: ImportRecord): Promise<{ sheet: string; notes: Map<number, string> }[]> {
  const notesOf = new Map<string, Map<number, string>>();
  const add = (sheetName: string, row: number, note: string): void => {
    const notes = notesOf.get(sheetName) ?? new Map<number, string>();
    notesOf.set(sheetName, notes);
    notes.set(row, notes.has(row) ? `${notes.get(row)}；${note}` : note);
  };
  if (headingRow > 0) add(sheet, headingRow, '导入结果');
  for await (const row of iterateRows(ctx, id)) {
    if (row.sheetRow > 0) add(row.sheet, row.sheetRow, wordOf(row));
    for (const { position, message } of row.issues) {
      const [name = '', cell = ''] = position.split('!');
      if (name !== '' && name !== row.sheet) add(name, Number(/\d+$/.exec(cell)?.[0] ?? 0), message);
    }
  }
  return [...notesOf].map(([name, notes]) => ({ sheet: name, notes }));
}

function wordOf(row: RowRecord): string {
  const outcome = row.outcome ? `${outcomeLabels[row.outcome]}` : verdictLabels[row.verdict];
  const issues = row.issues.map(({ position, message }) => `${position.split('!')[1] ?? position} ${message}`);
  return [outcome, row.outcomeReason ?? '', ...issues].filter((part) => part !== '').join('；');
}
