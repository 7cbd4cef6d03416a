import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, violatedConstraint, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { findFiles } from '../../../kernel/files/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { findFiledFile, mandateLimit, type FiledFile } from '../../cases/index.ts';
import { listHeldLicences, type HeldLicence } from '../../licences/index.ts';
import { composeConsent } from '../consent-words.contract.ts';
import { mostThings, type makeShare as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { mostLicences } from '../queries/list-shareable.ts';
import { digestOfCode, indexOfNumber, newCode } from '../share-code.ts';
import { subjectOf, type ShareRecord, type ThingRecord } from '../share-record.ts';
import type { SharingTables } from '../tables.ts';

type Input = BodyOf<typeof operation>;
type Subject = ReturnType<typeof subjectOf>;

/** A share as it was made, with its code, which is not kept. */
export interface MadeCode { share: ShareRecord; code: string; number: string }

/** The chosen licences, each the subject's own, in force, and within an agent's mandate. @throws sharing.not-shareable */
async function chosenLicences(ctx: Context, subject: Subject, ids: readonly string[]): Promise<HeldLicence[]> {
  if (ids.length === 0) return [];
  const held = new Map((await listHeldLicences(ctx, subject, mostLicences)).map((licence) => [licence.id, licence]));
  const limit = mandateLimit(ctx);
  return Promise.all(ids.map(async (id) => {
    const licence = held.get(id);
    if (!licence || !await limit.allowsCase(licence.caseId)) throw fail('sharing.not-shareable');
    return licence;
  }));
}

/** The chosen files, each given in a case of the subject that an agent's mandate reaches. @throws sharing.not-shareable */
async function chosenFiles(ctx: Context, subject: Subject, chosen: Input['files']): Promise<FiledFile[]> {
  const limit = mandateLimit(ctx);
  const found = await Promise.all(chosen.map(async (one) => {
    const file = await findFiledFile(ctx, subject, one);
    if (!file || !await limit.allows(file)) throw fail('sharing.not-shareable');
    return file;
  }));
  const stored = await findFiles(ctx, found.map(({ file }) => file.id));
  if (stored.length < found.length || stored.some(({ scanStatus }) => scanStatus === 'infected')) throw fail('sharing.not-shareable');
  return found;
}

function thingsOf(shareId: string, licences: readonly HeldLicence[], files: readonly FiledFile[]): ThingRecord[] {
  const nothing = { licenceId: null, licenceNumber: null, caseId: null, caseNumber: null, itemName: null, materialName: null, standardCode: null, fileId: null, size: null, mediaType: null };
  return [
    ...licences.map(({ id: licenceId, name, number: licenceNumber }) => ({ ...nothing, kind: 'licence' as const, name, licenceId, licenceNumber })),
    ...files.map(({ caseId, caseNumber, itemName, materialName, standardCode, file }) => (
      { ...nothing, kind: 'file' as const, name: file.name, caseId, caseNumber, itemName, materialName, standardCode, fileId: file.id, size: file.size, mediaType: file.mediaType })),
  ].map((thing, position) => ({ ...thing, id: createId(), shareId, position }));
}

async function organizationOf(ctx: Context, id: string | null | undefined): Promise<Pick<ShareRecord, 'organizationId' | 'organizationPath' | 'organizationName'>> {
  if (id === null || id === undefined) return { organizationId: null, organizationPath: null, organizationName: null };
  const organization = (await listOrganizationsById(ctx, [id])).get(id);
  if (!organization || organization.validTo !== null) throw fail('sharing.organization-unknown');
  return { organizationId: organization.id, organizationPath: organization.path, organizationName: organization.name };
}

/**
 * Keeps that somebody agreed to share licences and earlier files with one clerk for a while, word by word, and gives the code
 * (INT-09; 个人信息保护法第十三条、第十四条). Of the code only a digest is kept.
 * @throws sharing.nothing-chosen, .too-many, .not-shareable, .consent-changed, .organization-unknown, kernel.mandate-ended
 */
export async function makeShare(ctx: Context, input: Input): Promise<MadeCode> {
  const subject = subjectOf(ctx);
  const chosen = [...new Map(input.files.map((file) => [file.fileId, file])).values()];
  const count = input.licenceIds.length + chosen.length;
  if (count === 0) throw fail('sharing.nothing-chosen');
  if (count > mostThings) throw fail('sharing.too-many', { most: mostThings });
  const [licences, files, organization] = await Promise.all([chosenLicences(ctx, subject, input.licenceIds), chosenFiles(ctx, subject, chosen), organizationOf(ctx, input.organizationId)]);
  const itemName = input.itemId ? (await getPublishedItem(ctx, input.itemId)).elements.name : null;
  const purpose = input.purpose.normalize('NFC').trim();
  const agentName = subject.actor.actingFor ? subject.actor.name : null;
  const consent = composeConsent({
    subject, agentName, purpose, itemName, organizationName: organization.organizationName, minutes: input.minutes,
    licences, files: files.map(({ caseNumber, materialName, file }) => ({ caseNumber, materialName, name: file.name })),
  });
  if (consent !== input.consent) throw fail('sharing.consent-changed');
  const now = ctx.kernel.clock.now();
  const id = createId();
  const share = {
    id, subjectKind: subject.kind, subjectId: subject.id, subjectName: subject.name, madeById: subject.actor.id, madeByName: subject.actor.name, mandateId: subject.actor.actingFor?.mandateId ?? null,
    purpose, itemId: input.itemId ?? null, itemName, ...organization, consent, madeAt: now, expiresAt: new Date(now.getTime() + input.minutes * 60_000),
    scannedAt: null, scannedById: null, scannedByName: null, scannedOrganizationId: null, scannedOrganizationName: null, draftId: null, draftItemName: null, takenAt: null,
    handedInAt: null, handedInCaseId: null, handedInNumber: null, handedInName: null, withdrawnAt: null,
  };
  return write(ctx, share, thingsOf(id, licences, files));
}

/** Writes it with a code of its own; the digits are few enough that others may have had them. */
async function write(ctx: Context, share: Omit<ShareRecord, 'codeDigest' | 'numberIndex'>, things: readonly ThingRecord[], attempt = 1): Promise<MadeCode> {
  const { code, number } = newCode();
  const record = { ...share, codeDigest: digestOfCode(code), numberIndex: indexOfNumber(ctx.kernel, number) };
  const batch = new WriteBatch();
  const writes = writesFor<SharingTables>(batch);
  writes.insert('sharing.share', record);
  writes.insert('sharing.thing', things);
  recordAudit(ctx, batch, {
    action: 'sharing.make-share', objectType: 'share', objectId: share.id, purpose: share.purpose,
    detail: { licences: things.flatMap(({ licenceId }) => licenceId ?? []), files: things.flatMap(({ fileId }) => fileId ?? []), itemId: share.itemId, organizationId: share.organizationId, expiresAt: share.expiresAt.toISOString() },
  });
  try {
    await commit(ctx, batch);
  } catch (error) {
    if (violatedConstraint(error) !== 'share_number_key' || attempt >= 5) throw error;
    return write(ctx, share, things, attempt + 1);
  }
  return { share: record, code, number };
}
