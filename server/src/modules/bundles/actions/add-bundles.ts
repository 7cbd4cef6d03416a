import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { BundleEntry } from '../contract.ts';
import type { BundlesTables } from '../tables.ts';

/** Where entries belong until a department claims them. */
export interface EntryPlace {
  readonly organizationPath: string;
  readonly regionCode: string;
}

/**
 * Adds entries to the catalogue, or takes over name, batch and departments of those whose code is there (BDL-01). The last
 * of two entries with one code counts. Doing it again changes nothing.
 */
export async function addBundles(ctx: Context, place: EntryPlace, entries: readonly BundleEntry[]): Promise<{ created: number; updated: number; unchanged: number }> {
  authorize(ctx, 'bundles.catalogue.manage', place);
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const known = new Map((await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundle')
    .select(['id', 'code', 'name', 'batch', 'audience', 'leadDepartmentName', 'cooperatingDepartmentNames']).where('code', 'in', [...byCode.keys()]).execute())
    .map((row) => [row.code, row]));
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  const writes = writesFor<BundlesTables>(batch);
  const count = { created: 0, updated: 0, unchanged: 0 };
  for (const [code, entry] of byCode) {
    const columns = columnsOf(entry);
    const row = known.get(code);
    if (!row) {
      count.created += 1;
      writes.insert('bundles.bundle', {
        ...columns, ...place, id: createId(), code, leadOrganizationId: null, leadName: null, state: 'listed', latestVersionId: null, latestVersionNumber: null,
        publishedVersionId: null, itemCount: 0, createdAt: now, updatedAt: now,
      });
    } else if (JSON.stringify(columns) === JSON.stringify(columnsOf({ ...row, batch: row.batch ?? undefined, leadDepartmentName: row.leadDepartmentName ?? undefined }))) {
      count.unchanged += 1;
    } else {
      count.updated += 1;
      writes.update('bundles.bundle', { ...columns, updatedAt: now }, { id: row.id });
    }
  }
  if (count.created + count.updated === 0) return count;
  recordAudit(ctx, batch, { action: 'bundles.add-bundles', objectType: 'bundle-catalogue', objectId: 'catalogue', detail: count });
  await commit(ctx, batch);
  return count;
}

type EntryColumns = { [key in keyof Omit<BundleEntry, 'code'>]?: BundleEntry[key] | undefined } & Pick<BundleEntry, 'name' | 'audience' | 'cooperatingDepartmentNames'>;

function columnsOf({ name, batch, audience, leadDepartmentName, cooperatingDepartmentNames }: EntryColumns) {
  return { name, batch: batch ?? null, audience, leadDepartmentName: leadDepartmentName ?? null, cooperatingDepartmentNames };
}
