import type { Context } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { clearOldImports } from './clear-old.ts';
import { readFileJobName, takeBackJobName, writeItemsJobName } from './job-names.ts';
import { readImportFile } from './read-file.ts';
import { takeImportBack } from './take-back.ts';
import { writeImportedItems } from './write-items.ts';

const forImport = (work: (ctx: Context, importId: string) => Promise<void>) => async (ctx: Context, payload: unknown): Promise<void> => {
  if (typeof payload === 'object' && payload !== null && 'importId' in payload && typeof payload.importId === 'string') await work(ctx, payload.importId);
};

/** The steps of an import that run in the background; each goes on where it was interrupted. */
export const itemExchangeJobs: readonly JobDefinition[] = [
  { name: readFileJobName, label: '读取导入的事项清单', handle: forImport(readImportFile) },
  { name: writeItemsJobName, label: '写入导入的事项', handle: forImport(writeImportedItems) },
  { name: takeBackJobName, label: '撤销导入', handle: forImport(takeImportBack) },
  { name: 'item-exchange.clear-old', label: '清除 30 天没有继续的导入预览', cron: '40 3 * * *', handle: (ctx) => clearOldImports(ctx) },
];
