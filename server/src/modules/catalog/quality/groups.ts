import type { RuleGroup } from '../contract.ts';

/** What the element at a path belongs to, so that one rule about wording can find faults in all of them. */
export function groupOfPath(path: string): RuleGroup {
  if (/^(materials\..+\.reviewPoints|conditionPoints)(\.|$)/.test(path)) return 'review-points';
  if (/^(materials|forms|noMaterials)(\.|$)/.test(path)) return 'materials';
  if (/^questionnaire(\.|$)/.test(path)) return 'guidance';
  return 'guide';
}
