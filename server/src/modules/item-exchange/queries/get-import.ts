import type { Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemImport } from '../contract.ts';
import { fail } from '../errors.ts';
import { findNextState, stateLabels, type ImportAction } from '../states.ts';
import type { ItemExchangeTables } from '../tables.ts';

export type ImportRecord = Selectable<ItemExchangeTables['itemExchange.import']>;

/** An import for those whose scope reaches the organisation it was uploaded in. @throws item-exchange.import-not-found */
export async function getImportRecord(ctx: Context, importId: string): Promise<ImportRecord> {
  const record = await findImportRecord(ctx, importId);
  if (!record || !liesInScope(requireScope(ctx, 'item-exchange.import.manage'), ctx.actor, record)) throw fail('item-exchange.import-not-found');
  return record;
}

/** An import for its own jobs. */
export async function findImportRecord(ctx: Pick<Context, 'kernel'>, importId: string): Promise<ImportRecord | undefined> {
  return tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.import').selectAll().where('id', '=', importId).executeTakeFirst();
}

/** An import as its users see it. */
export function presentImport(ctx: Context, record: ImportRecord): ItemImport {
  const { state, total, processed } = record;
  const may = (action: ImportAction): boolean => findNextState(state, action) !== undefined;
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: record.id, fileName: record.fileName, format: record.format, state, stateLabel: stateLabels[state], createdAt: record.createdAt.toISOString(),
    createdByName: record.createdByName, startedAt: iso(record.startedAt), finishedAt: iso(record.finishedAt), undoneAt: iso(record.undoneAt),
    strategy: record.strategy, publish: record.publish,
    counts: { total, new: record.newCount, changed: record.changedCount, unchanged: record.unchangedCount, differs: record.differsCount, refused: record.refusedCount },
    progress: { processed, total: progressTotal(record) },
    outcome: { written: record.written, failed: record.failed, undone: record.undone, kept: record.kept },
    warnings: record.warnings, problem: record.problem, revision: record.revision,
    abilities: {
      run: may('run'), publish: may('run') && holds(ctx.actor, 'catalog.item.publish'), cancel: state === 'running', discard: may('discard'),
      undo: (state === 'finished' || state === 'cancelled') && record.written > 0,
    },
  };
}

function progressTotal(record: ImportRecord): number | null {
  switch (record.state) {
    case 'reading': return null;
    case 'undoing': return record.written;
    case 'running': case 'finished': case 'cancelled': return record.newCount + record.changedCount + record.differsCount;
    default: return record.total;
  }
}
