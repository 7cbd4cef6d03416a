import { defineModule } from '../../kernel/module/index.ts';
import { itemExchangeSubscriptions } from './actions/follow-item.ts';
import { itemExchangeJobs } from './jobs/jobs.ts';
import { itemExchangeMergers } from './mergers.ts';
import { itemExchangeMigrations } from './migrations.ts';
import { itemExchangePermissions } from './permissions.ts';
import { importRoutes } from './routes/import-routes.ts';

export { mainFields } from './sheets/main-fields.ts';
export { entrySheets, isEntryElement } from './sheets/entry-sheets.ts';
export { loadLists } from './sheets/lists.ts';
export { completeSaid, type ListedRow } from './sheets/listed-row.ts';
export { readWorkbook } from './sheets/read-workbook.ts';
export { itemSheets, type ExportedItem } from './sheets/write-sheets.ts';
export { findContentFaults } from './sheets/plan-rows.ts';

/** Lists of items in and out: preview, import with progress, undo, differences to check, export (CAT-12). */
export const itemExchange = defineModule({
  name: 'item-exchange', uses: ['catalog'], mergers: itemExchangeMergers, permissions: itemExchangePermissions, routes: importRoutes, jobs: itemExchangeJobs, subscribes: itemExchangeSubscriptions, migrations: itemExchangeMigrations,
});
