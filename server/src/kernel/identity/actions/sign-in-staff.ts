import { recordAuditNow } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import type { SignInStep } from '../contract.ts';
import { fail } from '../errors.ts';
import { lockSubject, recordFailure, refuseIfLocked } from '../lockout.ts';
import { isPassword, pretendToCompare } from '../password-hash.ts';
import { findStaffCredential } from '../services/find-credential.ts';
import { addChallenge, nextStepOf } from '../services/sign-in-challenge.ts';
import { hitThrottle, refuseIfFull, signInByAddress } from '../throttle.ts';

/**
 * First step of an officer's sign-in: account name and password. Gives the step that follows; no session yet.
 * @throws identity.bad-credentials alike for a wrong name, a wrong password and a suspended account; identity.locked
 */
export async function signInStaff(ctx: Context, input: { accountName: string; password: string }): Promise<SignInStep> {
  const address = `sign-in:${ctx.origin.ip}`;
  await refuseIfFull(ctx, address, signInByAddress);
  const accountName = input.accountName.trim().toLowerCase();
  const credential = await findStaffCredential(ctx, accountName);
  const subject = lockSubject('staff', accountName, credential?.accountId);
  await refuseIfLocked(ctx, subject);
  const right = credential ? await isPassword(input.password, credential.passwordHash) : await pretendToCompare(input.password);
  if (!credential || !right || credential.suspendedAt) {
    await hitThrottle(ctx, address, signInByAddress);
    await recordAuditNow(ctx, { action: 'identity.sign-in', objectType: 'account', objectId: credential?.accountId ?? 'unknown', result: 'refused', detail: { step: 'password' } });
    await recordFailure(ctx, subject);
    throw fail('identity.bad-credentials');
  }
  // Guesses sent side by side all pass the first look; the lock they brought about holds for the right one too.
  await refuseIfLocked(ctx, subject);
  const batch = new WriteBatch();
  const step = addChallenge(ctx, batch, credential.accountId, nextStepOf(credential, ctx.kernel.clock.now()));
  await commit(ctx, batch);
  return step;
}
