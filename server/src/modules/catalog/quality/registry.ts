import type { QualityRule } from './rule.ts';
import { codeRules } from './rules/code-rules.ts';
import { contactRules } from './rules/contact-rules.ts';
import { contentRules } from './rules/content-rules.ts';
import { formRules } from './rules/form-rules.ts';
import { guidanceRules } from './rules/guidance-rules.ts';
import { handlingRules } from './rules/handling-rules.ts';
import { legalBasisRules } from './rules/legal-basis-rules.ts';
import { limitRules } from './rules/limit-rules.ts';
import { materialRules } from './rules/material-rules.ts';
import { requiredPartRules } from './rules/required-part-rules.ts';
import { resultRules } from './rules/result-rules.ts';
import { reviewPointRules } from './rules/review-point-rules.ts';
import { audienceRules, feeRules, visitRules } from './rules/service-rules.ts';
import { wordingRules } from './rules/wording-rules.ts';

/** Every rule of the platform, in the order in which a guide shows its elements. */
export const qualityRules: readonly QualityRule[] = [
  ...requiredPartRules, ...codeRules, ...audienceRules, ...legalBasisRules, ...contentRules, ...wordingRules, ...limitRules, ...feeRules, ...resultRules, ...visitRules, ...contactRules,
  ...materialRules, ...reviewPointRules, ...formRules, ...guidanceRules, ...handlingRules,
];
