import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { ownSession } from '../services/own-session.ts';
import type { IdentityTables } from '../tables.ts';

/** The account's sessions that have neither ended nor run out, last used first (IDN-04). */
export async function listSessions(ctx: Context) {
  const { accountId, sessionId } = ownSession(ctx);
  const now = ctx.kernel.clock.now();
  const rows = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').selectAll()
    .where('accountId', '=', accountId).where('endedAt', 'is', null).where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc').execute();
  return rows.filter((row) => row.lastSeenAt.getTime() + row.idleSeconds * 1_000 > now.getTime()).map((row) => ({
    id: row.id, current: row.id === sessionId, ip: row.ip, userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
  }));
}
