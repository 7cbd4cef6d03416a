import { requireStaff, type StaffActor } from '../../../kernel/access/index.ts';
import { recordAudit, recordAuditNow } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { hitThrottle, refuseIfFull, type ThrottleRule } from '../../../kernel/identity/throttle.ts';
import { recordFaceReading } from '../../licences/index.ts';
import type { ScannedShare } from '../contract.ts';
import { fail } from '../errors.ts';
import { presentScanned, readStandingThings } from '../queries/view-scanned.ts';
import { digestOfCode, indexOfNumber, readCode } from '../share-code.ts';
import { requireStanding, sharingTables, shownName, type ShareRecord } from '../share-record.ts';
import { usableUntil } from '../states.ts';
import type { SharingTables } from '../tables.ts';

/** Eight digits can be tried out: wrong ones are slowed down, a clerk who mistypes a few is not. */
const wrongCodes: ThrottleRule = { limit: 10, windowMs: 10 * 60_000 };

/** For which registration a code is scanned; undefined when no applicant is known yet. */
export interface ScanFor {
  applicant: { kind: 'person' | 'company'; id: string; name: string };
  itemIds: readonly string[];
}

/** @throws sharing.not-a-code, sharing.wrong-code, identity.too-many-attempts */
async function findByCode(ctx: Context, staff: StaffActor, typed: string): Promise<ShareRecord> {
  const code = readCode(typed);
  if (!code) throw fail('sharing.not-a-code');
  const bucket = `share-code:${staff.id}`;
  await refuseIfFull(ctx, bucket, wrongCodes);
  const query = sharingTables(ctx).selectFrom('sharing.share').selectAll();
  const share = await (code.kind === 'code' ? query.where('codeDigest', '=', digestOfCode(code.value)) : query.where('numberIndex', '=', indexOfNumber(ctx.kernel, code.value))).executeTakeFirst();
  if (share) return share;
  await hitThrottle(ctx, bucket, wrongCodes);
  throw fail('sharing.wrong-code');
}

/** Whether a share is for this registration: of its applicant, and for its item when it names one. @throws sharing.other-applicant, sharing.other-item */
export function requireFor(share: ShareRecord, { applicant, itemIds }: ScanFor): void {
  if (share.subjectKind !== applicant.kind || share.subjectId !== applicant.id) {
    throw fail('sharing.other-applicant', { sharer: shownName({ kind: share.subjectKind, name: share.subjectName }), applicant: shownName(applicant) });
  }
  if (share.itemId !== null && !itemIds.includes(share.itemId)) throw fail('sharing.other-item', { item: share.itemName ?? '' });
}

async function requireScannable(ctx: Context, staff: StaffActor, share: ShareRecord, target: ScanFor | undefined): Promise<void> {
  await requireStanding(ctx, share);
  if (share.organizationPath !== null && !staff.organizationPath.startsWith(share.organizationPath)) throw fail('sharing.other-organization', { organization: share.organizationName ?? '' });
  if (share.scannedById !== null && share.scannedById !== staff.id) throw fail('sharing.scanned-elsewhere', { organization: share.scannedOrganizationName ?? '' });
  if (ctx.kernel.clock.now().getTime() > usableUntil(share).getTime()) throw share.scannedAt === null ? fail('sharing.expired') : fail('sharing.take-time-over');
  if (target) requireFor(share, target);
}

/** Binds a share to the clerk; of two who scan at once one has it. */
async function bind(ctx: Context, staff: StaffActor, share: ShareRecord): Promise<ShareRecord> {
  const scan = { scannedAt: ctx.kernel.clock.now(), scannedById: staff.id, scannedByName: staff.name, scannedOrganizationId: staff.organizationId, scannedOrganizationName: staff.organizationName };
  const batch = new WriteBatch();
  writesFor<SharingTables>(batch).update('sharing.share', scan, { id: share.id, scannedById: null, withdrawnAt: null }, { expected: 1, otherwise: () => fail('sharing.scanned-elsewhere', { organization: '另一个窗口' }) });
  recordAudit(ctx, batch, { action: 'sharing.scan-code', objectType: 'share', objectId: share.id, purpose: share.purpose, detail: { subject: `${share.subjectKind}:${share.subjectId}` } });
  await commit(ctx, batch);
  return { ...share, ...scan };
}

/**
 * Opens what somebody agreed to share to the first clerk who scans the code or types its digits, and to nobody else. A refusal
 * binds nothing, and is in the audit like the reading; each licence keeps a trace for its holder (INT-09, LIC-06).
 * @throws sharing.not-a-code, .wrong-code, .expired, .withdrawn, .mandate-ended, .other-organization, .scanned-elsewhere, .other-applicant, .other-item, identity.too-many-attempts
 */
export async function scanCode(ctx: Context, typed: string, target?: ScanFor): Promise<ScannedShare> {
  const staff = requireStaff(ctx);
  const found = await findByCode(ctx, staff, typed);
  let share = found;
  try {
    await requireScannable(ctx, staff, found, target);
    if (found.scannedById === null) share = await bind(ctx, staff, found);
  } catch (error) {
    if (error instanceof AppError) await recordAuditNow(ctx, { action: 'sharing.scan-code', objectType: 'share', objectId: found.id, result: 'refused', detail: { code: error.code } });
    throw error;
  }
  const things = await readStandingThings(ctx, share);
  if (found.scannedById === null) {
    for (const { licence, note } of things) {
      if (licence && note === null) await recordFaceReading(ctx, { kind: share.subjectKind, id: share.subjectId }, licence, { by: staff.organizationName, purpose: `扫共享码查看：${share.purpose}` });
    }
  }
  return presentScanned(ctx, share, things);
}
