import { elementInfo, elementNames } from './element-labels.contract.ts';
import { entriesByIdentity, isMembers, isSame, titleOf } from './element-entries.contract.ts';
import type { ItemElements } from './elements.contract.ts';

/** One difference; `before` or `after` is absent when the element was added or removed. */
export interface ElementDifference {
  path: string;
  label: string;
  kind: 'added' | 'removed' | 'changed';
  before?: unknown;
  after?: unknown;
}

/**
 * Compares two versions element by element (CAT-02). Entries of lists are compared by their key or by what names them, so
 * that a moved one is not shown as changed; where the order says something (steps, clauses) a new order is one difference.
 */
export function compareElements(before: ItemElements, after: ItemElements): ElementDifference[] {
  return elementNames.flatMap((name) => compareValue(name, elementInfo[name].label, before[name], after[name]));
}

function compareValue(path: string, label: string, before: unknown, after: unknown): ElementDifference[] {
  if (isSame(before, after)) return [];
  if (before === undefined) return [{ path, label, kind: 'added', after }];
  if (after === undefined) return [{ path, label, kind: 'removed', before }];
  const older = entriesOf(before);
  const newer = entriesOf(after);
  if (older === undefined || newer === undefined) return [{ path, label, kind: 'changed', before, after }];
  const identities = [...new Set([...older.keys(), ...newer.keys()])];
  const entries = identities.flatMap((identity) =>
    compareValue(`${path}.${identity}`, `${label} · ${titleOf(newer.get(identity) ?? older.get(identity))}`, older.get(identity), newer.get(identity)));
  const moved = [...older.keys()].filter((identity) => newer.has(identity)).join('\n') !== [...newer.keys()].filter((identity) => older.has(identity)).join('\n');
  return moved && !isKeyed(before) ? [{ path, label: `${label}的顺序`, kind: 'changed', before: titles(older), after: titles(newer) }, ...entries] : entries;
}

/** Lists of plain lines are compared as a whole. */
function entriesOf(value: unknown): Map<string, unknown> | undefined {
  const entries = entriesByIdentity(value);
  return entries && [...entries.values()].every(isMembers) ? entries : undefined;
}

function isKeyed(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => isMembers(entry) && typeof entry['key'] === 'string');
}

function titles(entries: ReadonlyMap<string, unknown>): string[] {
  return [...entries.values()].map(titleOf);
}
