import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { readFile, type FileRecord } from '../../../kernel/files/index.ts';
import { getCompany, unsafeReadPerson } from '../../../kernel/identity/index.ts';
import { recordFaceReading } from '../../licences/index.ts';
import type { SharedApplicant } from '../contract.ts';
import { fail } from '../errors.ts';
import { readStandingThings, type StandingThing } from '../queries/view-scanned.ts';
import { getScannedRecord, type ShareRecord } from '../share-record.ts';
import type { SharingTables } from '../tables.ts';

/** Keeps a reading before it happens, for the audit and for whoever shared. */
async function recordReading(ctx: Context, share: ShareRecord, action: 'sharing.read-applicant' | 'sharing.read-face' | 'sharing.open-file', { thingId, what, purpose }: { thingId: string | null; what: string; purpose: string }): Promise<void> {
  const batch = new WriteBatch();
  writesFor<SharingTables>(batch).insert('sharing.reading', { id: createId(), shareId: share.id, thingId, what, purpose, at: ctx.kernel.clock.now() });
  recordAudit(ctx, batch, { action, objectType: 'share', objectId: share.id, purpose, detail: { thingId } });
  await commit(ctx, batch);
}

/** @throws sharing.not-a-file, sharing.ended */
async function getThing(ctx: Context, share: ShareRecord, thingId: string, kind: 'licence' | 'file'): Promise<StandingThing> {
  const found = (await readStandingThings(ctx, share)).find(({ thing }) => thing.id === thingId && thing.kind === kind);
  if (!found) throw fail('sharing.not-a-file');
  if (found.note !== null) throw fail('sharing.ended', { name: found.thing.name, note: found.note });
  return found;
}

const registering = '登记申请人';

/** Who shares, in full, for the registration: that is agreed to with every share. @throws what `getScannedRecord` throws */
export async function readSharedApplicant(ctx: Context, shareId: string): Promise<SharedApplicant> {
  const share = await getScannedRecord(ctx, shareId);
  await recordReading(ctx, share, 'sharing.read-applicant', { thingId: null, what: '身份信息', purpose: registering });
  const person = await unsafeReadPerson(ctx, share.subjectKind === 'person' ? share.subjectId : share.madeById, `凭共享码${registering}`);
  if (share.subjectKind === 'person') return { kind: 'person', name: person.name, documentType: person.documentType, documentNumber: person.documentNumber, mobile: person.mobile };
  const company = await getCompany(ctx, share.subjectId);
  return { kind: 'company', name: company.name, documentType: '001', documentNumber: company.creditCode, mobile: person.mobile };
}

/** The whole face of a shared licence, for a purpose. @throws what `getScannedRecord` throws, sharing.not-a-file, sharing.ended */
export async function readSharedFace(ctx: Context, shareId: string, thingId: string, purpose: string): Promise<{ label: string; value: string }[]> {
  const share = await getScannedRecord(ctx, shareId);
  const { licence, thing } = await getThing(ctx, share, thingId, 'licence');
  if (!licence) throw fail('sharing.not-a-file');
  await recordReading(ctx, share, 'sharing.read-face', { thingId, what: `证照“${thing.name}”的完整照面`, purpose });
  await recordFaceReading(ctx, { kind: share.subjectKind, id: share.subjectId }, licence, { by: requireStaff(ctx).organizationName, purpose: `凭共享码查看完整照面：${purpose}` });
  return licence.face.map(({ label, value }) => ({ label, value }));
}

/** A shared file, for a purpose. @throws what `getScannedRecord` throws, sharing.not-a-file, sharing.ended */
export async function openSharedFile(ctx: Context, shareId: string, thingId: string, purpose: string): Promise<{ file: FileRecord; content: Buffer }> {
  const share = await getScannedRecord(ctx, shareId);
  const { thing } = await getThing(ctx, share, thingId, 'file');
  await recordReading(ctx, share, 'sharing.open-file', { thingId, what: `文件“${thing.name}”`, purpose });
  return readFile(ctx, thing.fileId ?? '');
}
