import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { checkIdentityDocument, checkMobile } from '@tongban/identifiers';
import { chinaDate } from '../../clock/index.ts';
import { fail } from '../errors.ts';
import { invalidIdentity } from '../services/check-identity.ts';
import { documentIndex } from '../services/document-index.ts';
import { findCredential } from '../services/find-credential.ts';
import { contextOfHolder } from '../services/open-session.ts';
import { setPassword } from '../services/set-password.ts';
import { mobileIndex, useCode } from '../services/verification-codes.ts';
import { tellPasswordChanged } from '../services/tell-password-changed.ts';
import type { IdentityTables } from '../tables.ts';

/**
 * Gives a person who proves the mobile on file a new password; all sessions end and a lock is lifted (IDN-01 账号找回).
 * @throws identity.bad-code, identity.reset-refused, identity.weak-password, identity.password-reused
 */
export async function resetPersonPassword(ctx: Context, input: { documentType: string; documentNumber: string; mobile: string; code: string; newPassword: string }): Promise<void> {
  const mobile = checkMobile(input.mobile);
  const document = checkIdentityDocument(input.documentType, input.documentNumber, chinaDate(ctx.kernel.clock.now()));
  if (!mobile.ok) throw invalidIdentity([{ path: 'mobile', ...mobile }]);
  if (!document.ok) throw invalidIdentity([{ path: 'documentNumber', ...document }]);
  const batch = new WriteBatch();
  await useCode(ctx, batch, 'reset-password', mobile.normalized, input.code);
  // Only whoever reads the messages of that mobile gets here, so the refusal gives nothing away.
  const person = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person').select(['id', 'mobileIndex'])
    .where('documentIndex', '=', documentIndex(ctx.kernel, input.documentType, document.normalized)).executeTakeFirst();
  const credential = person && await findCredential(ctx, person.id);
  if (!credential || person.mobileIndex !== mobileIndex(ctx, mobile.normalized)) throw fail('identity.reset-refused');
  await setPassword(ctx, batch, credential, input.newPassword, [mobile.normalized, document.normalized]);
  writesFor<IdentityTables>(batch).delete('identity.signInFailure', { subject: `account:${credential.accountId}` });
  recordAudit(contextOfHolder(ctx, credential), batch, { action: 'identity.reset-password', objectType: 'account', objectId: credential.accountId });
  await tellPasswordChanged(ctx, batch, credential.accountId);
  await commit(ctx, batch);
}
