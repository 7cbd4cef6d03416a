import { sql, type ExpressionBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireStaff, type StaffActor } from '../../access/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { InboxItem, listInbox as listOperation } from '../contract.ts';
import { candidateKeysOf } from '../engine/candidate-key.ts';
import type { WorkflowTables } from '../tables.ts';
import { presentReading, presentTask } from './present-inbox-item.ts';

type Query = QueryOf<typeof listOperation>;
type TaskBuilder = ExpressionBuilder<WorkflowTables, 'workflow.task'>;
type ReadingBuilder = ExpressionBuilder<WorkflowTables, 'workflow.reading'>;

const noDueDate = '9999-12-31';

/** One page of an officer's inbox (WFL-02); what concerns whom is decided in SQL. */
export async function listInbox(ctx: Context, query: Query): Promise<Page<InboxItem>> {
  const actor = requireStaff(ctx);
  switch (query.box ?? 'todo') {
    case 'todo': return query.order === 'due' ? listDue(ctx, actor, query) : listTodo(ctx, actor, query);
    case 'done': return listDone(ctx, actor, query);
    case 'to-read': return listReadings(ctx, actor, query, false);
    case 'read': return listReadings(ctx, actor, query, true);
  }
}

/** What an officer may act on: tasks the officer has, and those nobody has that are meant for the officer. */
export function isTodoOf(eb: TaskBuilder, actor: StaffActor) {
  const own = candidateKeysOf(actor);
  return eb.and([
    eb('status', '=', 'open'),
    eb.or([eb('assigneeId', '=', actor.id), eb.and([eb('assigneeId', 'is', null), sql<boolean>`candidate_keys && ${own}::text[]`])]),
  ]);
}

function narrow({ step, subjectType, q }: Query) {
  return (eb: TaskBuilder) => eb.and([
    ...(step === undefined ? [] : [eb('step', '=', step)]),
    ...(subjectType === undefined ? [] : [eb('subjectType', '=', subjectType)]),
    ...(q === undefined ? [] : [contains(q)]),
  ]);
}

function contains(q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return sql<boolean>`(subject_number || ' ' || subject_title || ' ' || subject_name) ILIKE ${pattern}`;
}

async function listTodo(ctx: Context, actor: StaffActor, query: Query): Promise<Page<InboxItem>> {
  const limit = query.limit ?? 20;
  const rows = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.task').selectAll()
    .where((eb) => isTodoOf(eb, actor)).where(narrow(query))
    .$if(query.cursor !== undefined, (page) => page.where('id', '<', String(decodeCursor(query.cursor ?? '', 1)[0])))
    .orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], (row) => presentTask(row, actor.id, today(ctx)));
}

async function listDue(ctx: Context, actor: StaffActor, query: Query): Promise<Page<InboxItem>> {
  const limit = query.limit ?? 20;
  const due = sql<string>`coalesce(due_on, ${noDueDate}::date)`;
  const rows = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.task').selectAll()
    .where((eb) => isTodoOf(eb, actor)).where(narrow(query))
    .$if(query.cursor !== undefined, (page) => {
      const [on, id] = decodeCursor(query.cursor ?? '', 2);
      return page.where(sql<boolean>`(${due}, id) > (${String(on)}::date, ${String(id)}::uuid)`);
    })
    .orderBy(due).orderBy('id').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ dueOn, id }) => [dueOn ?? noDueDate, id], (row) => presentTask(row, actor.id, today(ctx)));
}

async function listDone(ctx: Context, actor: StaffActor, query: Query): Promise<Page<InboxItem>> {
  const limit = query.limit ?? 20;
  const rows = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.task').selectAll()
    .where('completedBy', '=', actor.id).where(narrow(query))
    .$if(query.cursor !== undefined, (page) => {
      const [at, id] = decodeCursor(query.cursor ?? '', 2);
      return page.where(sql<boolean>`(ended_at, id) < (${String(at)}::timestamptz, ${String(id)}::uuid)`);
    })
    .orderBy('endedAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ endedAt, id }) => [endedAt?.toISOString() ?? '', id], (row) => presentTask(row, actor.id, today(ctx)));
}

async function listReadings(ctx: Context, actor: StaffActor, query: Query, read: boolean): Promise<Page<InboxItem>> {
  const limit = query.limit ?? 20;
  const narrowed = (eb: ReadingBuilder) => eb.and([
    eb('readerId', '=', actor.id), eb('readAt', read ? 'is not' : 'is', null),
    ...(query.subjectType === undefined ? [] : [eb('subjectType', '=', query.subjectType)]),
    ...(query.q === undefined ? [] : [contains(query.q)]),
  ]);
  const at = sql<Date>`coalesce(read_at, sent_at)`;
  const rows = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.reading').selectAll().where(narrowed)
    .$if(query.cursor !== undefined, (page) => {
      const [instant, id] = decodeCursor(query.cursor ?? '', 2);
      return page.where(sql<boolean>`(${at}, id) < (${String(instant)}::timestamptz, ${String(id)}::uuid)`);
    })
    .orderBy(at, 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ readAt, sentAt, id }) => [(readAt ?? sentAt).toISOString(), id], presentReading);
}

function today(ctx: Context): string {
  return chinaDate(ctx.kernel.clock.now());
}
