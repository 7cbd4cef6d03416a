import { authorize } from '../../../kernel/access/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { checkVersion, prevents } from '../check-version.ts';
import type { ItemElements, SavedDraft } from '../contract.ts';
import { fail } from '../errors.ts';
import { itemColumnsOf } from '../item-columns.ts';
import { claimItemFiles } from '../item-files.ts';
import { requireUnlocked } from '../locked-elements.ts';
import { getImplementer } from '../organizations.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { announceSaved } from './start-draft.ts';
import { beginChange, requireNextState, savedBy } from './version-receipt.ts';

/**
 * Saves the whole content of a draft. It may be incomplete; only submitting asks for all of it.
 * @throws catalog.locked-element for what the superior list has fixed, catalog.stale when someone saved since `revision`, catalog.state-refused unless it is a draft
 */
export async function editDraft(ctx: Context, versionId: string, revision: number, elements: ItemElements): Promise<SavedDraft> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const state = requireNextState(record.version.state, 'edit');
  if (record.version.revision !== revision) throw fail('catalog.stale');
  if (elements.localTaskCode !== record.item.localTaskCode) throw fail('catalog.fixed-code');
  requireUnlocked(record.item.lockedElements, record.version.elements, elements);
  const implementer = await getImplementer(ctx, elements.organizationId);
  // Handing an item to a department outside one's scope would be a way around it.
  authorize(ctx, 'catalog.item.edit', { ...implementer, regionCode: elements.regionCode });
  const saved = savedBy(ctx);
  const findings = await checkVersion(ctx.kernel, record.item.id, elements);
  const errorCount = findings.filter(prevents).length;
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state, set: { elements, ...saved }, action: 'catalog.edit-draft',
    // An item that was never published is listed as it is being written; one that was, as everyone sees it.
    itemSet: { errorCount, ...(record.item.publishedVersionId === null ? { ...itemColumnsOf(elements), ...implementer } : {}) },
  });
  await claimItemFiles(ctx, batch, record.item.id, record.version.elements, elements);
  announceSaved(ctx, batch, receipt);
  await commit(ctx, batch);
  return { ...receipt, savedAt: saved.savedAt.toISOString(), findings };
}
