import { duplicateRows, emptyRule, insertRows, moveRows, removeRows, type Area } from '../model/edit-table.ts';
import type { RuleTable } from '../model/draft.ts';

export const rowActions = ['insert-above', 'insert-below', 'duplicate', 'up', 'down', 'remove'] as const;
export type RowAction = (typeof rowActions)[number];

/** Does something to the rows that are chosen; gives the rows that are chosen then, or undefined when nothing can be done. */
export function rowAction(table: RuleTable, { top, bottom: chosen }: Pick<Area, 'top' | 'bottom'>, action: RowAction): { table: RuleTable; top: number; bottom: number } | undefined {
  const bottom = Math.min(chosen, table.rules.length - 1);
  const height = bottom - top + 1;
  const done = (next: RuleTable, first: number, rows = height) => (next === table ? undefined : { table: next, top: first, bottom: first + Math.max(1, rows) - 1 });
  if (action === 'insert-above') return done(insertRows(table, Math.min(top, table.rules.length), [emptyRule(table)]), top, 1);
  if (action === 'insert-below') return done(insertRows(table, Math.min(bottom + 1, table.rules.length), [emptyRule(table)]), bottom + 1, 1);
  if (height < 1) return undefined;
  if (action === 'duplicate') return done(duplicateRows(table, top, bottom), bottom + 1);
  if (action === 'remove') return done(removeRows(table, top, bottom), Math.max(0, Math.min(top, table.rules.length - height - 1)), 1);
  const step = action === 'up' ? -1 : 1;
  return done(moveRows(table, top, bottom, step), top + step);
}
