import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor } from '../../../kernel/db/index.ts';
import type { EntryElements, EntryReceipt } from '../entry.contract.ts';
import { authorizeDirectory } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';
import { resolveParent } from '../tree.ts';
import { codeOf, entryBatch, entryColumns, receiptOf, requireSound } from './entry-rows.ts';

/**
 * Adds an entry with its first draft (CAT-01).
 * @throws directory.invalid-elements, directory.code-taken, directory.parent-not-found, directory.too-deep, forbidden outside the actor's scope
 */
export async function createEntry(ctx: Context, regionCode: string, given: EntryElements): Promise<EntryReceipt> {
  authorizeDirectory(ctx, 'directory.entry.edit', regionCode);
  const elements = await requireSound(ctx, regionCode, given);
  const [id, versionId, now] = [createId(), createId(), ctx.kernel.clock.now()];
  const parentId = await resolveParent(ctx, { id, name: elements.name }, elements.parentCode);
  const batch = entryBatch({ name: elements.name, code: codeOf(elements) });
  const writes = writesFor<DirectoryTables>(batch);
  writes.insert('directory.entry', {
    id, regionCode, ...entryColumns(elements, parentId), state: 'new', inForceVersionId: null, latestVersionId: versionId, latestVersionNumber: 1,
    latestState: 'draft', createdAt: now, updatedAt: now,
  });
  const version = { id: versionId, entryId: id, number: 1, revision: 1 };
  writes.insert('directory.entryVersion', {
    ...version, state: 'draft', cancels: false, elements, createdAt: now, createdById: ctx.actor.id, createdByName: ctx.actor.name,
  });
  recordAudit(ctx, batch, { action: 'directory.create-entry', objectType: 'directory-entry', objectId: id, detail: { name: elements.name } });
  await commit(ctx, batch);
  return receiptOf(version, 'draft');
}
