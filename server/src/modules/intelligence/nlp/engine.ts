/** What the built-in way or an engine takes a text to be about. */
export interface NamedMatch {
  /** Name of a service item as the engine knows it. */
  readonly name: string;
  /** How sure it is, 0 to 1. */
  readonly confidence: number;
}

/** A value to look for in a text. */
export interface WantedValue { readonly name: string; readonly label: string; readonly type: 'text' | 'number' | 'date' }
export interface FoundValue { readonly name: string; readonly value: string; readonly confidence: number }

/** Something in a text that should be worded otherwise; `at` counts characters from 0. */
export interface WordingFinding { readonly at: number; readonly length: number; readonly problem: string; readonly suggestion: string }

/** Understands Chinese text; a city plugs in its own (DEC-09). */
export interface NlpEngine {
  readonly name: string;
  readonly version: string;
  /** Names of items that a question, complaint or search phrase is about, the surest first. */
  classify(text: string, limit: number): Promise<NamedMatch[]>;
  extract(text: string, wanted: readonly WantedValue[]): Promise<FoundValue[]>;
  checkWording(text: string): Promise<WordingFinding[]>;
}
