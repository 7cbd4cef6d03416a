import { commit } from '../../../kernel/commit.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow, WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { releaseFiles } from '../../../kernel/files/index.ts';
import { unsafeListTakings, type ShareEnded } from '../../sharing/index.ts';
import { updateDraft } from '../actions/save-draft.ts';
import type { DraftRecord } from '../draft-record.ts';

/** Takes out of an open registration what came by a share that was withdrawn or has lapsed; what was handed in before stays with its case (INT-09). */
export async function dropEnded(ctx: Context, event: DomainEvent): Promise<void> {
  const { draftId } = event.data as ShareEnded;
  if (draftId === null) return;
  const record = await findRow<DraftRecord>(ctx.kernel.db, 'SELECT * FROM intake.draft WHERE id = $1', [draftId]);
  if (!record || record.submittedCaseId !== null) return;
  const takings = await unsafeListTakings(ctx, draftId);
  const standing = new Set(takings.flatMap(({ ended, licenceId, materialKey }) => (ended || licenceId === null ? [] : [`${materialKey} ${licenceId}`])));
  const gone = takings.filter(({ ended }) => ended);
  const licences = new Set(gone.map(({ materialKey, licenceId }) => `${materialKey} ${licenceId ?? ''}`));
  const files = new Set(gone.flatMap(({ fileId }) => fileId ?? []));
  const materials = record.materials.map((entry) => {
    const key = `${entry.key} ${entry.licenceId ?? ''}`;
    const dropped = entry.licenceId !== null && licences.has(key) && !standing.has(key);
    return { ...entry, files: entry.files.filter(({ id }) => !files.has(id)), ...(dropped ? { licenceId: null, licenceConsent: false } : {}) };
  });
  const released = record.materials.flatMap((entry) => entry.files.map(({ id }) => id)).filter((id) => files.has(id));
  if (released.length === 0 && materials.every(({ licenceId }, index) => licenceId === record.materials[index]?.licenceId)) return;
  const batch = new WriteBatch();
  // A clerk who saves at this moment is faster: the event is delivered again.
  updateDraft(batch, record, { materials, updatedAt: ctx.kernel.clock.now() });
  releaseFiles(ctx, batch, released, { type: 'draft', id: record.id });
  recordAudit(ctx, batch, { action: 'intake.drop-shared', objectType: 'draft', objectId: record.id, detail: { shareId: event.aggregateId } });
  await commit(ctx, batch);
}
