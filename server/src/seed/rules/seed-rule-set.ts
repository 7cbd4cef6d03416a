import type { BodyOf } from '@tongban/contract-kit';
import type { createRuleSet } from '../../kernel/rules/contract.ts';
import type { DepartmentName } from '../content/index.ts';

/** A rule set of the demonstration city, with the department that keeps it. */
export interface SeedRuleSet {
  readonly department: DepartmentName;
  readonly ruleSet: BodyOf<typeof createRuleSet>;
}
