import type { RulePlace, RuleProblem } from '@tongban/decision-tables';
import type { Vocabulary } from '../../../shared/expression/suggest.ts';
import { columnOf, type Area, type ReadCell } from '../model/edit-table.ts';
import type { RuleTable } from '../model/draft.ts';
import { text } from '../text.ts';

/** A row or cell to show and to put the cursor on; a new object each time it is asked for. */
export interface GridGoal { readonly row: number; readonly column?: number }

export interface DecisionGridProps {
  id: string;
  label: string;
  table: RuleTable;
  /** What a column is called and of what type, for its heading; and whether it is of truth values, which people read as 是 and 否. */
  heads: readonly { readonly title: string; readonly detail: string; readonly truth?: boolean }[];
  problems: readonly RuleProblem[];
  /** Rows from 0 that a finding points at. */
  marked: ReadonlySet<number>;
  /** Rows from 0 that fitted in the last trial run, and those that decided. */
  hits: { readonly fits: ReadonlySet<number>; readonly decided: ReadonlySet<number> } | undefined;
  disabled: boolean;
  goal: GridGoal | undefined;
  read: ReadCell;
  vocabularyOf: (column: number) => Vocabulary;
  onChange: (table: RuleTable, part: string) => void;
  onArea: (area: Area) => void;
  onColumn: (column: number) => void;
  /** Column actions of a heading. */
  onMove: (column: number, step: -1 | 1) => void;
  onDuplicate: (column: number) => void;
  onRemove: (column: number) => void;
}

/** Where in the grid a place of a problem is. */
export function goalOf(table: RuleTable, { rule, column }: RulePlace): GridGoal {
  return { row: (rule ?? 1) - 1, ...(column && { column: columnOf(table, column) }) };
}

/** A cell as people read it. */
export function shownCell(cell: string, truth: boolean): string {
  if (!truth) return cell;
  return cell === 'true' ? text.values.yes : cell === 'false' ? text.values.no : cell;
}
