import type { ElementRecord } from '../../data-elements/index.ts';
import type { PrefillNote } from '../prefill.contract.ts';
import type { Source } from './bindings.ts';

/** A value that a source has for an element. */
export interface FoundValue {
  value: unknown;
  /** Where it is from, as the applicant is told. */
  source: string;
  asOf: string;
  typed?: boolean;
}

/** What came of reading sources: how to look a value up, and what to tell the applicant. */
export interface SourceReading {
  find: (element: ElementRecord, source: Source) => FoundValue | undefined;
  notes: readonly PrefillNote[];
  /** Groups that could not be read this time. */
  failed: readonly string[];
}

export const nothingRead: SourceReading = { find: () => undefined, notes: [], failed: [] };
