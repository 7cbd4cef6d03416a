import { checkIdentityDocument, checkMobile, IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import { documentIndex } from '../services/document-index.ts';
import { findCredential, type Credential } from '../services/find-credential.ts';
import { openSession, type OpenedSession } from '../services/open-session.ts';
import { requirePassword } from '../services/require-password.ts';
import type { IdentityTables } from '../tables.ts';

/**
 * Signs a natural person in by mobile or document number and password (IDN-01).
 * @throws identity.bad-credentials alike for an unknown account and a wrong password; identity.locked
 */
export async function signInPerson(ctx: Context, input: { account: string; password: string }): Promise<OpenedSession> {
  const claimant = { kind: 'person', account: input.account.trim().toUpperCase(), password: input.password } as const;
  const credential = await requirePassword(ctx, claimant, () => findPersonCredential(ctx, input.account));
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.credential', { lastSignInAt: ctx.kernel.clock.now() }, { accountId: credential.accountId });
  const session = await openSession(ctx, batch, credential);
  await commit(ctx, batch);
  return session;
}

async function findPersonCredential(ctx: Context, typed: string): Promise<Credential | undefined> {
  const tables = tablesOf<IdentityTables>(ctx.kernel.db);
  const mobile = checkMobile(typed);
  if (mobile.ok) {
    const mobileIndex = personalDataCipher(ctx.kernel).index(columns.mobile, mobile.normalized);
    const found = await tables.selectFrom('identity.credential').select('accountId').where('mobileIndex', '=', mobileIndex).executeTakeFirst();
    if (found) return findCredential(ctx, found.accountId);
  }
  const today = chinaDate(ctx.kernel.clock.now());
  const indexes = Object.keys(IDENTITY_DOCUMENT_TYPES).flatMap((type) => {
    const checked = checkIdentityDocument(type, typed, today);
    return checked.ok ? [documentIndex(ctx.kernel, type, checked.normalized)] : [];
  });
  if (indexes.length === 0) return undefined;
  const persons = await tables.selectFrom('identity.person').innerJoin('identity.credential', 'accountId', 'identity.person.id')
    .select('accountId').where('documentIndex', 'in', indexes).limit(2).execute();
  const [only, ...others] = persons;
  // One number may be two people's with documents of different kinds; then only the mobile tells them apart.
  return only && others.length === 0 ? findCredential(ctx, only.accountId) : undefined;
}
