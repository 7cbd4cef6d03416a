import { sql } from 'kysely';
import { requireStaff } from '../../access/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { WorkflowTables } from '../tables.ts';
import { isTodoOf } from './list-inbox.ts';

/** How much waits for an officer, how much of it is due today or overdue, and how much is to be read. */
export async function countInbox(ctx: Context): Promise<{ todo: number; dueToday: number; overdue: number; toRead: number }> {
  const actor = requireStaff(ctx);
  const today = chinaDate(ctx.kernel.clock.now());
  const tables = tablesOf<WorkflowTables>(ctx.kernel.db);
  const counts = await tables.selectFrom('workflow.task').where((eb) => isTodoOf(eb, actor))
    .select((eb) => [
      eb.fn.countAll<number>().as('todo'),
      sql<number>`count(*) FILTER (WHERE due_on = ${today}::date)`.as('dueToday'),
      sql<number>`count(*) FILTER (WHERE due_on < ${today}::date)`.as('overdue'),
      eb.selectFrom('workflow.reading').select(({ fn }) => fn.countAll<number>().as('count'))
        .where('readerId', '=', actor.id).where('readAt', 'is', null).as('toRead'),
    ]).executeTakeFirstOrThrow();
  return { todo: counts.todo, dueToday: counts.dueToday, overdue: counts.overdue, toRead: counts.toRead ?? 0 };
}
