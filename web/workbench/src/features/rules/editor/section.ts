import type { RulePlace } from '@tongban/decision-tables';
import type { RuleVersion } from '@tongban/server/src/kernel/rules/contract.ts';
import type { RuleDraft } from '../model/draft.ts';
import type { Judgement, TestRun } from '../model/judge.ts';

/** Which part of a version is shown: a fixed one, or a decision by its id. */
export const fixedParts = ['inputs', 'tests', 'dry-run', 'versions'] as const;
export type FixedPart = (typeof fixedParts)[number];

export interface SectionProps {
  version: RuleVersion;
  draft: RuleDraft;
  judgement: Judgement;
  tests: readonly TestRun[];
  disabled: boolean;
  change: (draft: RuleDraft, part: string) => void;
  /** Leads to a place of the rules, or to the test cases. */
  go: (place: RulePlace | { readonly tests: true }) => void;
}
