import { recordAuditNow } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { fail } from '../errors.ts';
import { lockSubject, recordFailure, refuseIfLocked } from '../lockout.ts';
import { isPassword, pretendToCompare } from '../password-hash.ts';
import { hitThrottle, refuseIfFull, signInByAddress } from '../throttle.ts';
import type { Credential } from './find-credential.ts';

/** Somebody who says who they are, with the password that is to prove it. */
export interface Claimant {
  kind: 'person' | 'staff';
  /** The account as typed, in one spelling. */
  account: string;
  password: string;
}

/**
 * The password step of every sign-in: throttled by address, locked by account, refusals audited; takes as long for an account
 * that is not there. Gives the credential that the password proves.
 * @throws identity.bad-credentials alike for an unknown account, a wrong password and a suspended account; identity.locked
 */
export async function requirePassword(ctx: Context, { kind, account, password }: Claimant, find: () => Promise<Credential | undefined>): Promise<Credential> {
  const address = `sign-in:${ctx.origin.ip}`;
  await refuseIfFull(ctx, address, signInByAddress);
  const credential = await find();
  const subject = lockSubject(kind, account, credential?.accountId);
  await refuseIfLocked(ctx, subject);
  const right = credential ? await isPassword(password, credential.passwordHash) : await pretendToCompare(password);
  if (!credential || !right || credential.suspendedAt) {
    await hitThrottle(ctx, address, signInByAddress);
    await recordAuditNow(ctx, { action: 'identity.sign-in', objectType: 'account', objectId: credential?.accountId ?? 'unknown', result: 'refused', detail: { step: 'password' } });
    await recordFailure(ctx, subject);
    throw fail('identity.bad-credentials');
  }
  // Guesses sent side by side all pass the first look; the lock they brought about holds for the right one too.
  await refuseIfLocked(ctx, subject);
  return credential;
}
