import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { LicencesTables } from '../tables.ts';

/** Leaves the trace that a licence was used, for its holder to see (LIC-06); once per case. */
export async function recordLicenceUse(ctx: Context, licenceId: string, use: { by: string; purpose: string; caseNumber: string }): Promise<void> {
  const licence = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').select(['holderKind', 'holderId', 'typeName'])
    .where('id', '=', licenceId).executeTakeFirst();
  if (!licence) return;
  const batch = new WriteBatch();
  writesFor<LicencesTables>(batch).insert('licences.use', {
    id: createId(), licenceId, holderKind: licence.holderKind, holderId: licence.holderId, licenceName: licence.typeName, at: ctx.kernel.clock.now(), ...use,
  }, 'nothing');
  await commit(ctx, batch);
}
