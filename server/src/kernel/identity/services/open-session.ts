import type { PersonActor, StaffActor } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import { sessionLimits } from '../session-limits.ts';
import type { IdentityTables } from '../tables.ts';
import { createToken } from '../tokens.ts';
import type { Credential } from './find-credential.ts';

/** A session about to exist: its token goes to the client and nowhere else. */
export interface OpenedSession {
  sessionId: string;
  token: string;
  expiresAt: Date;
}

/** The context of someone whose session begins in this request, so that the audit names the account and not a visitor. */
export function contextOfHolder(ctx: Context, credential: Pick<Credential, 'accountId' | 'kind' | 'staffName' | 'personName' | 'organizationId'>, sessionId = ''): Context {
  const common = { id: credential.accountId, sessionId, permissions: new Map() };
  const person: PersonActor = { kind: 'person', name: credential.personName ?? '', ...common };
  const staff: StaffActor = {
    kind: 'staff', name: credential.staffName ?? '', ...common, organizationId: credential.organizationId ?? '',
    organizationName: '', organizationPath: '', regionCode: '', postCodes: [], roleCodes: [],
  };
  return { ...ctx, actor: credential.kind === 'staff' ? staff : person };
}

/**
 * Adds a new session to the batch and ends the oldest ones beyond the account's limit (IDN-04); failures so far are
 * forgotten.
 */
export async function openSession(
  ctx: Context, batch: WriteBatch,
  holder: Pick<Credential, 'accountId' | 'kind' | 'staffName' | 'personName' | 'organizationId'>,
): Promise<OpenedSession> {
  const now = ctx.kernel.clock.now();
  const limits = sessionLimits[holder.kind];
  const { token, hash } = createToken();
  const sessionId = createId();
  const expiresAt = new Date(now.getTime() + limits.absoluteMs);
  const writes = writesFor<IdentityTables>(batch);
  writes.insert('identity.session', {
    id: sessionId, tokenHash: hash, accountKind: holder.kind, accountId: holder.accountId, createdAt: now, lastSeenAt: now,
    idleSeconds: limits.idleMs / 1_000, expiresAt, actingMandateId: null, ip: ctx.origin.ip, userAgent: ctx.origin.userAgent,
  });
  const surplus = await findSurplusSessions(ctx, holder.accountId, limits.concurrent - 1);
  if (surplus.length > 0) writes.update('identity.session', { endedAt: now, endedReason: 'too-many' }, { id: surplus });
  writes.delete('identity.signInFailure', { subject: `account:${holder.accountId}` });
  recordAudit(contextOfHolder(ctx, holder, sessionId), batch, {
    action: 'identity.sign-in', objectType: 'session', objectId: sessionId, detail: { userAgent: ctx.origin.userAgent, endedOthers: surplus.length },
  });
  return { sessionId, token, expiresAt };
}

async function findSurplusSessions(ctx: Context, accountId: string, kept: number): Promise<string[]> {
  const rows = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').select('id')
    .where('accountId', '=', accountId).where('endedAt', 'is', null).where('expiresAt', '>', ctx.kernel.clock.now())
    .orderBy('lastSeenAt', 'desc').orderBy('id', 'desc').offset(kept).execute();
  return rows.map(({ id }) => id);
}
