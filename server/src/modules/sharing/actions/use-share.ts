import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { sharingTables, type ShareRecord, type ThingRecord } from '../share-record.ts';
import { shareStateAt } from '../states.ts';
import type { SharingTables } from '../tables.ts';

/** A thing that is put in as a material; `fileId` is the copy that the registration gets. */
export interface PlacedThing {
  thing: ThingRecord;
  materialKey: string;
  materialName: string;
  fileId: string | null;
}

/**
 * Adds to the batch that things of a share become materials of a registration, which from then on is the only one.
 * The batch is undone when the share was taken back, or used for another one, meanwhile. @throws sharing.taken-elsewhere
 */
export function addTakings(ctx: Context, batch: WriteBatch, share: ShareRecord, draft: { id: string; itemName: string }, placed: readonly PlacedThing[]): void {
  if (share.draftId !== null && share.draftId !== draft.id) throw fail('sharing.taken-elsewhere');
  const writes = writesFor<SharingTables>(batch);
  const at = ctx.kernel.clock.now();
  writes.update('sharing.share', { draftId: draft.id, draftItemName: draft.itemName, takenAt: share.takenAt ?? at }, { id: share.id, withdrawnAt: null, draftId: share.draftId, handedInAt: null }, { expected: 1, otherwise: () => fail('sharing.withdrawn') });
  writes.insert('sharing.taking', placed.map(({ thing, materialKey, materialName, fileId }) => ({
    id: createId(), shareId: share.id, thingId: thing.id, draftId: draft.id, materialKey, materialName, licenceId: thing.licenceId, fileId, at,
  })));
}

/** What was put into a registration by share codes, and whether the consent still stands. */
export interface Taking {
  id: string;
  shareId: string;
  thingId: string;
  name: string;
  materialKey: string;
  licenceId: string | null;
  fileId: string | null;
  /** When the applicant agreed. */
  agreedAt: Date;
  /** Taken back, or not handed in for too long. */
  ended: boolean;
}

/** Everything that was put into a registration by share codes, oldest first. Skips access control: the caller keeps the registration. */
export async function unsafeListTakings(ctx: Context, draftId: string): Promise<Taking[]> {
  const rows = await sharingTables(ctx).selectFrom('sharing.taking as t').innerJoin('sharing.share as s', 's.id', 't.shareId').innerJoin('sharing.thing as g', 'g.id', 't.thingId')
    .select(['t.id', 't.shareId', 't.thingId', 'g.name', 't.materialKey', 't.licenceId', 't.fileId', 's.madeAt as agreedAt', 's.expiresAt', 's.scannedAt', 's.takenAt', 's.handedInAt', 's.withdrawnAt']).where('t.draftId', '=', draftId).orderBy('t.id').execute();
  const now = ctx.kernel.clock.now();
  return rows.map(({ expiresAt, scannedAt, takenAt, handedInAt, withdrawnAt, ...row }) => {
    const state = shareStateAt({ expiresAt, scannedAt, takenAt, handedInAt, withdrawnAt }, now);
    return { ...row, ended: state === 'withdrawn' || state === 'lapsed' };
  });
}

/** Adds to the batch that what was taken is handed in now; whoever took it back a moment before undoes the batch. */
export function addHandIn(ctx: Context, batch: WriteBatch, takings: readonly Taking[], into: { caseId: string | null; number: string; itemName: string }): void {
  if (takings.length === 0) return;
  const writes = writesFor<SharingTables>(batch);
  const shareIds = [...new Set(takings.map(({ shareId }) => shareId))];
  writes.update('sharing.share', { handedInAt: ctx.kernel.clock.now(), handedInCaseId: into.caseId, handedInNumber: into.number, handedInName: into.itemName }, { id: shareIds, withdrawnAt: null }, { expected: shareIds.length, otherwise: () => fail('sharing.withdrawn') });
  writes.update('sharing.taking', { handedIn: true }, { id: takings.map(({ id }) => id) });
}
