import { isSame } from '@tongban/server/src/modules/catalog/contract.ts';
import type { RuleSetContent, RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import type { RuleDecision, RuleTable, TableRule } from './draft.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'same';

/** One value before and after; undefined where it was not there. */
export interface Compared<T> {
  readonly kind: ChangeKind;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

export interface ComparedColumn {
  readonly id: string;
  readonly side: 'input' | 'output' | 'annotation';
  readonly kind: ChangeKind;
  readonly before: RuleTable['inputs'][number] | RuleTable['outputs'][number] | undefined;
  readonly after: RuleTable['inputs'][number] | RuleTable['outputs'][number] | undefined;
}

export interface ComparedRow {
  readonly kind: ChangeKind;
  /** Row numbers from 1. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** A cell for each compared column. */
  readonly cells: readonly Compared<string>[];
}

export interface ComparedTable {
  readonly hitPolicy: Compared<RuleTable['hitPolicy']>;
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedRow[];
}

export interface ComparedDecision extends Compared<RuleDecision> {
  /** Where both are tables. */
  readonly table: ComparedTable | undefined;
}

export interface Comparison {
  readonly inputs: readonly Compared<RuleSetContent['inputs'][number]>[];
  readonly decisions: readonly ComparedDecision[];
  readonly testCases: readonly Compared<RuleTestCase>[];
}

interface Side { readonly content: RuleSetContent; readonly testCases: readonly RuleTestCase[] }

/** What differs between two versions: data, decisions, columns and cells, told apart by their ids, row by row (DEC-02). */
export function compareVersions(before: Side, after: Side): Comparison {
  return {
    inputs: pair(before.content.inputs, after.content.inputs, byId).map(compared),
    decisions: pair(before.content.decisions, after.content.decisions, byIdOrName).map(([one, other]) => {
      const both = one?.logic.kind === 'table' && other?.logic.kind === 'table';
      return { ...compared([one, other]), table: both ? compareTables(one.logic as RuleTable, other.logic as RuleTable) : undefined };
    }),
    testCases: pair(before.testCases, after.testCases, byId).map(compared),
  };
}

/** Whether nothing differs. */
export function isUnchanged({ inputs, decisions, testCases }: Comparison): boolean {
  return [...inputs, ...decisions, ...testCases].every(({ kind }) => kind === 'same');
}

type Pair<T> = readonly [T | undefined, T | undefined];
type Match<T> = (one: T, other: T) => boolean;

const byId: Match<{ id: string }> = (one, other) => one.id === other.id;
const byIdOrName: Match<RuleDecision> = (one, other) => one.id === other.id || one.name === other.name;

function compared<T>([before, after]: Pair<T>): Compared<T> {
  return { kind: before === undefined ? 'added' : after === undefined ? 'removed' : isSame(before, after) ? 'same' : 'changed', before, after };
}

/** Pairs by the first match that fits; what is gone stands after what it stood after before. */
function pair<T>(before: readonly T[], after: readonly T[], ...matches: readonly Match<T>[]): Pair<T>[] {
  const partners = new Map<T, T>();
  const found = new Set<T>();
  for (const match of matches) {
    for (const one of before) {
      const other = found.has(one) ? undefined : after.find((entry) => !partners.has(entry) && match(one, entry));
      if (other === undefined) continue;
      partners.set(other, one);
      found.add(one);
    }
  }
  const pairs: Pair<T>[] = after.map((other): Pair<T> => [partners.get(other), other]);
  for (const [index, one] of before.entries()) {
    if (found.has(one)) continue;
    const previous = before[index - 1];
    const place = previous === undefined ? 0 : pairs.findIndex(([known]) => known === previous) + 1;
    pairs.splice(place, 0, [one, undefined]);
  }
  return pairs;
}

function compareTables(before: RuleTable, after: RuleTable): ComparedTable {
  const inputs = pair(before.inputs, after.inputs, byId, (one, other) => one.expression === other.expression);
  const outputs = pair(before.outputs, after.outputs, byId, (one, other) => one.name === other.name);
  const columns: ComparedColumn[] = [
    ...inputs.map(([one, other]): ComparedColumn => ({ ...compared([one, other]), id: (other ?? one)?.id ?? '', side: 'input', before: one, after: other })),
    ...outputs.map(([one, other]): ComparedColumn => ({ ...compared([one, other]), id: (other ?? one)?.id ?? '', side: 'output', before: one, after: other })),
    { id: 'annotation', side: 'annotation', kind: 'same', before: undefined, after: undefined },
  ];
  // Rules that were read from a file again have other ids; the same conditions then tell which is which.
  const rows = pair(before.rules, after.rules, byId, (one, other) => before.inputs.length === after.inputs.length && isSame(one.inputs, other.inputs));
  return {
    hitPolicy: compared([before.hitPolicy, after.hitPolicy]), columns,
    rows: rows.map(([one, other]) => compareRows(columns, [before, one], [after, other])),
  };
}

function compareRows(columns: readonly ComparedColumn[], [before, one]: readonly [RuleTable, TableRule | undefined], [after, other]: readonly [RuleTable, TableRule | undefined]): ComparedRow {
  const cells = columns.map(({ side, before: old, after: next }) => compared([cellOf(before, one, side, old), cellOf(after, other, side, next)]));
  const kind = one === undefined ? 'added' : other === undefined ? 'removed' : cells.every((cell) => cell.kind === 'same') ? 'same' : 'changed';
  return { kind, before: one && before.rules.indexOf(one) + 1, after: other && after.rules.indexOf(other) + 1, cells };
}

function cellOf(table: RuleTable, rule: TableRule | undefined, side: ComparedColumn['side'], column: ComparedColumn['before']): string | undefined {
  if (rule === undefined) return undefined;
  if (side === 'annotation') return rule.annotation ?? '';
  if (column === undefined) return undefined;
  const index = (side === 'input' ? table.inputs : table.outputs).findIndex(({ id }) => id === column.id);
  return (side === 'input' ? rule.inputs : rule.outputs)[index];
}
