import { composeLicenceIdentifier } from '@tongban/identifiers';
import type { Selectable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, violatedConstraint, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { nextSerial } from '../../../kernel/numbering/index.ts';
import { wordsFor } from '../../catalog/index.ts';
import { recordTemplateUse } from '../../templates/index.ts';
import { fail } from '../errors.ts';
import { faceKind, licenceDocument } from '../face-template.ts';
import { encryptFace } from '../face-cipher.ts';
import { fillFace, type FaceSources } from '../face-values.ts';
import { fillNumber, lastDayOfYears, type LicenceType } from '../licence-type.contract.ts';
import type { LicencesTables } from '../tables.ts';

export type LicenceRecord = Selectable<LicencesTables['licences.licence']>;

/** What a decision gives to a new licence. */
export interface NewLicence {
  typeCode: string;
  caseId: string;
  caseNumber: string;
  /** Item whose face template is used; the one for all without it. */
  itemId?: string;
  regionCode: string;
  holder: { kind: 'person' | 'company'; id: string; name: string; documentNumber: string; documentMasked: string };
  issuer: { id: string; name: string; creditCode: string };
  form: FaceSources['form'];
  itemName: string;
  /** Dates of the decision; the type's validity where they are absent. */
  validFrom?: string;
  validTo?: string;
  remark?: string;
}

const tables = (ctx: Context) => tablesOf<LicencesTables>(ctx.kernel.db);

/** The licence a case led to. */
export async function findLicenceOfCase(ctx: Context, caseId: string): Promise<LicenceRecord | undefined> {
  return tables(ctx).selectFrom('licences.licence').selectAll().where('caseId', '=', caseId).executeTakeFirst();
}

/** A type of the licence catalogue. @throws licences.type-not-found */
export async function getLicenceType(ctx: Context, code: string): Promise<LicenceType> {
  const row = await tables(ctx).selectFrom('licences.licenceType').select('definition').where('code', '=', code).executeTakeFirst();
  if (!row) throw fail('licences.type-not-found', { code });
  return row.definition;
}

/** From when and until when a licence issued on a day is valid. */
export function validityOf(type: Pick<LicenceType, 'validity' | 'validYears'>, input: Pick<NewLicence, 'validFrom' | 'validTo'>, issuedOn: string): { validFrom: string; validTo: string | null } {
  const validFrom = input.validFrom ?? issuedOn;
  if (type.validity === 'unlimited') return { validFrom, validTo: null };
  if (input.validTo) return { validFrom, validTo: input.validTo };
  return { validFrom, validTo: type.validYears ? lastDayOfYears(validFrom, type.validYears) : null };
}

async function newRecord(ctx: Context, input: NewLicence): Promise<LicenceRecord> {
  const type = await getLicenceType(ctx, input.typeCode);
  const now = ctx.kernel.clock.now();
  const issuedOn = chinaDate(now);
  const year = issuedOn.slice(0, 4);
  const serial = await nextSerial(ctx.kernel, 'licences.serial_block');
  const number = fillNumber(type.numberPattern, year, serial);
  const { validFrom, validTo } = validityOf(type, input, issuedOn);
  const { holder, issuer } = input;
  const id = createId();
  return {
    id, chainId: id, version: 1, typeCode: type.code, typeName: type.name, number,
    identifier: composeLicenceIdentifier({ typeCode: type.typeCode, issuerCode: issuer.creditCode, serial: `${year}${String(serial).padStart(6, '0')}`, version: 1 }),
    holderKind: holder.kind, holderId: holder.id, holderName: holder.name, holderDocumentMasked: holder.documentMasked,
    issuerId: issuer.id, issuerName: issuer.name, regionCode: input.regionCode, caseId: input.caseId, caseNumber: input.caseNumber,
    faceCipher: encryptFace(ctx, id, fillFace(type, {
      holder, form: { ...input.form, words: await wordsFor(ctx, input.form.definition, input.form.answers) }, item: { name: input.itemName },
      licence: { number, validFrom, validTo, issuedOn, issuer: issuer.name, remark: input.remark ?? null },
    })),
    issuedOn, validFrom, validTo, state: 'valid', stateReason: null, stateChangedAt: null, fileId: null, fileDigest: null,
    codeSignature: null, sealName: null, signedBy: null, createdAt: now,
  };
}

/**
 * Records the licence of an approved case with its national identifier (GB/T 36904); one case, one licence: a second call
 * gives the first one. It is offered once its signed rendition exists (`completeLicence`).
 */
export async function issueLicence(ctx: Context, input: NewLicence): Promise<LicenceRecord> {
  const existing = await findLicenceOfCase(ctx, input.caseId);
  if (existing) return existing;
  const record = await newRecord(ctx, input);
  const batch = new WriteBatch();
  writesFor<LicencesTables>(batch).insert('licences.licence', record);
  recordTemplateUse(ctx, batch, { type: licenceDocument, id: record.id, kind: faceKind, itemId: input.itemId ?? null, applicantKind: input.holder.kind, step: null });
  recordAudit(ctx, batch, { action: 'licences.issue-licence', objectType: 'licence', objectId: record.id, detail: { identifier: record.identifier, caseNumber: input.caseNumber } });
  try {
    await commit(ctx, batch);
    return record;
  } catch (error) {
    const faster = violatedConstraint(error) === 'licence_case_key' ? await findLicenceOfCase(ctx, input.caseId) : undefined;
    if (faster) return faster;
    throw error;
  }
}
