import { elementsOf, type ElementGroup, type ElementName, type ItemElements, type QualityFinding } from '@tongban/server/src/modules/catalog/contract.ts';

/** How far a group of the form is. */
export interface GroupProgress {
  readonly filled: number;
  readonly total: number;
  readonly errors: number;
}

/** The elements of a group that are shown; the department's id goes with its name. */
export function shownElements(group: ElementGroup): ElementName[] {
  return elementsOf(group).filter((name) => name !== 'organizationId');
}

/** Whether an element says something. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** Filled elements and faults that keep the version from review, of one group. */
export function progressOf(group: ElementGroup, elements: ItemElements, findings: readonly QualityFinding[]): GroupProgress {
  const names = shownElements(group);
  const errors = findings.filter(({ severity, path }) => severity === 'error' && names.some((name) => path === name || path.startsWith(`${name}.`)));
  return { filled: names.filter((name) => isFilled(elements[name])).length, total: names.length, errors: errors.length };
}
