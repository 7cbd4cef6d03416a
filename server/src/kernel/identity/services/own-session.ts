import type { Context } from '../../context.ts';
import { fail } from '../../errors/kernel-errors.ts';

/** The account and session of a signed-in officer or person. @throws kernel.unauthenticated */
export function ownSession(ctx: Context): { accountId: string; sessionId: string } {
  const { actor } = ctx;
  if (actor.kind === 'staff' || actor.kind === 'person') return { accountId: actor.id, sessionId: actor.sessionId };
  throw fail('kernel.unauthenticated');
}
