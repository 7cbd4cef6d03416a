import type { ItemElements, QualityFinding } from '../contract.ts';

/** One consistency rule of the guide (办事指南准确度, domain rules 1–8): pure, from elements to what is wrong. */
export type QualityRule = (elements: ItemElements) => QualityFinding[];

/** A fault that must be mended before publishing. */
export function error(rule: string, path: string, message: string): QualityFinding {
  return { rule, severity: 'error', path, message };
}

/** A doubt that a reviewer judges. */
export function warning(rule: string, path: string, message: string): QualityFinding {
  return { rule, severity: 'warning', path, message };
}

/** Keeps the findings whose condition holds. */
export function when(...pairs: readonly (readonly [boolean, QualityFinding])[]): QualityFinding[] {
  return pairs.filter(([holds]) => holds).map(([, finding]) => finding);
}
