import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import type { BundleContent, BundleReceipt } from '../contract.ts';
import { getBundleRecord } from '../queries/get-records.ts';
import { beginChange, requireNextState } from './change-version.ts';

/** Saves a configuration; it may be incomplete, only submitting asks for all of it. @throws bundles.stale, bundles.state-refused */
export async function editBundleVersion(ctx: Context, versionId: string, revision: number, content: BundleContent): Promise<BundleReceipt> {
  const record = await getBundleRecord(ctx, versionId, 'bundles.bundle.edit');
  const state = requireNextState(record.version.state, 'edit');
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state, action: 'bundles.edit-version', bundleSet: { itemCount: content.items.length },
    set: { content, savedAt: ctx.kernel.clock.now(), savedById: ctx.actor.id, savedByName: ctx.actor.name },
  });
  await commit(ctx, batch);
  return receipt;
}
