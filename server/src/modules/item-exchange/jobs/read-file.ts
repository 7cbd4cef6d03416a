import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getDictionary } from '../../../kernel/dictionary/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import { defaultReadLimits, openSpreadsheet } from '../../../kernel/spreadsheets/index.ts';
import type { ImportIssue } from '../contract.ts';
import { findImportRecord, type ImportRecord } from '../queries/get-import.ts';
import { loadDepartments, loadLists } from '../sheets/lists.ts';
import type { ListedRow } from '../sheets/listed-row.ts';
import { planRows, type Judge, type PlannedRow } from '../sheets/plan-rows.ts';
import { readJson, type KnownCodes } from '../sheets/read-json.ts';
import { readWorkbook, type ReadFile } from '../sheets/read-workbook.ts';
import type { ItemExchangeTables } from '../tables.ts';

const rowsTogether = 100;
const mostWarnings = 200;
/** A file of many items has several materials and clauses for each. */
const readLimits = { ...defaultReadLimits, rows: 300_000 };

/** Reads an uploaded file and keeps what each row would do: the preview. Interrupted, it starts again. */
export async function readImportFile(ctx: Context, importId: string): Promise<void> {
  const record = await findImportRecord(ctx, importId);
  if (record?.state !== 'reading') return;
  const tables = tablesOf<ItemExchangeTables>(ctx.kernel.db);
  await tables.deleteFrom('itemExchange.importRow').where('importId', '=', importId).execute();
  try {
    const file = await openFile(ctx, record);
    const counts = await planFile(ctx, record, file);
    await finishReading(ctx, record, { ...counts, state: 'previewed', processed: counts.total, warnings: file.warnings.slice(0, mostWarnings), sheet: file.sheet, headingRow: file.headingRow });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unavailable') throw error;
    const issues = error.issues?.map(({ message }) => message).join('') ?? '';
    await finishReading(ctx, record, { state: 'failed', problem: { title: error.title, detail: `${error.detail ?? ''}${issues}` } });
  }
}

async function finishReading(ctx: Context, { id }: ImportRecord, set: Partial<Counts> & { state: 'previewed' | 'failed'; problem?: { title: string; detail: string }; warnings?: ImportIssue[] } & Record<string, unknown>): Promise<void> {
  const batch = new WriteBatch();
  // Somebody may have given it up meanwhile; then nothing is left to say.
  batch.update('itemExchange.import', { ...set, revision: 2 }, { id, state: 'reading' });
  await batch.execute(ctx.kernel.db.pool);
}

async function openFile(ctx: Context, record: ImportRecord): Promise<ReadFile> {
  const { content } = await readFile(ctx, record.fileId);
  if (record.format === 'json') return readJson({ fileName: record.fileName, content }, await loadKnownCodes(ctx));
  return readWorkbook(await openSpreadsheet({ fileName: record.fileName, content }, readLimits), await loadLists(ctx));
}

async function loadKnownCodes(ctx: Context): Promise<KnownCodes> {
  const { entries } = await getDictionary(ctx.kernel, 'task-type');
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.region').select('code').execute();
  const regions = new Set(rows.map(({ code }) => code));
  return {
    taskTypes: new Set(entries.filter(({ active }) => active).map(({ code }) => code)),
    isKnownRegion: (code) => regions.size === 0 || regions.has(code),
  };
}

type Counts = Record<'total' | 'newCount' | 'changedCount' | 'unchangedCount' | 'differsCount' | 'refusedCount', number>;
const countOf = { new: 'newCount', changed: 'changedCount', unchanged: 'unchangedCount', differs: 'differsCount', refused: 'refusedCount' } as const;

async function planFile(ctx: Context, record: ImportRecord, file: ReadFile): Promise<Counts> {
  const judge: Judge = { departments: await loadDepartments(ctx), scope: record.scopes.edit, seen: new Map() };
  const counts: Counts = { total: 0, newCount: 0, changedCount: 0, unchangedCount: 0, differsCount: 0, refusedCount: 0 };
  let waiting: ListedRow[] = [];
  const write = async (): Promise<boolean> => {
    const planned = await planRows(ctx, waiting, judge);
    const first = counts.total + 1;
    for (const { verdict } of planned) { counts.total += 1; counts[countOf[verdict]] += 1; }
    waiting = [];
    return keepRows(ctx, record, planned, first, counts.total);
  };
  for await (const row of file.rows) {
    waiting.push(row);
    if (waiting.length === rowsTogether && !await write()) return counts;
  }
  if (waiting.length > 0) await write();
  return counts;
}

/** Keeps some rows and the progress; false when the import was given up. */
async function keepRows(ctx: Context, { id }: ImportRecord, planned: readonly PlannedRow[], first: number, processed: number): Promise<boolean> {
  const batch = new WriteBatch();
  const writes = writesFor<ItemExchangeTables>(batch);
  writes.insert('itemExchange.importRow', planned.map(({ row, name, departmentName, verdict, changes, differences, issues, said, itemId }, index) => ({
    importId: id, number: first + index, sheet: row.sheet, sheetRow: row.sheetRow, code: row.code.slice(0, 100), name: name.slice(0, 200), departmentName: departmentName.slice(0, 200),
    verdict, changes: [...changes], differences: [...differences], issues: [...issues].slice(0, 50), said, outcome: null, outcomeReason: null, itemId, versionId: null, written: null,
  })));
  writes.update('itemExchange.import', { processed }, { id });
  await batch.execute(ctx.kernel.db.pool);
  return (await findImportRecord(ctx, id))?.state === 'reading';
}
