import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { checkIdentity, type CheckedIdentity } from '../services/check-identity.ts';
import { documentIndex } from '../services/document-index.ts';
import { contextOfHolder, openSession, type OpenedSession } from '../services/open-session.ts';
import { addPerson } from '../services/persons.ts';
import { requireGoodPassword } from '../services/set-password.ts';
import { mobileIndex, useCode } from '../services/verification-codes.ts';
import type { IdentityTables } from '../tables.ts';
import { hitThrottle } from '../throttle.ts';

export interface Registration {
  name: string;
  documentType: string;
  documentNumber: string;
  mobile: string;
  code: string;
  password: string;
}

const perAddress = { limit: 60, windowMs: 3_600_000 };

/**
 * Registers a natural person by identity document and mobile code and signs in (IDN-01). Someone a window has already
 * met keeps that record, if name and mobile agree with it.
 * @throws identity.invalid-identity, identity.weak-password, identity.bad-code, identity.name-mismatch,
 *   identity.mobile-mismatch, identity.no-mobile-on-file, identity.already-registered, identity.mobile-in-use
 */
export async function registerPerson(ctx: Context, input: Registration): Promise<OpenedSession> {
  await hitThrottle(ctx, `register:${ctx.origin.ip}`, perAddress);
  const identity = checkIdentity(ctx, input);
  const mobile = identity.mobile ?? '';
  requireGoodPassword(input.password, { administrator: false, names: [mobile, identity.documentNumber] });
  const batch = new WriteBatch();
  await useCode(ctx, batch, 'register', mobile, input.code);
  const accountId = await takePerson(ctx, batch, { ...identity, mobile });
  const now = ctx.kernel.clock.now();
  writesFor<IdentityTables>(batch).insert('identity.credential', {
    accountId, kind: 'person', accountName: null, mobileIndex: mobileIndex(ctx, mobile), passwordHash: await hashPassword(input.password),
    passwordChangedAt: now, totpSecret: null, totpLastStep: null, lastSignInAt: now, createdAt: now,
  });
  const holder = { accountId, kind: 'person' as const, personName: identity.name, staffName: null, organizationId: null };
  recordAudit(contextOfHolder(ctx, holder), batch, { action: 'identity.register-person', objectType: 'person', objectId: accountId });
  batch.onViolation('credential_pkey', () => fail('identity.already-registered'));
  batch.onViolation('person_document_index_key', () => fail('identity.already-registered'));
  batch.onViolation('credential_mobile_index_key', () => fail('identity.mobile-in-use'));
  const session = await openSession(ctx, batch, holder);
  await commit(ctx, batch);
  return session;
}

/** The person's record: the one a window made, with this mobile, or a new one. */
async function takePerson(ctx: Context, batch: WriteBatch, identity: CheckedIdentity & { mobile: string }): Promise<string> {
  const index = documentIndex(ctx.kernel, identity.documentType, identity.documentNumber);
  const known = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person as person')
    .leftJoin('identity.credential as credential', 'credential.accountId', 'person.id')
    .select(['person.id', 'person.name', 'person.mobileIndex', 'credential.accountId']).where('person.documentIndex', '=', index).executeTakeFirst();
  if (!known) return addPerson(ctx, batch, identity, 'online');
  if (known.name !== identity.name) throw fail('identity.name-mismatch');
  if (known.accountId !== null) throw fail('identity.already-registered');
  // Whoever knows another's number could otherwise take over the record a window made for that person.
  if (known.mobileIndex === null) throw fail('identity.no-mobile-on-file');
  if (known.mobileIndex !== mobileIndex(ctx, identity.mobile)) throw fail('identity.mobile-mismatch');
  return known.id;
}
