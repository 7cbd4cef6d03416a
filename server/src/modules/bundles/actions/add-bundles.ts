import { authorize, covers, requireScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { AddedBundles, BundleEntry, EntryOutcome } from '../contract.ts';
import { fail } from '../errors.ts';
import type { BundlesTables } from '../tables.ts';
import { announceMove } from './move-bundle.ts';

/** Where entries belong until a department claims them. */
export interface EntryPlace {
  readonly organizationPath: string;
  readonly regionCode: string;
}

/**
 * Adds entries to the catalogue, or takes over name, batch and departments of those whose code is there (BDL-01). The last
 * of two entries with one code counts. What another department leads or entered is not for this actor to change and is
 * refused, entry by entry. Doing it again changes nothing.
 */
export async function addBundles(ctx: Context, place: EntryPlace, entries: readonly BundleEntry[]): Promise<AddedBundles> {
  authorize(ctx, 'bundles.catalogue.manage', place);
  const scope = requireScope(ctx, 'bundles.catalogue.manage');
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const known = new Map((await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundle')
    .select(['id', 'code', 'name', 'batch', 'audience', 'leadDepartmentName', 'cooperatingDepartmentNames', 'organizationPath', 'regionCode', 'leadName'])
    .where('code', 'in', [...byCode.keys()]).execute()).map((row) => [row.code, row]));
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch().onViolation('bundle_code', () => fail('bundles.stale'));
  const writes = writesFor<BundlesTables>(batch);
  const rows = [...byCode].map(([code, entry]): EntryOutcome => {
    const columns = columnsOf(entry);
    const row = known.get(code);
    if (!row) {
      writes.insert('bundles.bundle', {
        ...columns, ...place, id: createId(), code, leadOrganizationId: null, leadName: null, state: 'listed', renewal: null, latestVersionId: null, latestVersionNumber: null,
        publishedVersionId: null, itemCount: 0, createdAt: now, updatedAt: now,
      });
      return { code, outcome: 'created', reasons: [] };
    }
    if (JSON.stringify(columns) === JSON.stringify(columnsOf({ ...row, batch: row.batch ?? undefined, leadDepartmentName: row.leadDepartmentName ?? undefined }))) return { code, outcome: 'unchanged', reasons: [] };
    if (!covers(scope, ctx.actor, row)) return { code, outcome: 'refused', reasons: [`这一条由${row.leadName ?? '其他部门'}${row.leadName === null ? '录入' : '认领'}，请由对方修改，或联系事项管理员。`] };
    writes.update('bundles.bundle', { ...columns, updatedAt: now }, { id: row.id });
    if (columns.name !== row.name) announceMove(ctx, batch, row.id);
    return { code, outcome: 'updated', reasons: [] };
  });
  const countOf = (outcome: EntryOutcome['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const count = { created: countOf('created'), updated: countOf('updated'), unchanged: countOf('unchanged') };
  if (count.created + count.updated === 0) return { ...count, rows };
  recordAudit(ctx, batch, { action: 'bundles.add-bundles', objectType: 'bundle-catalogue', objectId: 'catalogue', detail: count });
  await commit(ctx, batch);
  return { ...count, rows };
}

type EntryColumns = { [key in keyof Omit<BundleEntry, 'code'>]?: BundleEntry[key] | undefined } & Pick<BundleEntry, 'name' | 'audience' | 'cooperatingDepartmentNames'>;

function columnsOf({ name, batch, audience, leadDepartmentName, cooperatingDepartmentNames }: EntryColumns) {
  return { name, batch: batch ?? null, audience, leadDepartmentName: leadDepartmentName ?? null, cooperatingDepartmentNames };
}
