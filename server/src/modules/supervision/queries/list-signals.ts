import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { signalLevelLabels, type listSignals, type Signal } from '../contract.ts';
import { fail } from '../errors.ts';
import type { SupervisionTables } from '../tables.ts';

export type SignalRow = Selectable<SupervisionTables['supervision.signal']>;

/** Signals within the officer's scope, newest first. */
export async function findSignals(ctx: Context, input: QueryOf<typeof listSignals>): Promise<Page<Signal>> {
  const limit = input.limit ?? 20;
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.signal').selectAll()
    .where(scopeFilter(requireScope(ctx, 'supervision.board.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (input.signalId) query = query.where('id', '=', input.signalId);
  if (input.level) query = query.where('level', '=', input.level);
  if (input.organizationId) query = query.where('organizationId', '=', input.organizationId);
  if (input.open !== undefined) query = query.where('clearedAt', input.open ? 'is' : 'is not', null);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(raised_at, id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy('raisedAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.raisedAt.toISOString(), row.id], (row) => presentSignal(ctx, row));
}

/** A signal over which the actor holds `permission`. @throws supervision.signal-not-found */
export async function getSignalRow(ctx: Context, id: string, permission: string): Promise<SignalRow> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.signal').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, permission), ctx.actor, row)) throw fail('supervision.signal-not-found');
  return row;
}

/** A signal as it is shown, with what the reader may do. */
export function presentSignal(ctx: Context, row: SignalRow): Signal {
  const may = (permission: string): boolean => holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, row);
  const { id, subjectType, subjectId, caseNumber, itemName, organizationId, organizationName, level, dueOn } = row;
  return {
    id, subjectType, subjectId, caseNumber, itemName, organizationId, organizationName, level, levelLabel: signalLevelLabels[level], dueOn,
    raisedAt: row.raisedAt.toISOString(), clearedAt: row.clearedAt?.toISOString() ?? null, demand: presentDemand(row),
    abilities: { demand: row.demandText === null && may('supervision.signal.demand'), answer: row.demandText !== null && row.answerText === null && may('supervision.signal.answer') },
  };
}

function presentDemand(row: SignalRow): Signal['demand'] {
  if (row.demandText === null || row.demandBy === null || row.demandAt === null) return null;
  const answered = row.answerText !== null && row.answerBy !== null && row.answerAt !== null;
  return {
    text: row.demandText, by: row.demandBy, at: row.demandAt.toISOString(),
    answer: answered ? { text: row.answerText ?? '', by: row.answerBy ?? '', at: row.answerAt?.toISOString() ?? '' } : null,
  };
}
