import type { BundleItem } from '../content.contract.ts';

/** Items that are handled at the same time, and after how many working days they begin. */
export interface BundleStep {
  readonly items: readonly string[];
  readonly startsAfterDays: number;
}

export interface BundleOrder {
  readonly steps: readonly BundleStep[];
  /** Working days of the longest chain of items that wait for each other. */
  readonly criticalDays: number;
  /** The items of that chain, first to last. */
  readonly criticalPath: readonly string[];
}

type Link = Pick<BundleItem, 'key' | 'dependsOn'>;

/** One circle of items that wait for each other, first item repeated at its end; undefined when there is none. */
export function findCycle(items: readonly Link[]): string[] | undefined {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const done = new Set<string>();
  const walk = (key: string, path: readonly string[]): string[] | undefined => {
    const again = path.indexOf(key);
    if (again !== -1) return [...path.slice(again), key];
    if (done.has(key)) return undefined;
    for (const next of byKey.get(key)?.dependsOn ?? []) {
      const cycle = walk(next, [...path, key]);
      if (cycle) return cycle;
    }
    done.add(key);
    return undefined;
  };
  for (const { key } of items) {
    const cycle = walk(key, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/**
 * The chosen items with what they wait for among the chosen: where an item that is left out stands between two that are
 * handled, the later one waits for the earlier one all the same, as it would have through the one between.
 */
export function linkChosen(items: readonly Link[], chosen: ReadonlySet<string>): Link[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const chosenBefore = (key: string, passed: Set<string>): string[] => (byKey.get(key)?.dependsOn ?? []).flatMap((before) => {
    if (chosen.has(before)) return [before];
    // Circles are told by the checks; here they must only end.
    if (passed.has(before)) return [];
    passed.add(before);
    return chosenBefore(before, passed);
  });
  return items.filter(({ key }) => chosen.has(key)).map(({ key }) => ({ key, dependsOn: [...new Set(chosenBefore(key, new Set()))] }));
}

/**
 * Puts items into steps: an item begins when all it depends on are done; those that begin together form a parallel group.
 * Dependencies on items that are not among them are met by themselves. The items must be free of cycles.
 * @param daysOf working days of an item
 */
export function orderItems(items: readonly Link[], daysOf: (key: string) => number): BundleOrder {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const chains = new Map<string, { start: number; end: number; path: string[]; depth: number }>();
  const chainOf = (key: string): { start: number; end: number; path: string[]; depth: number } => {
    const known = chains.get(key);
    if (known) return known;
    const before = (byKey.get(key)?.dependsOn ?? []).filter((one) => byKey.has(one)).map(chainOf);
    const latest = before.reduce<(typeof before)[number] | undefined>((last, one) => (last && last.end >= one.end ? last : one), undefined);
    const start = latest?.end ?? 0;
    const chain = { start, end: start + daysOf(key), path: [...latest?.path ?? [], key], depth: Math.max(0, ...before.map(({ depth }) => depth + 1)) };
    chains.set(key, chain);
    return chain;
  };
  const all = items.map(({ key }) => ({ key, ...chainOf(key) }));
  const longest = all.reduce<(typeof all)[number] | undefined>((last, one) => (last && last.end >= one.end ? last : one), undefined);
  const depths = [...new Set(all.map(({ depth }) => depth))].sort((one, other) => one - other);
  return {
    steps: depths.map((depth) => {
      const together = all.filter((one) => one.depth === depth);
      return { items: together.map(({ key }) => key), startsAfterDays: Math.max(...together.map(({ start }) => start)) };
    }),
    criticalDays: longest?.end ?? 0, criticalPath: longest?.path ?? [],
  };
}
