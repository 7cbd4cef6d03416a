import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { fail } from '../errors.ts';
import { materialsEvents } from '../events.ts';
import type { mergeMaterials as operation } from '../merge.contract.ts';
import { columnsOf, contentOf } from '../material-record.ts';
import { planMerge, type MergePlan } from '../plan-merge.ts';
import type { MaterialsTables } from '../tables.ts';
import { codesOf, updateMaterial } from './change-material.ts';

/** The kept material with the names and licence types of the others, found by their codes too. */
async function mergedColumns(ctx: Context, { kept, merged, followers, addedAliases, addedLicenceTypes }: MergePlan) {
  const content = contentOf(kept);
  const codes = [...await codesOf(ctx, kept), ...[...merged, ...followers].map(({ code }) => code)];
  return columnsOf({ ...content, aliases: [...content.aliases, ...addedAliases], licenceTypes: [...content.licenceTypes, ...addedLicenceTypes] }, codes);
}

function addLines(batch: WriteBatch, mergeId: string, { kept, merged, followers }: MergePlan): void {
  const writes = writesFor<MaterialsTables>(batch);
  if (followers.length > 0) {
    writes.update('materials.material', { mergedInto: kept.id }, { id: followers.map(({ id }) => id), mergedInto: merged.map(({ id }) => id) },
      { expected: followers.length, otherwise: () => fail('materials.stale') });
  }
  writes.insert('materials.mergeLine', [...merged, ...followers].map(({ id, state, mergedInto }) =>
    ({ mergeId, materialId: id, previousState: state, previousMergedInto: mergedInto })));
}

/**
 * Merges materials that mean the same: the codes of the others resolve to the kept one from now on, so that published
 * versions and cases stay as they are (CAT-05). Refused when one of them was changed since the preview.
 * @throws materials.stale and what `planMerge` throws
 */
export async function mergeMaterials(ctx: Context, input: BodyOf<typeof operation>): Promise<string> {
  const plan = await planMerge(ctx, input.keptId, input.merged.map(({ id }) => id));
  const revisions = new Map(input.merged.map(({ id, revision }) => [id, revision]));
  const mergeId = createId();
  const batch = new WriteBatch();
  updateMaterial(ctx, batch, plan.kept, input.keptRevision, await mergedColumns(ctx, plan));
  for (const record of plan.merged) updateMaterial(ctx, batch, record, revisions.get(record.id) ?? 0, { state: 'merged', mergedInto: plan.kept.id });
  writesFor<MaterialsTables>(batch).insert('materials.merge', {
    id: mergeId, keptId: plan.kept.id, addedAliases: plan.addedAliases, addedLicenceTypes: plan.addedLicenceTypes, reason: input.reason.trim(),
    mergedAt: ctx.kernel.clock.now(), mergedByName: ctx.actor.name, undoneByName: null,
  });
  addLines(batch, mergeId, plan);
  const mergedCodes = [...plan.merged, ...plan.followers].map(({ code }) => code);
  recordAudit(ctx, batch, {
    action: 'materials.merge-materials', objectType: 'standard-material', objectId: plan.kept.id, detail: { mergeId, code: plan.kept.code, mergedCodes, reason: input.reason },
  });
  publishEvent(ctx, batch, {
    type: materialsEvents.merged, aggregateType: 'standard-material', aggregateId: plan.kept.id,
    data: { materialId: plan.kept.id, code: plan.kept.code, mergeId, mergedCodes },
  });
  await commit(ctx, batch);
  return mergeId;
}
