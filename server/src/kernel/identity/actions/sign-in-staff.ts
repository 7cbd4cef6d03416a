import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import type { SignInStep } from '../contract.ts';
import { findStaffCredential } from '../services/find-credential.ts';
import { requirePassword } from '../services/require-password.ts';
import { addChallenge, nextStepOf } from '../services/sign-in-challenge.ts';

/**
 * First step of an officer's sign-in: account name and password. Gives the step that follows; no session yet.
 * @throws identity.bad-credentials alike for a wrong name, a wrong password and a suspended account; identity.locked
 */
export async function signInStaff(ctx: Context, input: { accountName: string; password: string }): Promise<SignInStep> {
  const account = input.accountName.trim().toLowerCase();
  const credential = await requirePassword(ctx, { kind: 'staff', account, password: input.password }, () => findStaffCredential(ctx, account));
  const batch = new WriteBatch();
  const step = addChallenge(ctx, batch, credential.accountId, nextStepOf(credential, ctx.kernel.clock.now()));
  await commit(ctx, batch);
  return step;
}
