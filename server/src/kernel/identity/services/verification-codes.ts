import { randomInt, timingSafeEqual } from 'node:crypto';
import { sm3 } from '@tongban/gm-crypto';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import { fail } from '../errors.ts';
import type { IdentityTables } from '../tables.ts';

export type CodePurpose = 'register' | 'reset-password' | 'change-mobile';

const lifeMs = 5 * 60_000;
const pauseMs = 60_000;
const mostAttempts = 5;

function hashCode(id: string, code: string): Buffer {
  return sm3(`${id}:${code}`);
}

/** Blind index of a mobile number, the same for persons, credentials and codes. */
export function mobileIndex(ctx: Context, mobile: string): string {
  return personalDataCipher(ctx.kernel).index(columns.mobile, mobile);
}

/** Adds a new six-digit code for a number to the batch; only its hash is stored. @throws identity.code-too-soon within a minute of the last */
export async function addCode(ctx: Context, batch: WriteBatch, purpose: CodePurpose, mobile: string): Promise<{ id: string; code: string; expiresAt: Date; retryAfterSeconds: number }> {
  const now = ctx.kernel.clock.now();
  const index = mobileIndex(ctx, mobile);
  const last = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.verificationCode').select('createdAt')
    .where('mobileIndex', '=', index).where('createdAt', '>', new Date(now.getTime() - pauseMs)).orderBy('createdAt', 'desc').limit(1).executeTakeFirst();
  if (last) throw fail('identity.code-too-soon', { seconds: Math.ceil((last.createdAt.getTime() + pauseMs - now.getTime()) / 1_000) });
  const id = createId();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(now.getTime() + lifeMs);
  writesFor<IdentityTables>(batch).insert('identity.verificationCode', { id, purpose, mobileIndex: index, codeHash: hashCode(id, code), createdAt: now, expiresAt });
  return { id, code, expiresAt, retryAfterSeconds: pauseMs / 1_000 };
}

/**
 * Checks the newest code of a number and uses it up in the batch. Each check counts, right or wrong, whatever becomes of
 * the batch; five are allowed. @throws identity.bad-code
 */
export async function useCode(ctx: Context, batch: WriteBatch, purpose: CodePurpose, mobile: string, code: string): Promise<void> {
  const tables = tablesOf<IdentityTables>(ctx.kernel.db);
  const now = ctx.kernel.clock.now();
  const newest = tables.selectFrom('identity.verificationCode').select('id')
    .where('mobileIndex', '=', mobileIndex(ctx, mobile)).where('purpose', '=', purpose).orderBy('createdAt', 'desc').limit(1);
  const tried = await tables.updateTable('identity.verificationCode').set({ attempts: sql<number>`attempts + 1` })
    .where('id', '=', newest).where('usedAt', 'is', null).where('expiresAt', '>', now).where('attempts', '<', mostAttempts)
    .returning(['id', 'codeHash']).executeTakeFirst();
  if (!tried || !timingSafeEqual(hashCode(tried.id, code), tried.codeHash)) throw fail('identity.bad-code');
  writesFor<IdentityTables>(batch).update('identity.verificationCode', { usedAt: now }, { id: tried.id, usedAt: null },
    { expected: 1, otherwise: () => fail('identity.bad-code') });
}
