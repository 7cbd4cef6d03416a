import { medianOf } from './figures.ts';

/** Measures every side once in each round, in turning order, so that a busy moment of the machine meets all of them alike. */
export async function alternate<K extends string>(
  rounds: number, sides: Readonly<Record<K, (round: number) => Promise<number>>>, log: (line: string) => void = () => {},
): Promise<Record<K, number[]>> {
  const names = Object.keys(sides) as K[];
  const results = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    const order = names.map((_name, index) => names[(index + round) % names.length] as K);
    for (const name of order) {
      const value = await sides[name](round);
      // Round 0 warms caches, prepared statements and the compiler up.
      if (round > 0) results[name].push(value);
    }
    log(names.map((name) => `${name} ${results[name].at(-1)?.toFixed(1) ?? '(warm-up)'}`).join(', '));
  }
  return results;
}

/** The median of the ratios of two sides, each taken within one round. */
export function ratioOf(one: readonly number[], other: readonly number[]): number {
  return medianOf(one.map((value, round) => value / (other[round] ?? NaN)));
}
