import type { FieldKind, FieldRule } from '../catalogue.contract.ts';
import type { Comparison } from '../reading.contract.ts';
import { likeness, plain } from '../text/plain.ts';
import type { FoundField } from '../text/find-fields.ts';
import type { KnownValues } from './known-values.ts';

/** How a value read compares, and with what. */
export interface Compared { comparison: Comparison; known: string | null; knownFrom: string | null; by: 'form' | 'licence' | null }

const none: Compared = { comparison: 'none', known: null, knownFrom: null, by: null };
/** From which likeness two addresses are the same place written differently. */
const sameAddress = 0.7;

/** Whether two values of a kind say the same. */
export function isSameValue(kind: FieldKind, one: string, other: string): boolean {
  const [left, right] = [plain(one).toUpperCase(), plain(other).toUpperCase()];
  if (left === right) return true;
  switch (kind) {
    case 'name': case 'organisation': return left.replace(/[()·]/gu, '') === right.replace(/[()·]/gu, '');
    case 'address': return left.endsWith(right) || right.endsWith(left) || likeness(left, right) >= sameAddress;
    case 'number': return left.replace(/[^\p{Script=Han}A-Z0-9]/gu, '') === right.replace(/[^\p{Script=Han}A-Z0-9]/gu, '');
    case 'text': return likeness(left, right) >= 0.9;
    default: return false;
  }
}

/**
 * Compares a value with the form, where one of its data elements is answered, else with the applicant's licences of the kind. What was read
 * without being sure enough never differs: it is for people's eyes.
 */
export function compareField(rule: FieldRule, found: FoundField, threshold: number, known: KnownValues, licenceTypes: readonly string[]): Compared {
  const answers = rule.elements.flatMap((element) => known.answers.filter((answer) => answer.element === element));
  const [first] = answers;
  if (first) {
    const same = answers.find(({ value }) => isSameValue(rule.kind, value, found.value));
    return { comparison: same ? 'same' : found.confidence < threshold ? 'unsure' : 'differs', known: (same ?? first).value, knownFrom: `申请表“${(same ?? first).label}”`, by: 'form' };
  }
  if (rule.kind !== 'number') return found.confidence < threshold ? { ...none, comparison: 'unsure' } : none;
  const held = known.licences.filter(({ typeCode }) => licenceTypes.includes(typeCode));
  const [licence] = held;
  if (!licence) return none;
  const match = held.find(({ number }) => isSameValue('number', number, found.value));
  return { comparison: match ? 'same' : found.confidence < threshold ? 'unsure' : 'differs', known: (match ?? licence).number, knownFrom: `电子证照《${(match ?? licence).name}》`, by: 'licence' };
}
