import { checkIdentityDocument, IDENTITY_DOCUMENT_TYPES, isIdentityDocumentType, maskIdNumber, maskMobile } from '@tongban/identifiers';
import { recordAudit, recordAuditNow } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, violatedConstraint, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import { fail } from '../errors.ts';
import type { IdentityTables } from '../tables.ts';
import { checkIdentity, type CheckedIdentity, type TypedIdentity } from './check-identity.ts';
import { documentIndex } from './document-index.ts';
import { mobileIndex } from './verification-codes.ts';

/** A natural person with the numbers masked: what most readers may see. */
export interface Person {
  id: string;
  name: string;
  documentType: string;
  documentTypeName: string;
  documentNumberMasked: string;
  mobileMasked: string | null;
  verifiedBy: 'window' | 'online';
}

/** A natural person in full; every reading is recorded with its purpose. */
export interface FullPerson extends Person {
  documentNumber: string;
  mobile: string | null;
  /** Known from the numbers of some documents only. */
  birthDate: string | null;
  sex: 'male' | 'female' | null;
}

type Row = Awaited<ReturnType<typeof findRow>>;

async function findRow(ctx: Context, id: string) {
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person').selectAll().where('id', '=', id).executeTakeFirst();
}

function decrypt(ctx: Context, row: NonNullable<Row>): FullPerson {
  const cipher = personalDataCipher(ctx.kernel);
  const documentNumber = cipher.decrypt(columns.documentNumber, row.id, row.documentNumber);
  const mobile = row.mobile === null ? null : cipher.decrypt(columns.mobile, row.id, row.mobile);
  const parts = checkIdentityDocument(row.documentType, documentNumber, chinaDate(ctx.kernel.clock.now()));
  return {
    id: row.id, name: row.name, documentType: row.documentType,
    documentTypeName: isIdentityDocumentType(row.documentType) ? IDENTITY_DOCUMENT_TYPES[row.documentType] : '其他证件',
    documentNumberMasked: maskIdNumber(documentNumber), mobileMasked: mobile === null ? null : maskMobile(mobile),
    verifiedBy: row.verifiedBy, documentNumber, mobile,
    birthDate: (parts.ok ? parts.birthDate : undefined) ?? null, sex: (parts.ok ? parts.sex : undefined) ?? null,
  };
}

function masked({ id, name, documentType, documentTypeName, documentNumberMasked, mobileMasked, verifiedBy }: FullPerson): Person {
  return { id, name, documentType, documentTypeName, documentNumberMasked, mobileMasked, verifiedBy };
}

/** The person with masked numbers. @throws kernel.not-found */
export async function getPerson(ctx: Context, id: string): Promise<Person> {
  const row = await findRow(ctx, id);
  if (!row) throw kernelFail('kernel.not-found', { what: '这位申请人' });
  return masked(decrypt(ctx, row));
}

/**
 * The person in full. Skips access control: the caller has authorised the reading. Recorded in the audit with its legal
 * purpose (domain.md §9 个人信息保护). @param purpose e.g. 办件 511602-… 受理核验 @throws kernel.not-found
 */
export async function unsafeReadPerson(ctx: Context, id: string, purpose: string): Promise<FullPerson> {
  const row = await findRow(ctx, id);
  if (!row) throw kernelFail('kernel.not-found', { what: '这位申请人' });
  await recordAuditNow(ctx, { action: 'identity.read-person', objectType: 'person', objectId: id, purpose });
  return decrypt(ctx, row);
}

/**
 * A page of all persons in full, in order of their ids, for a job that looks for those a law entitles. Skips access control;
 * each page leaves one line in the audit with the legal purpose and how many were read (个人信息保护法第三十四条).
 */
export async function unsafeListPersons(ctx: Context, { after, limit }: { after: string | undefined; limit: number }, purpose: string): Promise<FullPerson[]> {
  let query = tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person').selectAll();
  if (after !== undefined) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  if (rows.length > 0) await recordAuditNow(ctx, { action: 'identity.compare-persons', objectType: 'person', objectId: 'page', purpose, detail: { read: rows.length } });
  return rows.map((row) => decrypt(ctx, row));
}

/** Finds the id of the person who holds a document, by the blind index; undefined also for a number that cannot exist. */
export async function findPersonByDocument(ctx: Context, documentType: string, documentNumber: string): Promise<{ id: string; name: string } | undefined> {
  const checked = checkIdentityDocument(documentType, documentNumber, chinaDate(ctx.kernel.clock.now()));
  if (!checked.ok) return undefined;
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person').select(['id', 'name'])
    .where('documentIndex', '=', documentIndex(ctx.kernel, documentType, checked.normalized)).executeTakeFirst();
}

/** Adds a person to the batch; gives the new id. Break of `person_document_index_key` means someone was faster. */
export function addPerson(ctx: Context, batch: WriteBatch, identity: CheckedIdentity, verifiedBy: 'window' | 'online'): string {
  const id = createId();
  const cipher = personalDataCipher(ctx.kernel);
  writesFor<IdentityTables>(batch).insert('identity.person', {
    id, name: identity.name, documentType: identity.documentType,
    documentNumber: cipher.encrypt(columns.documentNumber, id, identity.documentNumber),
    documentIndex: documentIndex(ctx.kernel, identity.documentType, identity.documentNumber),
    ...encryptMobile(ctx, id, identity.mobile), verifiedBy, createdAt: ctx.kernel.clock.now(),
  });
  return id;
}

/** The columns a mobile number is kept in. */
export function encryptMobile(ctx: Context, personId: string, mobile: string | undefined): { mobile: string | null; mobileIndex: string | null } {
  if (mobile === undefined) return { mobile: null, mobileIndex: null };
  return { mobile: personalDataCipher(ctx.kernel).encrypt(columns.mobile, personId, mobile), mobileIndex: mobileIndex(ctx, mobile) };
}

/**
 * The person an officer has in front of them: the one who holds the document, or a new one (NFR: filer ≠ beneficiary).
 * A missing mobile is filled in; one on file is not overwritten, for it may sign in an account.
 * @throws identity.invalid-identity, identity.name-mismatch when the document is on file under another name
 */
export async function findOrCreatePersonAtCounter(ctx: Context, typed: TypedIdentity, purpose = '窗口登记申请人'): Promise<Person> {
  const identity = checkIdentity(ctx, typed);
  for (let attempt = 1; ; attempt += 1) {
    const found = await findPersonByDocument(ctx, identity.documentType, identity.documentNumber);
    if (found) {
      if (found.name !== identity.name) throw fail('identity.name-mismatch');
      await fillMissingMobile(ctx, found.id, identity.mobile);
      return getPerson(ctx, found.id);
    }
    const batch = new WriteBatch();
    const id = addPerson(ctx, batch, identity, 'window');
    recordAudit(ctx, batch, { action: 'identity.add-person', objectType: 'person', objectId: id, purpose });
    try {
      await commit(ctx, batch);
      return await getPerson(ctx, id);
    } catch (error) {
      // Two windows met the same person at once: take the row of the faster one.
      if (attempt > 1 || violatedConstraint(error) !== 'person_document_index_key') throw error;
    }
  }
}

async function fillMissingMobile(ctx: Context, personId: string, mobile: string | undefined): Promise<void> {
  if (mobile === undefined) return;
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.person', encryptMobile(ctx, personId, mobile), { id: personId, mobile: null });
  await commit(ctx, batch);
}
