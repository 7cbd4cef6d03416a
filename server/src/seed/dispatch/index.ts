import type { SeedRuleSet } from '../rules/seed-rule-set.ts';
import { roadSplitRules } from './road-split-rules.ts';
import { urbanAcceptanceRules, urbanApprovalRules } from './urban-rules.ts';

/** One dispatch rule set of each kind (DEC-07). */
export const dispatchRules: readonly SeedRuleSet[] = [urbanAcceptanceRules, urbanApprovalRules, roadSplitRules];
