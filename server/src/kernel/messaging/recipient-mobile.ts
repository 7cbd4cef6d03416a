import type { Context } from '../context.ts';
import { tablesOf } from '../db/index.ts';
import { columns } from '../identity/columns.ts';
import type { IdentityTables } from '../identity/tables.ts';
import { personalDataCipher } from '../personal-data/index.ts';
import { readMobile } from './send-message.ts';

/** The number an SMS goes to: the person's, the legal representative's of a company, or the bare number; undefined when there is none. */
export async function findRecipientMobile(ctx: Context, message: { id: string; recipientKind: string; recipientId: string; mobile: string | null }): Promise<string | undefined> {
  if (message.mobile !== null) return readMobile(ctx, { id: message.id, mobile: message.mobile });
  const persons = tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.person as person').select(['person.id', 'person.mobile']);
  const person = message.recipientKind === 'company'
    ? await persons.innerJoin('identity.company as company', 'company.legalRepresentativeId', 'person.id').where('company.id', '=', message.recipientId).executeTakeFirst()
    : await persons.where('person.id', '=', message.recipientId).executeTakeFirst();
  if (!person?.mobile) return undefined;
  return personalDataCipher(ctx.kernel).decrypt(columns.mobile, person.id, person.mobile);
}
