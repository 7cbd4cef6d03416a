import { isDeepStrictEqual } from 'node:util';
import type { ItemElements } from '../../catalog/contract.ts';
import type { DifferenceState } from '../change.contract.ts';
import { inheritedNames, type EntryElements, type InheritedName } from '../entry.contract.ts';
import { agrees, inheritedValue, lockedNames } from '../inherited-values.ts';

/** A difference as it is kept, as far as planning needs it. */
export interface KnownDifference {
  readonly id: string;
  readonly element: string;
  readonly entryVersionId: string;
  readonly incoming: unknown;
  readonly state: DifferenceState;
}

/** What has to be written so that the differences of one list are as they should be. */
export interface DifferencePlan {
  readonly open: readonly { element: InheritedName; incoming: unknown; locked: boolean }[];
  readonly reopen: readonly string[];
  readonly settle: readonly string[];
}

/**
 * Compares an implementation list with what its entry says now (CAT-12). A refusal stands until the entry says something
 * else; what an older version of the entry asked for is asked no more.
 */
export function planDifferences(entry: { versionId: string; elements: EntryElements }, ours: ItemElements, known: readonly KnownDifference[]): DifferencePlan {
  const locked = new Set(lockedNames(entry.elements));
  const current = new Map(known.filter(({ entryVersionId }) => entryVersionId === entry.versionId).map((row) => [row.element, row]));
  const older = known.filter(({ entryVersionId }) => entryVersionId !== entry.versionId);
  const outdated = older.filter(({ state }) => state === 'open').map(({ id }) => id);
  const plan = { open: [] as { element: InheritedName; incoming: unknown; locked: boolean }[], reopen: [] as string[], settle: outdated };
  for (const element of inheritedNames) {
    const incoming = inheritedValue(entry.elements, element);
    if (incoming === undefined) continue;
    const row = current.get(element);
    if (agrees(element, incoming, ours)) {
      if (row?.state === 'open') plan.settle.push(row.id);
    } else if (row === undefined) {
      const refused = !locked.has(element) && older.some((one) => one.element === element && one.state === 'refused' && isDeepStrictEqual(one.incoming, incoming));
      if (!refused) plan.open.push({ element, incoming, locked: locked.has(element) });
    } else if (row.state === 'settled' || row.state === 'applied') {
      plan.reopen.push(row.id);
    }
  }
  return plan;
}
