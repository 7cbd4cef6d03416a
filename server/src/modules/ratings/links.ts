import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail } from './errors.ts';
import type { RatingsTables } from './tables.ts';

/** A token short enough for an SMS: 96 random bits. */
export function createLinkToken(): string {
  return randomBytes(12).toString('base64url');
}

/** What is stored of a token. */
export function digestOf(token: string): string {
  return createHash('sm3').update(token).digest('hex');
}

/** The address at which a person rates by a token. */
export function linkUrl(ctx: Context, token: string): string {
  return `${ctx.kernel.config.publicUrl}/rating/${token}`;
}

/** The link of a token, used or not, until it expires. @throws ratings.link-not-found */
export async function getLink(ctx: Context, token: string) {
  const link = await tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.link').selectAll()
    .where('tokenDigest', '=', digestOf(token)).where('expiresAt', '>', ctx.kernel.clock.now()).executeTakeFirst();
  if (!link) throw fail('ratings.link-not-found');
  return link;
}

/** The link of a token that has not been used. @throws ratings.link-not-found, ratings.already-rated */
export async function getOpenLink(ctx: Context, token: string) {
  const link = await getLink(ctx, token);
  if (link.usedAt) throw fail('ratings.already-rated');
  return link;
}
