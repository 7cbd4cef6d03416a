import { fits, type Space } from './space.ts';

/** A region that no rule covers: for each dimension, the pieces. */
export type Region = readonly (readonly number[])[];

export interface Uncovered {
  readonly regions: readonly Region[];
  /** False when the budget ran out, or as many regions were found as were asked for. */
  readonly complete: boolean;
}

/** Steps a search may take; shared by the searches of one check. */
export interface Budget {
  left: number;
}

export interface Search {
  readonly space: Space;
  /** Rules that cover, by index. */
  readonly rules: readonly number[];
  /** For each dimension the pieces to look at. */
  readonly within: Region;
  /** Whether a cell that cannot be judged counts as covering. */
  readonly generous: boolean;
  readonly most: number;
  readonly budget: Budget;
}

interface State extends Search {
  /** Rule → the first dimension from which on it fits everything. */
  readonly fullFrom: ReadonlyMap<number, number>;
  readonly covered: Set<string>;
  readonly regions: Region[];
}

/**
 * Finds where no rule fits, exactly: dimension by dimension, pieces that the same rules meet are one branch, and a branch
 * that was found covered is not walked again (a decision diagram). Stops when the budget is spent.
 */
export function findUncovered(search: Search): Uncovered {
  const state: State = { ...search, fullFrom: measureFull(search), covered: new Set(), regions: [] };
  const done = walk(state, 0, search.rules, []);
  return { regions: state.regions, complete: done };
}

function measureFull({ space, rules, within, generous }: Search): ReadonlyMap<number, number> {
  return new Map(rules.map((rule) => {
    let from = within.length;
    while (from > 0 && (within[from - 1] ?? []).every((place) => fits(space.boxes[rule]?.[from - 1], place, generous))) from -= 1;
    return [rule, from];
  }));
}

/** False when the search had to stop. */
function walk(state: State, depth: number, rules: readonly number[], path: Region): boolean {
  if (rules.some((rule) => (state.fullFrom.get(rule) ?? Infinity) <= depth)) return true;
  if (rules.length === 0) {
    state.regions.push([...path, ...state.within.slice(depth)]);
    return state.regions.length < state.most;
  }
  const key = `${depth}:${rules.join()}`;
  if (state.covered.has(key)) return true;
  const before = state.regions.length;
  for (const [subset, places] of branch(state, depth, rules)) {
    if (state.budget.left <= 0) return false;
    if (!walk(state, depth + 1, subset, [...path, places])) return false;
  }
  if (state.regions.length === before) state.covered.add(key);
  return true;
}

/** The pieces of a dimension, together where the same rules meet them; those that the fewest meet come first. */
function branch(state: State, depth: number, rules: readonly number[]): readonly (readonly [readonly number[], readonly number[]])[] {
  const { space, within, generous, budget } = state;
  const branches = new Map<string, { subset: number[]; places: number[] }>();
  for (const place of within[depth] ?? []) {
    const subset = rules.filter((rule) => fits(space.boxes[rule]?.[depth], place, generous));
    budget.left -= rules.length;
    const key = subset.join();
    const known = branches.get(key);
    if (known === undefined) branches.set(key, { subset, places: [place] });
    else known.places.push(place);
  }
  return [...branches.values()].toSorted((one, other) => one.subset.length - other.subset.length).map(({ subset, places }) => [subset, places] as const);
}
