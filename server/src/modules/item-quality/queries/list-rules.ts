import { sql } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listRuleSettings, qualityRules, type QualityRule, type RuleParameter, type StoredRuleSetting } from '../../catalog/index.ts';
import type { RuleParameterValue } from '../../catalog/contract.ts';
import type { QualityRuleView, RuleParameterView } from '../contract.ts';
import type { ItemQualityTables } from '../tables.ts';

/** Every rule with the city's setting and how much it finds within the reader's scope. */
export async function listQualityRules(ctx: Context): Promise<{ rules: QualityRuleView[]; abilities: { edit: boolean } }> {
  const [settings, counts] = await Promise.all([listRuleSettings(ctx.kernel), countByRule(ctx)]);
  const byId = new Map(settings.map((setting) => [setting.ruleId, setting]));
  return {
    rules: qualityRules.map((rule) => presentRule(rule, byId.get(rule.id), counts.get(rule.id) ?? 0)),
    abilities: { edit: holds(ctx.actor, 'item-quality.rule.edit') && requireScope(ctx, 'item-quality.rule.edit').kind === 'all' },
  };
}

/** One rule as it is now. */
export async function viewRule(ctx: Context, rule: QualityRule): Promise<QualityRuleView> {
  const [settings, counts] = await Promise.all([listRuleSettings(ctx.kernel), countByRule(ctx)]);
  return presentRule(rule, settings.find(({ ruleId }) => ruleId === rule.id), counts.get(rule.id) ?? 0);
}

/** Standing findings of items in use, by rule. */
export async function countByRule(ctx: Context, narrow: { organizationId?: string; regionPrefix?: string } = {}): Promise<Map<string, number>> {
  let query = tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.finding').select(['rule', sql<number>`count(*)`.as('count')])
    .where('closedAt', 'is', null).where('state', '<>', 'accepted').where('track', '=', 'in-use')
    .where(scopeFilter(requireScope(ctx, 'item-quality.finding.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (narrow.organizationId !== undefined) query = query.where('organizationId', '=', narrow.organizationId);
  if (narrow.regionPrefix !== undefined) query = query.where('regionCode', 'like', `${narrow.regionPrefix}%`);
  return new Map((await query.groupBy('rule').execute()).map(({ rule, count }) => [rule, count]));
}

function presentRule(rule: QualityRule, setting: StoredRuleSetting | undefined, findings: number): QualityRuleView {
  const { id, version, group, title, message, mend, basis } = rule;
  return {
    id, version, group, title, message, mend, basis, severity: setting?.severity ?? rule.severity, ownSeverity: rule.severity, findings, revision: setting?.revision ?? 0,
    parameters: Object.entries(rule.parameters).map(([name, parameter]) => presentParameter(name, parameter, setting?.parameters[name])),
    changed: setting === undefined ? null : { reason: setting.reason, byName: setting.changedByName, at: setting.changedAt.toISOString() },
  };
}

function presentParameter(name: string, parameter: RuleParameter, value: RuleParameterValue | undefined): RuleParameterView {
  if (parameter.kind === 'integer') {
    const { label, kind, minimum, maximum } = parameter;
    return { name, label, kind, value: value ?? parameter.value, own: parameter.value, minimum, maximum };
  }
  const { label, kind, hint } = parameter;
  return { name, label, kind, value: value ?? [...parameter.value], own: [...parameter.value], hint };
}
