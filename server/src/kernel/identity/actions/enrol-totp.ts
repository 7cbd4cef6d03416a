import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import type { TotpEnrolment } from '../contract.ts';
import { getChallenge } from '../services/sign-in-challenge.ts';
import type { IdentityTables } from '../tables.ts';
import { createTotpSecret, describeTotp } from '../totp.ts';

/** Begins binding an authenticator; asked again within one challenge it gives the same secret. @throws identity.challenge-ended */
export async function enrolTotp(ctx: Context, input: { challenge: string }): Promise<TotpEnrolment> {
  const { id, totpSecret, credential } = await getChallenge(ctx, input.challenge, 'enrol-totp');
  const cipher = personalDataCipher(ctx.kernel);
  const label = credential.accountName ?? '';
  if (totpSecret !== null) return describeTotp(cipher.decrypt(columns.totpSecret, credential.accountId, totpSecret), label);
  const secret = createTotpSecret();
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.signInChallenge', { totpSecret: cipher.encrypt(columns.totpSecret, credential.accountId, secret) }, { id });
  await commit(ctx, batch);
  return describeTotp(secret, label);
}
