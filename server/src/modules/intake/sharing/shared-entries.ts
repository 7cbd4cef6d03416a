import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { addHandIn, failSharing, unsafeListTakings, type Taking } from '../../sharing/index.ts';
import type { SharedEntry } from '../contract.ts';
import type { DraftRecord } from '../draft-record.ts';
import type { StandingLicence } from '../substitution.ts';
import type { DraftMaterial } from '../tables.ts';

/** What was put into a registration by share codes; only a clerk takes by code, so nobody else's draft is asked about. */
async function listTakings(ctx: Context, record: Pick<DraftRecord, 'id' | 'ownerKind'>): Promise<Taking[]> {
  return record.ownerKind === 'staff' ? unsafeListTakings(ctx, record.id) : [];
}

/** Whether the taking is still among what is given: clerks may have chosen otherwise since. */
function isGiven(materials: readonly DraftMaterial[], { materialKey, licenceId, fileId }: Taking): boolean {
  const entry = materials.find(({ key }) => key === materialKey);
  return entry !== undefined && (licenceId !== null ? entry.licenceId === licenceId : entry.files.some(({ id }) => id === fileId));
}

/** Licences and files of a draft that came by share code, for its page. */
export async function presentShared(ctx: Context, record: DraftRecord): Promise<SharedEntry[]> {
  const given = (await listTakings(ctx, record)).filter((taking) => isGiven(record.materials, taking));
  // The latest consent for the same thing counts.
  const latest = new Map(given.map((taking) => [`${taking.materialKey} ${taking.licenceId ?? taking.fileId}`, taking]));
  return [...latest.values()].map(({ materialKey, licenceId, fileId, agreedAt, ended }) => ({ materialKey, licenceId, fileId, agreedAt: agreedAt.toISOString(), ended }));
}

/** What of a draft that is handed in came by share code, every consent standing. */
export interface SharedHandIn {
  takings: readonly Taking[];
  /** The licences, each with when the applicant agreed when that was by code. */
  mark: (licences: readonly StandingLicence[]) => StandingLicence[];
  /** Adds to the batch that it is handed in, unless the applicant takes it back at this moment. */
  add: (batch: WriteBatch, into: { caseId: string | null; number: string; itemName: string }) => void;
}

/**
 * The things given by share code of a draft about to be handed in. One whose consent was withdrawn or has lapsed may not be handed in, not by
 * the clerk's word either: the applicant has just said no (INT-09). @throws sharing.withdrawn-things
 */
export async function sharedHandIn(ctx: Context, record: DraftRecord): Promise<SharedHandIn> {
  const given = (await listTakings(ctx, record)).filter((taking) => isGiven(record.materials, taking));
  const standing = given.filter(({ ended }) => !ended);
  const isCovered = (taking: Taking): boolean => standing.some((one) => one.materialKey === taking.materialKey && one.licenceId === taking.licenceId && one.fileId === taking.fileId);
  const gone = given.filter((taking) => taking.ended && !isCovered(taking));
  if (gone.length > 0) throw failSharing('sharing.withdrawn-things', { names: [...new Set(gone.map(({ name }) => `“${name}”`))].join('、') });
  return {
    takings: standing,
    mark: (licences) => licences.map((licence) => {
      const consent = standing.find(({ licenceId }) => licenceId === licence.id);
      return consent ? { ...licence, sharedAt: consent.agreedAt.toISOString() } : licence;
    }),
    add: (batch, into) => addHandIn(ctx, batch, standing, into),
  };
}
