import { checkMobile } from '@tongban/identifiers';
import { requirePerson } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { timeInWords } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { sendMessage } from '../../messaging/send-message.ts';
import { fail } from '../errors.ts';
import { recordFailure, refuseIfLocked } from '../lockout.ts';
import { isPassword } from '../password-hash.ts';
import { invalidIdentity } from '../services/check-identity.ts';
import { findCredential } from '../services/find-credential.ts';
import { encryptMobile } from '../services/persons.ts';
import { mobileIndex, useCode } from '../services/verification-codes.ts';
import type { IdentityTables } from '../tables.ts';

/** Binds another mobile to one's account: the password and a code sent to the new number (IDN-01 换绑手机). */
export async function changeMobile(ctx: Context, input: { mobile: string; code: string; password: string }): Promise<void> {
  const { id } = requirePerson(ctx);
  const mobile = checkMobile(input.mobile);
  if (!mobile.ok) throw invalidIdentity([{ path: 'mobile', ...mobile }]);
  const credential = await findCredential(ctx, id);
  if (!credential) throw kernelFail('kernel.unauthenticated');
  await refuseIfLocked(ctx, `account:${id}`);
  if (!await isPassword(input.password, credential.passwordHash)) {
    await recordFailure(ctx, `account:${id}`);
    throw fail('identity.wrong-current-password');
  }
  const batch = new WriteBatch();
  await useCode(ctx, batch, 'change-mobile', mobile.normalized, input.code);
  const writes = writesFor<IdentityTables>(batch);
  writes.update('identity.person', encryptMobile(ctx, id, mobile.normalized), { id });
  writes.update('identity.credential', { mobileIndex: mobileIndex(ctx, mobile.normalized) }, { accountId: id });
  batch.onViolation('credential_mobile_index_key', () => fail('identity.mobile-in-use'));
  recordAudit(ctx, batch, { action: 'identity.change-mobile', objectType: 'person', objectId: id });
  await sendMessage(ctx, batch, {
    templateKey: 'identity.mobile-changed', recipient: { kind: 'person', id }, variables: { time: timeInWords(ctx.kernel.clock.now()) }, dedupeKey: createId(),
  });
  await commit(ctx, batch);
}
