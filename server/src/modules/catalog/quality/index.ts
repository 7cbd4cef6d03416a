import type { ItemElements, QualityFinding } from '../contract.ts';
import { checkContent, checkMaterials } from './content-rules.ts';
import type { QualityRule } from './finding.ts';
import { checkHandling } from './handling-rules.ts';
import { checkLimits } from './limit-rules.ts';
import { checkResults } from './result-rules.ts';
import { checkAudience, checkFees, checkTelephones, checkVisits } from './service-rules.ts';

const rules: readonly QualityRule[] = [
  checkLimits, checkResults, checkVisits, checkFees, checkTelephones, checkAudience, checkContent, checkMaterials, checkHandling,
];

/**
 * Runs the consistency rules of the guide over one item's elements (CAT-04, GDE-03): empty when a city may publish it.
 * Pure; codes outside their lists and faults of forms and questions are found elsewhere.
 */
export function checkItemElements(elements: ItemElements): QualityFinding[] {
  return rules.flatMap((rule) => rule(elements));
}
