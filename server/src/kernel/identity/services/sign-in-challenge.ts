import type { Context } from '../../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import type { SignInStep } from '../contract.ts';
import { fail } from '../errors.ts';
import { passwordMaxAgeDays } from '../password-policy.ts';
import type { IdentityTables } from '../tables.ts';
import { createToken, hashToken } from '../tokens.ts';
import { findCredential, type Credential } from './find-credential.ts';

const challengeMs = 10 * 60_000;

/** What an officer whose password is right has to do next. */
export function nextStepOf(credential: Pick<Credential, 'mustChangePassword' | 'passwordChangedAt' | 'totpConfirmedAt'>, now: Date): SignInStep['next'] {
  const age = now.getTime() - credential.passwordChangedAt.getTime();
  if (credential.mustChangePassword || age >= passwordMaxAgeDays * 86_400_000) return 'change-password';
  return credential.totpConfirmedAt ? 'totp' : 'enrol-totp';
}

/** Adds a challenge for the next step to the batch; its token proves that the step before was passed. */
export function addChallenge(ctx: Context, batch: WriteBatch, accountId: string, next: SignInStep['next']): SignInStep {
  const { token, hash } = createToken();
  const expiresAt = new Date(ctx.kernel.clock.now().getTime() + challengeMs);
  writesFor<IdentityTables>(batch).insert('identity.signInChallenge', { id: createId(), tokenHash: hash, accountId, step: next, totpSecret: null, expiresAt });
  return { next, challenge: token, expiresAt: expiresAt.toISOString() };
}

/** A step under way and the account it belongs to. */
export interface OpenChallenge {
  id: string;
  totpSecret: string | null;
  credential: Credential;
}

/** Finds the challenge of a step. @throws identity.challenge-ended when it is unknown, used, expired or of another step */
export async function getChallenge(ctx: Context, token: string, step: SignInStep['next']): Promise<OpenChallenge> {
  const found = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.signInChallenge').selectAll()
    .where('tokenHash', '=', hashToken(token)).where('step', '=', step)
    .where('usedAt', 'is', null).where('expiresAt', '>', ctx.kernel.clock.now()).executeTakeFirst();
  const credential = found && await findCredential(ctx, found.accountId);
  if (!found || !credential || credential.suspendedAt) throw fail('identity.challenge-ended');
  return { id: found.id, totpSecret: found.totpSecret, credential };
}

/** Uses the challenge up in the batch; of two requests with one challenge only one goes through. */
export function useChallenge(ctx: Context, batch: WriteBatch, id: string): void {
  writesFor<IdentityTables>(batch).update('identity.signInChallenge', { usedAt: ctx.kernel.clock.now() }, { id, usedAt: null },
    { expected: 1, otherwise: () => fail('identity.challenge-ended') });
}
