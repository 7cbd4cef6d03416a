/** Bounds that keep every rule set small enough to check and to run while somebody waits. */
export const RULE_LIMITS = {
  rules: 1_000,
  columns: 30,
  outputs: 20,
  inputs: 100,
  decisions: 50,
  cellLength: 500,
  nameLength: 60,
  /**
   * Work one run may ask for, in free cells and expressions: each counts 1, with one loop 20, with a loop in a loop 1,000.
   * A unit takes about a quarter of a millisecond at most, so the whole takes about a second.
   */
  work: 4_000,
} as const;
