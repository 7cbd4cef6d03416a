import type { Context } from '../../context.ts';
import { tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import type { IdentityTables } from '../tables.ts';

/** Ends every open session of an account in the batch. */
export async function endAllSessions(ctx: Context, batch: WriteBatch, accountId: string, reason: string): Promise<void> {
  const open = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').select('id')
    .where('accountId', '=', accountId).where('endedAt', 'is', null).execute();
  if (open.length === 0) return;
  writesFor<IdentityTables>(batch).update('identity.session', { endedAt: ctx.kernel.clock.now(), endedReason: reason }, { id: open.map(({ id }) => id) });
}
