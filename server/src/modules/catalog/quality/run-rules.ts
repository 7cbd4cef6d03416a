import type { ItemElements, QualityFinding } from '../contract.ts';
import { groupOfPath } from './groups.ts';
import type { Hit } from './rule.ts';
import { ownRuleSet, type RuleSet, type SetRule } from './rule-set.ts';
import { nothingKnown, type Surroundings } from './surroundings.ts';

/** Runs every rule that is not off; at most one finding a rule and element. Pure. */
export function runRules(elements: ItemElements, rules: RuleSet = ownRuleSet, surroundings: Surroundings = nothingKnown): QualityFinding[] {
  const findings: QualityFinding[] = [];
  // Plain loops: a night goes through a hundred thousand items, and nearly every rule finds nothing.
  for (const set of rules.rules) {
    if (set.severity === 'off') continue;
    const hits = set.rule.find(elements, set.parameters, surroundings);
    if (hits.length > 0) addFindings(findings, set, set.severity, hits);
  }
  return findings;
}

function addFindings(findings: QualityFinding[], { rule }: SetRule, severity: QualityFinding['severity'], hits: readonly Hit[]): void {
  const messages = new Map<string, string[]>();
  for (const { path, values } of hits) {
    const message = fill(rule.message, values ?? {});
    const known = messages.get(path);
    if (known === undefined) messages.set(path, [message]);
    else if (!known.includes(message)) known.push(message);
  }
  for (const [path, said] of messages) findings.push({ rule: rule.id, group: groupOfPath(path), severity, path, message: said.join(''), mend: rule.mend });
}

function fill(template: string, values: NonNullable<Hit['values']>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
