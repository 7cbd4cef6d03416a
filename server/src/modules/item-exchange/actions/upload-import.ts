import { requireScope, requireStaff, singleScopes, type DataScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { storeDataFile } from '../../../kernel/files/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import type { UploadedFile } from '../../../kernel/module/index.ts';
import { openSpreadsheet, xlsxMediaType } from '../../../kernel/spreadsheets/index.ts';
import { fail } from '../errors.ts';
import { readFileJobName } from '../jobs/job-names.ts';
import { findImportRecord, type ImportRecord } from '../queries/get-import.ts';
import type { ImportScopes, ItemExchangeTables } from '../tables.ts';

const mediaTypes = { xlsx: xlsxMediaType, csv: 'text/csv', json: 'application/json' } as const;

/**
 * Takes a file in and has it read in the background; no item changes (CAT-12). What cannot be opened at all is refused here,
 * so that the sender learns it at once. @throws errors of `openSpreadsheet`, item-exchange.one-file
 */
export async function uploadImport(ctx: Context, files: readonly UploadedFile[]): Promise<ImportRecord> {
  const staff = requireStaff(ctx);
  const [file] = files;
  if (!file || files.length > 1) throw fail('item-exchange.one-file');
  const format = isJson(file) ? 'json' : (await openSpreadsheet(file)).kind;
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const stored = await storeDataFile(ctx, file, { mediaType: mediaTypes[format], purpose: 'item-import', owner: { type: 'item-import', id } });
  const batch = new WriteBatch();
  writesFor<ItemExchangeTables>(batch).insert('itemExchange.import', {
    id, fileId: stored.id, fileName: stored.name, format, state: 'reading', strategy: null, publish: false, scopes: scopesOf(ctx), sheet: '', headingRow: 0,
    total: 0, newCount: 0, changedCount: 0, unchangedCount: 0, differsCount: 0, refusedCount: 0, processed: 0, written: 0, failed: 0, undone: 0, kept: 0,
    warnings: [], problem: null, organizationPath: staff.organizationPath, regionCode: staff.regionCode, createdAt: now, createdById: staff.id, createdByName: staff.name,
    startedById: null, startedByName: null, revision: 1,
  });
  enqueueJob(batch, readFileJobName, { importId: id });
  recordAudit(ctx, batch, { action: 'item-exchange.upload-import', objectType: 'item-import', objectId: id, detail: { format, size: stored.size } });
  await commit(ctx, batch);
  const record = await findImportRecord(ctx, id);
  if (!record) throw fail('item-exchange.import-not-found');
  return record;
}

/** JSON begins with a bracket, whatever the file is called. */
function isJson({ content }: UploadedFile): boolean {
  return /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*[[{]/.test(content.subarray(0, 200).toString('utf8'));
}

/** Where the actor may edit and publish items now. */
export function scopesOf(ctx: Context): ImportScopes {
  const { organizationPath, permissions } = requireStaff(ctx);
  const own = (scope: DataScope): DataScope => ({
    kind: 'several', scopes: singleScopes(scope).map((single) => (single.kind === 'own' ? { kind: 'organization', organizationPath } : single)),
  });
  const publish = permissions.get('catalog.item.publish');
  return { edit: own(requireScope(ctx, 'catalog.item.edit')), publish: publish ? own(publish) : null };
}
