import { recordAuditNow } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import { fail } from '../errors.ts';
import { recordFailure, refuseIfLocked } from '../lockout.ts';
import { openSession, type OpenedSession } from '../services/open-session.ts';
import { getChallenge, useChallenge, type OpenChallenge } from '../services/sign-in-challenge.ts';
import type { IdentityTables } from '../tables.ts';
import { matchTotpStep } from '../totp.ts';

/**
 * Second step of an officer's sign-in: the TOTP code. A code opens one session only; used again it is refused.
 * @throws identity.bad-totp, identity.challenge-ended, identity.locked
 */
export async function completeStaffSignIn(ctx: Context, input: { challenge: string; code: string }): Promise<OpenedSession> {
  const challenge = await getChallenge(ctx, input.challenge, 'totp');
  return passTotp(ctx, challenge, challenge.credential.totpSecret, input.code, {});
}

/** Confirms an enrolment with its first code, which also signs in. @throws as completeStaffSignIn */
export async function confirmTotp(ctx: Context, input: { challenge: string; code: string }): Promise<OpenedSession> {
  const challenge = await getChallenge(ctx, input.challenge, 'enrol-totp');
  return passTotp(ctx, challenge, challenge.totpSecret, input.code, { totpSecret: challenge.totpSecret, totpConfirmedAt: ctx.kernel.clock.now() });
}

async function passTotp(ctx: Context, challenge: OpenChallenge, encrypted: string | null, code: string, enrolment: { totpSecret?: string | null; totpConfirmedAt?: Date }): Promise<OpenedSession> {
  const { credential } = challenge;
  const subject = `account:${credential.accountId}`;
  await refuseIfLocked(ctx, subject);
  if (encrypted === null) throw fail('identity.challenge-ended');
  const now = ctx.kernel.clock.now();
  const secret = personalDataCipher(ctx.kernel).decrypt(columns.totpSecret, credential.accountId, encrypted);
  const step = matchTotpStep(secret, code, now);
  if (step === undefined || step <= (credential.totpLastStep ?? 0)) {
    await recordAuditNow(ctx, { action: 'identity.sign-in', objectType: 'account', objectId: credential.accountId, result: 'refused', detail: { step: 'totp' } });
    await recordFailure(ctx, subject);
    throw fail('identity.bad-totp');
  }
  const batch = new WriteBatch();
  useChallenge(ctx, batch, challenge.id);
  // The step moves only from what was read: of two requests with one code the second finds it changed.
  writesFor<IdentityTables>(batch).update('identity.credential', { totpLastStep: step, lastSignInAt: now, ...enrolment },
    { accountId: credential.accountId, totpLastStep: credential.totpLastStep }, { expected: 1, otherwise: () => fail('identity.bad-totp') });
  const session = await openSession(ctx, batch, credential);
  await commit(ctx, batch);
  return session;
}
