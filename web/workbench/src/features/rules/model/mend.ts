import type { Finding } from '@tongban/decision-tables';
import { emptyRule, insertRows, removeRows } from './edit-table.ts';
import type { RuleTable } from './draft.ts';

/** A change that obviously mends what was found, and the row that it leads to. */
export interface Mend {
  readonly kind: 'fill' | 'remove';
  /** From 0. */
  readonly row: number;
  readonly table: RuleTable;
}

/**
 * The obvious way to mend a finding: a row with the conditions of the gap, whose results somebody still has to write, or one
 * of two equal rows taken out. Nothing where only people can tell what was meant.
 */
export function mendOf(table: RuleTable, { code, rules, filling }: Pick<Finding, 'code' | 'rules' | 'filling'>): Mend | undefined {
  if (code === 'gap' && filling) {
    const inputs = table.inputs.map(({ expression }) => filling.find((one) => one.expression === expression.trim())?.cell ?? '-');
    return { kind: 'fill', row: table.rules.length, table: insertRows(table, table.rules.length, [{ ...emptyRule(table), inputs }]) };
  }
  const last = rules.at(-1);
  if (code === 'duplicate' && last !== undefined) return { kind: 'remove', row: last - 1, table: removeRows(table, last - 1, last - 1) };
  const [first] = rules;
  if ((code === 'unreachable' || code === 'impossible') && first !== undefined) return { kind: 'remove', row: first - 1, table: removeRows(table, first - 1, first - 1) };
  return undefined;
}
