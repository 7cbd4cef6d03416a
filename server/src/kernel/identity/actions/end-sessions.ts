import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { ownSession } from '../services/own-session.ts';
import type { IdentityTables } from '../tables.ts';

/** Ends the session of this request. */
export async function signOut(ctx: Context): Promise<void> {
  const { sessionId } = ownSession(ctx);
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.session', { endedAt: ctx.kernel.clock.now(), endedReason: 'signed-out' }, { id: sessionId, endedAt: null });
  recordAudit(ctx, batch, { action: 'identity.sign-out', objectType: 'session', objectId: sessionId });
  await commit(ctx, batch);
}

/** Ends one of the account's own sessions. @throws identity.session-not-found also for another account's */
export async function endSession(ctx: Context, sessionId: string): Promise<void> {
  const { accountId } = ownSession(ctx);
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.session', { endedAt: ctx.kernel.clock.now(), endedReason: 'ended-by-holder' },
    { id: sessionId, accountId, endedAt: null }, { expected: 1, otherwise: () => fail('identity.session-not-found') });
  recordAudit(ctx, batch, { action: 'identity.end-session', objectType: 'session', objectId: sessionId });
  await commit(ctx, batch);
}

/** Ends all sessions of the account but this one; gives how many. */
export async function endOtherSessions(ctx: Context): Promise<number> {
  const { accountId, sessionId } = ownSession(ctx);
  const others = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').select('id')
    .where('accountId', '=', accountId).where('endedAt', 'is', null).where('expiresAt', '>', ctx.kernel.clock.now())
    .where('id', '<>', sessionId).execute();
  if (others.length === 0) return 0;
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.session', { endedAt: ctx.kernel.clock.now(), endedReason: 'ended-by-holder' }, { id: others.map(({ id }) => id) });
  recordAudit(ctx, batch, { action: 'identity.end-other-sessions', objectType: 'account', objectId: accountId, detail: { ended: others.length } });
  await commit(ctx, batch);
  return others.length;
}
