import type { BodyOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { listRuleSettings, qualityRules, setRule, type QualityRule } from '../../catalog/index.ts';
import type { RuleParameterValue } from '../../catalog/contract.ts';
import type { QualityRuleView, saveRule as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { viewRule } from '../queries/list-rules.ts';
import { startWholeRun } from './start-run.ts';

/**
 * Sets how a rule weighs here and with which values; what may be published follows at once, all items are checked again.
 * @throws item-quality.rule-not-found, item-quality.bad-parameter, item-quality.whole-city, catalog.rule-stale
 */
export async function saveRule(ctx: Context, ruleId: string, { revision, severity, parameters, reason }: BodyOf<typeof operation>): Promise<QualityRuleView> {
  const rule = qualityRules.find(({ id }) => id === ruleId);
  if (!rule) throw fail('item-quality.rule-not-found');
  requireWholeCity(ctx);
  checkParameters(rule, parameters);
  const before = (await listRuleSettings(ctx.kernel)).find((setting) => setting.ruleId === ruleId);
  const batch = new WriteBatch();
  setRule(ctx, batch, { ruleId, severity, parameters, reason, revision });
  recordAudit(ctx, batch, {
    action: 'item-quality.save-rule', objectType: 'quality-rule', objectId: ruleId,
    detail: { reason, before: before ? { severity: before.severity, parameters: before.parameters } : null, after: { severity, parameters } },
  });
  await commit(ctx, batch);
  await startWholeRun(ctx, 'rules');
  return viewRule(ctx, rule);
}

/** A rule holds for every department, so a right over some of them is not enough. @throws item-quality.whole-city */
function requireWholeCity(ctx: Context): void {
  if (requireScope(ctx, 'item-quality.rule.edit').kind !== 'all') throw fail('item-quality.whole-city');
}

function checkParameters(rule: QualityRule, parameters: Readonly<Record<string, RuleParameterValue>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    const parameter = rule.parameters[name];
    if (!parameter) throw fail('item-quality.bad-parameter', { label: name, reason: '这条规则没有这个参数。' });
    const { label } = parameter;
    if (parameter.kind === 'integer') {
      if (typeof value !== 'number' || value < parameter.minimum || value > parameter.maximum) {
        throw fail('item-quality.bad-parameter', { label, reason: `请填写 ${parameter.minimum} 到 ${parameter.maximum} 之间的整数。` });
      }
    } else if (typeof value === 'number' || value.some((word) => word.trim() === '' || /^…+$/.test(word.trim()))) {
      throw fail('item-quality.bad-parameter', { label, reason: parameter.hint });
    }
  }
}
