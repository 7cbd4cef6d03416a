import { requirePerson } from '../../access/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { addCompany, checkCompany, type TypedCompany } from '../services/companies.ts';

/** Registers a company whose legal representative is the signed-in person (IDN-01). @throws identity.invalid-identity, identity.company-registered, identity.not-principal */
export async function registerCompany(ctx: Context, input: TypedCompany): Promise<string> {
  const actor = requirePerson(ctx);
  if (actor.actingFor) throw fail('identity.not-principal');
  const batch = new WriteBatch();
  const id = addCompany(ctx, batch, checkCompany(input), actor.id);
  batch.onViolation('company_credit_code_key', () => fail('identity.company-registered'));
  await commit(ctx, batch);
  return id;
}
