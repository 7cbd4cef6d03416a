import { sql } from 'kysely';
import { chinaDate } from '../clock/index.ts';
import type { Context } from '../context.ts';
import { tablesOf } from '../db/index.ts';
import { toAccount, type Subject, type TimeAccount } from './account.ts';
import { loadClockRules } from './clock-rules.ts';
import { fail } from './errors.ts';
import type { TimeTables } from './tables.ts';

/** The clocks of several subjects of one kind, by subject id, as they stand today; those without one are left out. */
export async function findAccounts(ctx: Pick<Context, 'kernel'>, subjectType: string, subjectIds: readonly string[]): Promise<Map<string, TimeAccount>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await tablesOf<TimeTables>(ctx.kernel.db).selectFrom('time.account').selectAll()
    .where('subjectType', '=', subjectType).where(sql<boolean>`subject_id = ANY(${[...subjectIds]}::uuid[])`).execute();
  const rules = await loadClockRules(ctx.kernel);
  const today = chinaDate(ctx.kernel.clock.now());
  return new Map(rows.map((row) => [row.subjectId, toAccount(row, rules, today)]));
}

/** The clock of a subject as it stands today. */
export async function findAccount(ctx: Pick<Context, 'kernel'>, subject: Subject): Promise<TimeAccount | undefined> {
  return (await findAccounts(ctx, subject.subjectType, [subject.subjectId])).get(subject.subjectId);
}

/** The clock of a subject as it stands today. @throws time-accounts.not-found */
export async function getAccount(ctx: Pick<Context, 'kernel'>, subject: Subject): Promise<TimeAccount> {
  const account = await findAccount(ctx, subject);
  if (!account) throw fail('time-accounts.not-found');
  return account;
}
