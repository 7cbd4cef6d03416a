import type { ExpressionContext } from '@tongban/expressions';
import type { CompiledOutput, CompiledTable } from './compile-table.ts';

/** A run of one table. */
export interface TableRun {
  readonly decision: string;
  readonly label: string;
  readonly table: CompiledTable;
  readonly context: ExpressionContext;
}

/** One value for one output column, otherwise a record by the columns' names. */
export function toResult(outputs: readonly CompiledOutput[], values: readonly unknown[]): unknown {
  if (outputs.length === 1) return values[0];
  return Object.fromEntries(outputs.map((output, index) => [output.definition.name, values[index]]));
}
