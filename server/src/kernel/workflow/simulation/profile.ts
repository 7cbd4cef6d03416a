import type { Variables } from '../interpreter/index.ts';

/** What past cases tell of a step: how it came out, the most frequent first, and how long it took. */
export interface StepProfile {
  readonly visits: number;
  readonly outcomes: readonly { readonly values: Variables; readonly count: number }[];
  /** Working seconds from arrival to the end; null of none. */
  readonly median: number | null;
  readonly p90: number | null;
}

/** Different outcomes of one step that are kept apart; what is rarer is no decision but data. */
const mostOutcomes = 50;

/** Counts the times at one step. */
export class StepCounter {
  readonly #outcomes = new Map<string, { values: Variables; count: number }>();
  readonly #seconds: number[] = [];
  #visits = 0;

  add(result: Variables | undefined, seconds: number | undefined): void {
    this.#visits += 1;
    if (seconds !== undefined) this.#seconds.push(seconds);
    if (result === undefined) return;
    const key = JSON.stringify(Object.entries(result).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    const known = this.#outcomes.get(key);
    if (known) known.count += 1;
    else if (this.#outcomes.size < mostOutcomes) this.#outcomes.set(key, { values: result, count: 1 });
  }

  profile(): StepProfile {
    const sorted = this.#seconds.toSorted((one, other) => one - other);
    return { visits: this.#visits, outcomes: [...this.#outcomes.values()].toSorted((one, other) => other.count - one.count), median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
  }
}

/** The value that a share of sorted numbers does not pass; null of none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
