import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import type { listPushes as operation, PushLine } from '../contract.ts';
import type { IntelligenceTables } from '../tables.ts';

type Row = Omit<Selectable<IntelligenceTables['intelligence.push']>, 'payload' | 'dueAt' | 'leaseUntil'>;
const shown = ['id', 'kind', 'title', 'state', 'attempts', 'error', 'createdAt', 'sentAt'] as const;

function present({ createdAt, sentAt, ...row }: Row): PushLine {
  return { ...row, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}

/** What the city brain was told or is to be told, the latest first. */
export async function listPushes(ctx: Context, { limit = 20, cursor, state }: QueryOf<typeof operation>): Promise<Page<PushLine>> {
  let query = tablesOf<IntelligenceTables>(ctx.kernel.db).selectFrom('intelligence.push').select(shown);
  if (state) query = query.where('state', '=', state);
  if (cursor !== undefined) query = query.where('id', '<', String(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], present);
}

/** One push. @throws kernel.not-found */
export async function getPush(ctx: Context, id: string): Promise<PushLine> {
  const row = await tablesOf<IntelligenceTables>(ctx.kernel.db).selectFrom('intelligence.push').select(shown).where('id', '=', id).executeTakeFirst();
  if (!row) throw kernelFail('kernel.not-found', { what: '这次推送' });
  return present(row);
}
