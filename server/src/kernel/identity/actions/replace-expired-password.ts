import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import type { SignInStep } from '../contract.ts';
import { contextOfHolder } from '../services/open-session.ts';
import { setPassword } from '../services/set-password.ts';
import { addChallenge, getChallenge, nextStepOf, useChallenge } from '../services/sign-in-challenge.ts';

/** Replaces an initial or expired password in the course of signing in. @throws identity.weak-password, identity.password-reused, identity.challenge-ended */
export async function replaceExpiredPassword(ctx: Context, input: { challenge: string; newPassword: string }): Promise<SignInStep> {
  const { id, credential } = await getChallenge(ctx, input.challenge, 'change-password');
  const batch = new WriteBatch();
  await setPassword(ctx, batch, credential, input.newPassword, [credential.accountName ?? '']);
  useChallenge(ctx, batch, id);
  const now = ctx.kernel.clock.now();
  const step = addChallenge(ctx, batch, credential.accountId, nextStepOf({ ...credential, mustChangePassword: false, passwordChangedAt: now }, now));
  recordAudit(contextOfHolder(ctx, credential), batch, { action: 'identity.change-password', objectType: 'account', objectId: credential.accountId });
  await commit(ctx, batch);
  return step;
}
