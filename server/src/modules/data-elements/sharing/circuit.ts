import type { Clock } from '../../../kernel/clock/index.ts';

/** After so many failures in a row a service is left alone … */
const failuresInARow = 3;
/** … for so long; the next question tries it again. */
const restMs = 30_000;

/** Leaves a service that keeps failing alone for a while, so that applicants do not wait for it each time; one a process. */
export class Circuit {
  #failures = 0;
  #restsUntil = 0;

  /** Whether the service is being left alone. */
  isOpen(clock: Clock): boolean {
    return clock.now().getTime() < this.#restsUntil;
  }

  record(clock: Clock, outcome: 'answered' | 'failed'): void {
    if (outcome === 'answered') {
      this.#failures = 0;
      this.#restsUntil = 0;
      return;
    }
    this.#failures += 1;
    if (this.#failures >= failuresInARow) this.#restsUntil = clock.now().getTime() + restMs;
  }
}
