import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { fail } from '../errors.ts';
import { recordFailure, refuseIfLocked } from '../lockout.ts';
import { isPassword } from '../password-hash.ts';
import { findCredential } from '../services/find-credential.ts';
import { ownSession } from '../services/own-session.ts';
import { findNamesToAvoid } from '../services/names-to-avoid.ts';
import { setPassword } from '../services/set-password.ts';
import { tellPasswordChanged } from '../services/tell-password-changed.ts';

/** Changes one's own password; other sessions end, and a person is told. @throws identity.wrong-current-password, identity.locked, identity.weak-password, identity.password-reused */
export async function changePassword(ctx: Context, input: { currentPassword: string; newPassword: string }): Promise<void> {
  const { accountId, sessionId } = ownSession(ctx);
  const credential = await findCredential(ctx, accountId);
  if (!credential) throw kernelFail('kernel.unauthenticated');
  const subject = `account:${accountId}`;
  await refuseIfLocked(ctx, subject);
  if (!await isPassword(input.currentPassword, credential.passwordHash)) {
    await recordFailure(ctx, subject);
    throw fail('identity.wrong-current-password');
  }
  const batch = new WriteBatch();
  await setPassword(ctx, batch, credential, input.newPassword, await findNamesToAvoid(ctx, credential), sessionId);
  if (credential.kind === 'person') await tellPasswordChanged(ctx, batch, accountId);
  recordAudit(ctx, batch, { action: 'identity.change-password', objectType: 'account', objectId: accountId });
  await commit(ctx, batch);
}
