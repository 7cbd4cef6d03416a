import type { RuleSettings, SupervisionRule } from '../rules.contract.ts';
import type { RuleRow } from '../signals/subject.ts';

/** What a supervisor sets of a rule, as the row has it. */
export function settingsOf(row: RuleRow): RuleSettings {
  const { name, kind, level, thresholds, findings, told, regionCode, organizationId, itemId, projectType, validFrom, validTo, channels, active } = row;
  return { name, kind, level, thresholds, findings, told, regionCode, organizationId, itemId, projectType, validFrom, validTo, channels, active };
}

/** A rule as supervisors read it. */
export function presentRule(row: RuleRow, openSignals: number): SupervisionRule {
  const { id, ruleNo, version, organizationName, itemName, changedAt, changedBy } = row;
  return { ...settingsOf(row), id, ruleNo, version, organizationName, itemName, changedAt: changedAt.toISOString(), changedBy, openSignals };
}
