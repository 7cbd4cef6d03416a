import { Readable } from 'node:stream';
import type { QueryOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { choiceList, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { elementNames, type ElementName } from '../../catalog/contract.ts';
import { iterateItems } from '../../catalog/index.ts';
import type { exportItems as exportOperation } from '../contract.ts';
import type { Lists } from '../sheets/field.ts';
import { loadDepartments, loadLists } from '../sheets/lists.ts';
import { jsonFormat } from '../sheets/read-json.ts';
import { adviceSheet, itemSheets, type ExportedItem } from '../sheets/write-sheets.ts';

/** The filtered list as a file that is sent while it is read, so that its length does not matter (CAT-12). */
export async function exportItems(ctx: Context, { format, parts = 'all', ...filter }: QueryOf<typeof exportOperation>): Promise<FileAnswer> {
  const name = `事项清单_${chinaDate(ctx.kernel.clock.now())}`;
  const source = (elements: readonly ElementName[]): AsyncGenerator<ExportedItem> => iterateItems(ctx, filter, elements);
  if (format === 'xlsx') return workbookAnswer(`${name}.xlsx`, itemSheets(source, await loadLists(ctx), { parts }));
  return { contentType: 'application/json; charset=utf-8', fileName: `${name}.json`, content: Readable.from(jsonPieces(source(elementNames)), { objectMode: false }) };
}

async function* jsonPieces(items: AsyncGenerator<ExportedItem>): AsyncGenerator<Buffer> {
  yield Buffer.from(`{"format":"${jsonFormat}","version":1,"items":[`);
  let mark = '\n';
  for await (const item of items) {
    yield Buffer.from(mark + JSON.stringify({ ...item.elements, versionMark: item.mark }));
    mark = ',\n';
  }
  yield Buffer.from('\n]}\n');
}

/** The template: no items, all headings with their notes, drop-downs from dictionaries and departments. */
export async function writeTemplate(ctx: Context): Promise<FileAnswer> {
  const [lists, departments] = [await loadLists(ctx), await loadDepartments(ctx)];
  const offered: Lists = new Map([...lists, ['departmentName', choiceList(departments.all.map(({ id, label }) => ({ code: id, name: label })))]]);
  return workbookAnswer('事项导入模板.xlsx', [adviceSheet(), ...itemSheets(() => [], offered, { parts: 'all' }).map((sheet) => ({
    ...sheet, columns: sheet.columns.map((column) => (column.title === '实施主体' ? { ...column, choices: offered.get('departmentName')?.choices ?? [] } : column)),
  }))]);
}
