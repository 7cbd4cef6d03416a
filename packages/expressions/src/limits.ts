/** Bounds that keep every expression finite, however it was written. */
export const LIMITS = {
  /** Characters of source. */
  sourceLength: 2_000,
  /** Brackets, calls, conditions and loops inside one another. */
  nesting: 24,
  /** Loops inside one another, counting filters and each iterator. */
  loopDepth: 2,
  /** Elements of one list, given or produced. */
  listLength: 2_000,
  /** Elements a nested pair of loops may visit. */
  loopSteps: 90_000,
  /** Characters of one text, given or produced. */
  textLength: 20_000,
  /** Characters a pattern is matched against. */
  patternInputLength: 1_000,
  /** Compiled expressions kept. */
  cacheSize: 2_000,
} as const;
