import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { copyFiles, nameCopies } from '../../../kernel/files/index.ts';
import { findUsableLicences, recordFaceReading } from '../../licences/index.ts';
import { licenceTypesOf } from '../../materials/index.ts';
import type { ScannedShare } from '../../sharing/contract.ts';
import { addTakings, getScannedRecord, readStandingThings, requireFor, scanCode, type ScanFor } from '../../sharing/index.ts';
import { updateDraft } from '../actions/save-draft.ts';
import { readDraftNeeds, type DraftNeeds } from '../draft-needs.ts';
import { getOpenDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { substitutesNow } from '../substitution.ts';
import type { DraftMaterial } from '../tables.ts';
import { matchThings, type Matched } from './match-things.ts';

function targetOf(record: DraftRecord, versions: DraftNeeds['versions']): ScanFor {
  return { applicant: { kind: record.applicantKind, id: record.applicantId, name: record.applicantName }, itemIds: versions.map(({ itemId }) => itemId) };
}

/** Scans a share code for a registration of this clerk: another's code, or one for another item, is not even opened. @throws what `scanCode` throws */
export async function scanForDraft(ctx: Context, draftId: string, code: string): Promise<ScannedShare> {
  requireStaff(ctx);
  const record = await getOpenDraft(ctx, draftId);
  const { versions } = await readDraftNeeds(ctx, record);
  return scanCode(ctx, code, targetOf(record, versions));
}

/** The materials with what was placed put in; a licence takes the place of nothing, files come beside what is there. */
function withPlaced(given: readonly DraftMaterial[], matched: Matched, copies: ReadonlyMap<string, string>): DraftMaterial[] {
  const byKey = new Map(given.map((entry) => [entry.key, entry]));
  for (const { thing, licenceId, key } of matched.placed) {
    const before = byKey.get(key) ?? { key, files: [], licenceId: null, licenceConsent: false, paperReceived: false };
    if (licenceId !== null) byKey.set(key, { ...before, licenceId, licenceConsent: true });
    else byKey.set(key, { ...before, files: [...before.files, { id: copies.get(thing.fileId ?? '') ?? '', name: thing.name, size: thing.size ?? 0, mediaType: thing.mediaType ?? '' }] });
  }
  return [...byKey.values()];
}

/**
 * Puts what the applicant shared by code into a registration: licences where they stand for a material, with consent by code,
 * files as copies where the same standard material is asked for. What matches nothing is named. Each licence keeps a trace for
 * its holder (INT-09, LIC-06). @throws intake.draft-stale, sharing.other-applicant, sharing.taken-elsewhere and what `getScannedRecord` throws
 */
export async function takeShared(ctx: Context, draftId: string, { revision, shareId }: { revision: number; shareId: string }): Promise<{ record: DraftRecord; matched: Matched }> {
  const staff = requireStaff(ctx);
  const record = await getOpenDraft(ctx, draftId);
  if (record.revision !== revision) throw fail('intake.draft-stale');
  const [share, { needs, versions }] = await Promise.all([getScannedRecord(ctx, shareId), readDraftNeeds(ctx, record)]);
  requireFor(share, targetOf(record, versions));
  const holder = { kind: record.applicantKind, id: record.applicantId };
  const [things, substitutes] = await Promise.all([readStandingThings(ctx, share), substitutesNow(ctx, needs)]);
  const usable = new Map((await findUsableLicences(ctx, holder, licenceTypesOf(substitutes))).map((licence) => [licence.id, licence]));
  const matched = await matchThings(ctx, holder, needs, substitutes, record.materials, things, (licenceId) => usable.get(licenceId)?.regionCode);
  if (matched.placed.length === 0) return { record, matched };

  const copies = nameCopies(matched.placed.flatMap(({ licenceId, thing }) => (licenceId === null && thing.fileId !== null ? [thing.fileId] : [])));
  const materials = withPlaced(record.materials, matched, copies);
  const updatedAt = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  updateDraft(batch, record, { materials, updatedAt });
  await copyFiles(ctx, batch, copies, { type: 'draft', id: record.id }, { uploadedBy: staff.id });
  addTakings(ctx, batch, share, { id: record.id, itemName: record.itemName }, matched.placed.map(({ thing, licenceId, key, materialName }) => (
    { thing, materialKey: key, materialName, fileId: licenceId === null ? copies.get(thing.fileId ?? '') ?? null : null })));
  recordAudit(ctx, batch, {
    action: 'intake.take-shared', objectType: 'draft', objectId: record.id, purpose: share.purpose,
    detail: { shareId: share.id, materials: matched.placed.map(({ key }) => key), left: matched.left.length },
  });
  await commit(ctx, batch);
  for (const licence of things.flatMap((one) => one.licence ?? []).filter(({ id }) => matched.placed.some(({ licenceId }) => licenceId === id))) {
    await recordFaceReading(ctx, holder, licence, { by: staff.organizationName, purpose: `凭共享码取用到“${record.itemName}”的登记` });
  }
  return { record: { ...record, materials, updatedAt, revision: record.revision + 1 }, matched };
}
