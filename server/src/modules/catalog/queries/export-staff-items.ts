import type { QueryOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { encodeCursor } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import type { exportStaffItems as operation } from '../contract.ts';
import { stateLabels } from '../states.ts';
import { findStaffItems, type StaffItemRow } from './list-staff-items.ts';

const atOnce = 500;

/** The list as an Excel file: the same filters and order, read a few hundred rows at a time while the file is sent. */
export async function exportStaffItems(ctx: Context, query: QueryOf<typeof operation>): Promise<FileAnswer> {
  const lists = await listDictionaries(ctx.kernel, ['task-type', 'item-tag']);
  const nameOf = (list: string, code: string) => lists.get(list)?.entries.find((entry) => entry.code === code)?.name ?? code;
  await recordAuditNow(ctx, { action: 'catalog.export-items', objectType: 'item', objectId: 'list', detail: { ...query } });
  return workbookAnswer('事项清单.xlsx', [defineSheet<StaffItemRow>({
    name: '事项清单',
    columns: [
      { title: '事项名称', width: 48, value: ({ name }) => name }, { title: '地方实施编码', width: 40, value: ({ localTaskCode }) => localTaskCode },
      { title: '基本编码', width: 16, value: ({ catalogCode }) => catalogCode }, { title: '事项类型', width: 14, value: ({ taskType }) => nameOf('task-type', taskType) },
      { title: '实施主体', width: 32, value: ({ departmentName }) => departmentName }, { title: '行政区划', width: 14, value: ({ regionCode }) => regionCode },
      { title: '最新版本状态', value: ({ latestState }) => stateLabels[latestState] }, { title: '版本号', format: 'integer', value: ({ latestVersionNumber }) => latestVersionNumber },
      { title: '已发布', value: ({ publishedVersionId }) => publishedVersionId !== null }, { title: '标签', width: 24, value: ({ tags }) => tags.map((tag) => nameOf('item-tag', tag)).join('、') },
      { title: '必须修改', format: 'integer', value: ({ errorCount }) => errorCount }, { title: '更新时间', format: 'instant', width: 20, value: ({ updatedAt }) => updatedAt },
    ],
    rows: readAll(ctx, query),
  })]);
}

async function* readAll(ctx: Context, query: QueryOf<typeof operation>): AsyncGenerator<StaffItemRow> {
  let cursor: string | undefined;
  do {
    // By code, so that what changes meanwhile neither repeats nor slips away.
    const rows = await findStaffItems(ctx, { ...query, order: 'code', ...(cursor === undefined ? {} : { cursor }) }, atOnce);
    yield* rows;
    const last = rows.length === atOnce ? rows.at(-1) : undefined;
    cursor = last && encodeCursor([last.localTaskCode, last.id]);
  } while (cursor !== undefined);
}
