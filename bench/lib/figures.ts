/** One measured figure. Without a target it only informs and is always `ok`. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | null;
  readonly ok: boolean;
}

function rounded(value: number): number {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return Number(value.toFixed(digits));
}

/** A figure that must reach its target. */
export function atLeast(name: string, value: number, unit: string, target: number): Figure {
  return { name, value: rounded(value), unit, target, ok: value >= target };
}

/** A figure that must stay at or below its target. */
export function atMost(name: string, value: number, unit: string, target: number): Figure {
  return { name, value: rounded(value), unit, target, ok: value <= target };
}

/** A figure that explains others. */
export function note(name: string, value: number, unit: string): Figure {
  return { name, value: rounded(value), unit, target: null, ok: true };
}

/** The middle value; of an even count the lower of the two. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The value that `share` (0–1) of the sorted values do not exceed. */
export function percentileOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Draws the figures as a table. */
export function formatFigures(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, value, unit, target, ok }) => {
    const aim = target === null ? '' : String(target);
    return [target === null ? ' · ' : ok ? ' ✓ ' : ' ✗ ', name.padEnd(62), String(value).padStart(10), unit.padEnd(9), aim.padStart(8)].join(' ');
  });
  return [['   ', 'figure'.padEnd(62), 'value'.padStart(10), 'unit'.padEnd(9), 'target'.padStart(8)].join(' '), ...lines].join('\n');
}
