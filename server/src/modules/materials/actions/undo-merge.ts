import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { fail } from '../errors.ts';
import { materialsEvents } from '../events.ts';
import { authorizeLibrary, columnsOf, contentOf, getMaterialRecord, type MaterialRecord } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';
import { codesOf, updateMaterial } from './change-material.ts';

interface Undoing {
  kept: MaterialRecord;
  addedAliases: string[];
  addedLicenceTypes: string[];
  lines: { materialId: string; code: string; previousState: MaterialRecord['state']; previousMergedInto: string | null }[];
}

async function readMerge(ctx: Context, mergeId: string): Promise<Undoing> {
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const merge = await tables.selectFrom('materials.merge').selectAll().where('id', '=', mergeId).executeTakeFirst();
  if (!merge) throw fail('materials.merge-not-found');
  const kept = await getMaterialRecord(ctx, merge.keptId);
  authorizeLibrary(ctx, 'materials.material.merge', kept);
  if (merge.undoneAt !== null) throw fail('materials.merge-undone');
  const lines = await tables.selectFrom('materials.mergeLine as l').innerJoin('materials.material as m', 'm.id', 'l.materialId')
    .select(['l.materialId', 'm.code', 'l.previousState', 'l.previousMergedInto', 'm.mergedInto']).where('l.mergeId', '=', mergeId).execute();
  if (kept.state === 'merged' || lines.some(({ mergedInto }) => mergedInto !== kept.id)) throw fail('materials.merged-again');
  return { kept, addedAliases: merge.addedAliases, addedLicenceTypes: merge.addedLicenceTypes, lines };
}

/** The kept material without what the merge had added; what was written since stays. */
async function columnsBefore(ctx: Context, { kept, addedAliases, addedLicenceTypes, lines }: Undoing) {
  const content = contentOf(kept);
  const left = new Set(lines.map(({ code }) => code));
  return columnsOf({
    ...content, aliases: content.aliases.filter((alias) => !addedAliases.includes(alias)),
    licenceTypes: content.licenceTypes.filter((code) => !addedLicenceTypes.includes(code)),
  }, (await codesOf(ctx, kept)).filter((code) => !left.has(code)));
}

/**
 * Undoes a merge: every material is again what it was, and the old codes mean their own material. Only the last of several
 * merges of a material can be undone.
 * @throws materials.merge-undone, materials.merged-again, materials.stale, forbidden
 */
export async function undoMerge(ctx: Context, mergeId: string): Promise<void> {
  const undoing = await readMerge(ctx, mergeId);
  const { kept, lines } = undoing;
  const batch = new WriteBatch();
  const writes = writesFor<MaterialsTables>(batch);
  const now = ctx.kernel.clock.now();
  writes.update('materials.merge', { undoneAt: now, undoneByName: ctx.actor.name }, { id: mergeId, undoneAt: null },
    { expected: 1, otherwise: () => fail('materials.merge-undone') });
  updateMaterial(ctx, batch, kept, kept.revision, await columnsBefore(ctx, undoing));
  for (const { materialId, previousState, previousMergedInto } of lines) {
    writes.update('materials.material', { state: previousState, mergedInto: previousMergedInto, updatedAt: now, updatedByName: ctx.actor.name },
      { id: materialId, mergedInto: kept.id }, { expected: 1, otherwise: () => fail('materials.merged-again') });
  }
  const restoredCodes = lines.map(({ code }) => code);
  recordAudit(ctx, batch, {
    action: 'materials.undo-merge', objectType: 'standard-material', objectId: kept.id, detail: { mergeId, code: kept.code, restoredCodes },
  });
  publishEvent(ctx, batch, {
    type: materialsEvents.mergeUndone, aggregateType: 'standard-material', aggregateId: kept.id,
    data: { materialId: kept.id, code: kept.code, mergeId, restoredCodes },
  });
  await commit(ctx, batch);
}
