import type { WriteBatch } from '../../kernel/db/index.ts';

/** What the platform adds where it takes a step of a case by itself (DEC-03). */
export interface AutomaticStep {
  /** Adds what pins the step to the step's own batch: both are written, or neither. */
  add(batch: WriteBatch): void;
  /** What the notice says of it: that nobody looked, and how to ask for a person. */
  statement?: string;
}
