import type { Context } from '../../../kernel/context.ts';
import type { UploadedFile } from '../../../kernel/module/index.ts';
import { openSpreadsheet, openTable, RowReader, splitList } from '../../../kernel/spreadsheets/index.ts';
import { audiences } from '../../catalog/contract.ts';
import { audienceChoices, catalogueSheetName, entryColumns } from '../catalogue-sheet.ts';
import type { BundleEntry, BundleImport } from '../contract.ts';
import { fail } from '../errors.ts';
import { addBundles, type EntryPlace } from './add-bundles.ts';

/** Most rows of one list; the national lists have some hundred in all. */
const mostRows = 1000;

type Column = keyof typeof entryColumns;
type Row = BundleImport['rows'][number];

/**
 * Reads a list of bundles and adds what is right in it (BDL-01); every row tells what became of it, a faulty one by its cells.
 * @throws bundles.one-file, bundles.too-many-rows, and those of kernel/spreadsheets
 */
export async function importEntries(ctx: Context, place: EntryPlace, files: readonly UploadedFile[]): Promise<BundleImport> {
  const [file] = files;
  if (!file || files.length > 1) throw fail('bundles.one-file');
  const { entries, refused } = await readEntries(file);
  const added = entries.size === 0 ? { created: 0, updated: 0, unchanged: 0, rows: [] } : await addBundles(ctx, place, [...entries.values()].map(({ entry }) => entry));
  const rows = [...refused, ...added.rows.map((row): Row => {
    const read = entries.get(row.code);
    return { ...row, number: read?.number ?? 0, name: read?.entry.name ?? '' };
  })].sort((one, other) => one.number - other.number);
  return { created: added.created, updated: added.updated, unchanged: added.unchanged, refused: rows.filter(({ outcome }) => outcome === 'refused').length, rows };
}

async function readEntries(file: UploadedFile): Promise<{ entries: Map<string, { number: number; entry: BundleEntry }>; refused: Row[] }> {
  const table = await openTable(await openSpreadsheet(file), { sheet: catalogueSheetName, columns: entryColumns });
  const entries = new Map<string, { number: number; entry: BundleEntry }>();
  const refused: Row[] = [];
  for await (const row of table.rows) {
    if (entries.size + refused.length >= mostRows) throw fail('bundles.too-many-rows', { most: mostRows });
    const reader = new RowReader(row);
    const entry = readEntry(reader);
    const twice = entries.get(entry.code);
    if (twice) reader.refuse('code', `与第 ${twice.number} 行重复，请只保留一行。`);
    if (!reader.hasErrors) entries.set(entry.code, { number: row.number, entry });
    else refused.push({ number: row.number, code: entry.code, name: entry.name, outcome: 'refused', reasons: reader.issues.filter(({ severity }) => severity === 'error').map(({ position, message }) => `${position}：${message}`).slice(0, 10) });
  }
  return { entries, refused };
}

function readEntry(reader: RowReader<Column>): BundleEntry {
  const code = reader.line('code', { required: true, max: 40 }) ?? '';
  if (code !== '' && !/^[0-9A-Za-z-]+$/.test(code)) reader.refuse('code', '只能有字母、数字和短横线。');
  const name = reader.line('name', { required: true, max: 200 }) ?? '';
  const [batch, lead] = [reader.line('batch', { max: 60 }), reader.line('leadDepartmentName', { max: 100 })];
  const chosen = reader.choice('audience', audienceChoices, { required: true });
  const cooperating = [...new Set(splitList(reader.text('cooperatingDepartmentNames', { max: 4000 }) ?? ''))];
  if (cooperating.length > 40) reader.refuse('cooperatingDepartmentNames', '最多 40 个部门。');
  if (cooperating.some((one) => one.length > 100)) reader.refuse('cooperatingDepartmentNames', '的部门名称最多 100 个字，多个部门之间用“、”隔开。');
  return {
    code, name, audience: audiences.find((one) => one === chosen) ?? 'person', cooperatingDepartmentNames: cooperating,
    ...(batch === undefined ? {} : { batch }), ...(lead === undefined ? {} : { leadDepartmentName: lead }),
  };
}
