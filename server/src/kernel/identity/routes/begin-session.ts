import type { Context } from '../../context.ts';
import { fail } from '../../errors/kernel-errors.ts';
import type { RequestExtras } from '../../module/index.ts';
import { authenticateOf } from '../authenticate.ts';
import type { Session } from '../contract.ts';
import { describeSession } from '../queries/describe-session.ts';
import type { OpenedSession } from '../services/open-session.ts';

/** The session of a token as it stands now, after this request has changed it. @throws kernel.unauthenticated */
export async function currentSession(ctx: Context, token: string): Promise<Session> {
  const actor = await authenticateOf(ctx.kernel)(ctx.kernel, token);
  const session = actor && await describeSession({ ...ctx, actor });
  if (!session) throw fail('kernel.unauthenticated');
  return session;
}

/** Hands the token to the browser as a cookie and answers with the session it opened. */
export async function beginSession(ctx: Context, extras: RequestExtras, opened: OpenedSession): Promise<Session> {
  const session = await currentSession(ctx, opened.token);
  extras.setSession(opened.token, opened.expiresAt);
  return session;
}
