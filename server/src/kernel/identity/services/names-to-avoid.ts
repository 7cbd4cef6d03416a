import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import type { IdentityTables } from '../tables.ts';
import type { Credential } from './find-credential.ts';

/** What the password of this account must not contain: account name, mobile number, document number. */
export async function findNamesToAvoid(ctx: Context, credential: Pick<Credential, 'accountId' | 'accountName'>): Promise<string[]> {
  if (credential.accountName !== null) return [credential.accountName];
  const person = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person').select(['documentNumber', 'mobile'])
    .where('id', '=', credential.accountId).executeTakeFirst();
  if (!person) return [];
  const cipher = personalDataCipher(ctx.kernel);
  const names = [cipher.decrypt(columns.documentNumber, credential.accountId, person.documentNumber)];
  if (person.mobile !== null) names.push(cipher.decrypt(columns.mobile, credential.accountId, person.mobile));
  return names;
}
