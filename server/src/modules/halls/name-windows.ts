import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { HallsTables } from './tables.ts';

/** The window at which an officer sits now; undefined while seated at none. */
export async function findWindowOfClerk(ctx: Pick<Context, 'kernel'>, staffId: string): Promise<string | undefined> {
  return (await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.window').select('id').where('clerkId', '=', staffId).executeTakeFirst())?.id;
}

/** What windows are called, with their halls, by id. */
export async function nameWindows(ctx: Pick<Context, 'kernel'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.window as w').innerJoin('halls.hall as h', 'h.id', 'w.hallId').select(['w.id', 'w.number', 'w.name', 'h.name as hallName']).where('w.id', 'in', [...ids]).execute();
  return new Map(rows.map(({ id, number, name, hallName }) => [id, `${hallName} ${number}号窗口 ${name}`]));
}
