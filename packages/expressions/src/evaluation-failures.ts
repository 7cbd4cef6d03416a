/** Thrown inside an evaluation when a bound is passed; never leaves the package. */
export class LimitExceeded extends Error {
  readonly code: 'list-too-long' | 'text-too-long';

  constructor(code: 'list-too-long' | 'text-too-long') {
    super(code);
    this.code = code;
  }
}

/** Thrown inside an evaluation when a pattern could take too long to match; never leaves the package. */
export class PatternRefused extends Error {}

/** Thrown inside an evaluation when values of unlike types are put in order; never leaves the package. */
export class NotComparable extends Error {}

/** Thrown inside an evaluation when a value does not fit the type its name was declared with; never leaves the package. */
export class ValueRefused extends Error {}
