import { createHash } from 'node:crypto';
import type { RuleParameterValue, RuleSeverity } from '../contract.ts';
import { qualityRules } from './registry.ts';
import type { QualityRule } from './rule.ts';

/** What a city has set for one rule. */
export interface RuleSetting {
  readonly ruleId: string;
  /** Null keeps the rule's own. */
  readonly severity: RuleSeverity | null;
  readonly parameters: Readonly<Record<string, RuleParameterValue>>;
}

/** A rule as it holds here: with the city's severity and values. */
export interface SetRule {
  readonly rule: QualityRule;
  readonly severity: RuleSeverity;
  readonly parameters: Readonly<Record<string, RuleParameterValue>>;
}

export interface RuleSet {
  readonly rules: readonly SetRule[];
  /** Changes when anything does that changes what is found. */
  readonly digest: string;
}

/** The rules with the city's settings; settings of rules that no longer exist have no effect. */
export function buildRuleSet(settings: readonly RuleSetting[]): RuleSet {
  const byId = new Map(settings.map((setting) => [setting.ruleId, setting]));
  const rules = qualityRules.map((rule) => applySetting(rule, byId.get(rule.id)));
  const facts = rules.map(({ rule, severity, parameters }) => [rule.id, rule.version, severity, parameters]);
  return { rules, digest: createHash('sm3').update(JSON.stringify(facts)).digest('hex').slice(0, 16) };
}

function applySetting(rule: QualityRule, setting: RuleSetting | undefined): SetRule {
  const parameters = Object.fromEntries(Object.entries(rule.parameters).map(([name, { value }]) =>
    [name, setting?.parameters[name] ?? (typeof value === 'number' ? value : [...value])]));
  return { rule, severity: setting?.severity ?? rule.severity, parameters };
}

/** The rules as the platform brings them. */
export const ownRuleSet = buildRuleSet([]);
