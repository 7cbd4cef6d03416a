import { hash } from 'node:crypto';
import type { References } from './references.ts';
import type { Surroundings } from './surroundings.ts';

/** What the findings of one version rest on, beside its own elements. */
export interface Grounds {
  readonly references: References;
  readonly known: Surroundings;
  /** Changes when any code list does that elements refer to. */
  readonly codesDigest: string;
  /** Digests of guidance that was confirmed for the item. */
  readonly confirmations: ReadonlySet<string>;
  readonly exceptions: readonly { readonly rule: string; readonly path: string; readonly message: string }[];
}

/** What is asked beyond the elements, question by question: one that is added to the rules without being watched here does not compile. */
const answers: { readonly [Question in keyof Required<Surroundings>]: (grounds: Grounds) => unknown } = {
  code: ({ codesDigest }) => codesDigest,
  organization: ({ known, references }) => references.organizations.map((id) => known.organization?.(id)),
  processExists: ({ known, references }) => references.processes.map(({ key, version }) => known.processExists?.(key, version)),
  licenceType: ({ known, references }) => references.licenceTypes.map((code) => known.licenceType?.(code)),
  standardMaterial: ({ known, references }) => references.materials.map((code) => known.standardMaterial?.(code)),
  namesakes: ({ known }) => known.namesakes,
  inCycle: ({ known }) => known.inCycle,
  handlingItems: ({ known }) => known.handlingItems?.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  guidanceConfirmed: ({ confirmations }) => [...confirmations].toSorted(),
};

/**
 * Digest of all that decides what a check of a version finds: the same basis, the same findings. `mark` is the version's and
 * its item's own state, `rulesDigest` that of the rules with their settings.
 */
export function basisOf(mark: string, rulesDigest: string, grounds: Grounds): string {
  const exceptions = grounds.exceptions.map(({ rule, path, message }) => [rule, path, message].join('\n')).toSorted();
  return hash('sha256', JSON.stringify([mark, rulesDigest, ...Object.values(answers).map((answer) => answer(grounds)), exceptions]), 'base64');
}
