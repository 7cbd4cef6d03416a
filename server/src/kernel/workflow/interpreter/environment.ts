import type { Candidate, TaskOpening } from './effect.ts';
import type { Variables } from './state.ts';

/** What the interpreter needs from outside; with a deterministic one, every step is reproducible. */
export interface Environment {
  /** Evaluates an expression; may throw, which refuses the step. */
  readonly evaluate: (expression: string, variables: Variables) => unknown;
  /** Yields an id no other task, timer or activity has. */
  readonly newId: () => string;
  /** Tells whether anybody can act as a candidate; without it every candidate counts as somebody. */
  readonly hasHandler?: (candidate: Candidate) => boolean;
  /** Names others to handle a task than the process does; they count only when one of them has a handler. */
  readonly route?: (opening: TaskOpening) => readonly Candidate[] | undefined;
}
