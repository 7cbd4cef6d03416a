import { toDayNumber } from '../calendar/index.ts';
import type { Ledger } from './ledger.ts';

/** Stretch of days that do not count: after `from`, up to and including `to` (Infinity while it lasts). */
export interface StoppedStretch {
  from: number;
  to: number;
}

/**
 * Every stretch in which the clock stood still, in order, overlapping and touching ones merged. The end of the matter is
 * none: a closed clock still tells when it would have been due.
 */
export function stoppedStretches(ledger: Ledger): StoppedStretch[] {
  const stretches = ledger.segments.flatMap((segment) => (segment.kind === 'extended' || (segment.kind === 'closed' && segment.toOn === null) ? [] : [{
    from: toDayNumber(segment.fromOn), to: segment.toOn === null ? Infinity : toDayNumber(segment.toOn),
  }])).sort((a, b) => a.from - b.from);
  const merged: StoppedStretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else merged.push({ ...stretch });
  }
  return merged;
}
