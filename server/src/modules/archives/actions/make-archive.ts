import { sm3 } from '@tongban/gm-crypto';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { storeOwnDocument } from '../../../kernel/files/index.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { trustedRoots } from '../../seals/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import { buildPackage } from '../package/build-package.ts';
import { gatherCase } from '../package/gather-case.ts';
import { getArchiveRecord, type ArchiveRecord } from '../queries/archive-record.ts';
import { findRetention } from '../retention.ts';
import { managePermission } from '../permissions.ts';
import type { ArchivesTables } from '../tables.ts';

/** The date until which something of a day is kept: the end of that year and so many more (counted from 1 January of the next, DA/T 22). */
export function expiryOf(endedOn: string, years: number | null): string | null {
  return years === null ? null : `${Number(endedOn.slice(0, 4)) + years}-12-31`;
}

/** 档号: whose, kind, year, period, serial; Y for ever, D30 for thirty years (DA/T 13, DA/T 22). */
export function archiveNumberOf(fonds: string, year: string, years: number | null, serial: number): string {
  return `${fonds}-ZW-${year}-${years === null ? 'Y' : `D${years}`}-${String(serial).padStart(6, '0')}`;
}

/**
 * Makes the package of a case that has ended and examines it: archived when nothing is wrong, else 质检不通过 with what to mend.
 * Packages made before stay (INT-08). @throws archives.not-found, archives.changed
 */
export async function makeArchive(ctx: Context, archiveId: string, { version, reason }: { version: number; reason?: string | undefined }): Promise<void> {
  const record = await getArchiveRecord(ctx, archiveId, managePermission);
  if (record.version !== version) throw fail('archives.changed');
  await packCase(ctx, record, reason?.trim() || (record.edition === 0 ? '办结归档' : '重新归档'));
}

/** The same for a record at hand. */
export async function packCase(ctx: Context, record: ArchiveRecord, reason: string): Promise<void> {
  const found = await unsafeFindCase(ctx, record.caseId);
  if (!found) throw fail('archives.not-found');
  const now = ctx.kernel.clock.now();
  const endedOn = chinaDate(record.endedAt);
  const retentionYears = record.number === null ? await findRetention(ctx, record) : record.retentionYears;
  const number = record.number ?? archiveNumberOf(await fondsOf(ctx, record), endedOn.slice(0, 4), retentionYears, await nextNumber(ctx.kernel, 'archives.archive_number'));
  const edition = record.edition + 1;
  const gathered = await gatherCase(ctx, record.caseId);
  const built = await buildPackage(gathered, { number, edition, retentionYears, ending: record.ending, archivedAt: now, archivedBy: ctx.actor.name }, await trustedRoots(ctx));
  const faults = built.checks.filter(({ verdict }) => verdict === 'fault').length;
  const file = await storeOwnDocument(ctx, { name: `${number}.zip`, mediaType: 'application/zip', content: built.content }, { purpose: 'archive-package', owner: { type: 'archive', id: record.id } });
  const made = { fileId: file.id, digest: sm3(built.content).toString('hex'), size: built.content.length };
  const batch = new WriteBatch();
  const writes = writesFor<ArchivesTables>(batch);
  writes.insert('archives.edition', {
    archiveId: record.id, edition, caseVersion: gathered.record.version, ...made, files: built.files, checks: built.checks, at: now, byName: ctx.actor.name, reason,
  });
  writes.update('archives.archive', {
    ...made, edition, number, retentionYears, caseVersion: gathered.record.version, checks: built.checks, faults, state: faults === 0 ? 'archived' : 'faulty', archivedAt: now,
    expiresOn: record.expiresOn ?? expiryOf(endedOn, retentionYears), version: record.version + 1,
  }, { id: record.id, version: record.version }, { expected: 1, otherwise: () => fail('archives.changed') });
  recordAudit(ctx, batch, { action: 'archives.make-archive', objectType: 'archive', objectId: record.id, detail: { number, edition, faults, reason, digest: made.digest } });
  await commit(ctx, batch);
}

/** Whose archives they are: the department's own code, or its region's. */
async function fondsOf(ctx: Context, { organizationId, regionCode }: ArchiveRecord): Promise<string> {
  return (await listOrganizationsById(ctx, [organizationId])).get(organizationId)?.code ?? regionCode;
}

/** Whether an archive's end is near enough to decide what comes after it: three months before. */
export function isExpiring(today: string, expiresOn: string | null): boolean {
  return expiresOn !== null && addCalendarDays(today, 92) >= expiresOn;
}
