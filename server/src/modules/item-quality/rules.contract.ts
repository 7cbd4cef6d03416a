import { Code, DateTime, defineOperation, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { RuleGroup, RuleParameterValue, RuleSeverity } from '../catalog/contract.ts';

/** A value of a rule that a city may set, with the platform's own beside it. */
export const RuleParameterView = Type.Object({
  name: Type.String(),
  label: Type.String(),
  kind: Code(['integer', 'words'] as const),
  value: RuleParameterValue,
  own: RuleParameterValue,
  /** Bounds of a number; how to write a word. */
  minimum: Type.Optional(Type.Integer()),
  maximum: Type.Optional(Type.Integer()),
  hint: Type.Optional(Type.String()),
});
export type RuleParameterView = Static<typeof RuleParameterView>;

export const QualityRuleView = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  group: RuleGroup,
  title: Type.String(),
  message: Type.String(),
  mend: Type.String(),
  basis: Type.String(),
  /** What holds here, and what the platform brings. */
  severity: RuleSeverity,
  ownSeverity: RuleSeverity,
  parameters: Type.Array(RuleParameterView),
  /** Findings that stand, in use. */
  findings: Type.Integer(),
  /** 0 while nothing was ever set. */
  revision: Type.Integer(),
  changed: Nullable(Type.Object({ reason: Type.String(), byName: Type.String(), at: DateTime })),
});
export type QualityRuleView = Static<typeof QualityRuleView>;

export const listRules = defineOperation({
  id: 'item-quality.list-rules', method: 'GET', path: '/api/v1/item-quality/rules', permission: 'item-quality.finding.view',
  summary: '全部质量规则、本地设置和现有问题数',
  response: Type.Object({ rules: Type.Array(QualityRuleView), abilities: Type.Object({ edit: Type.Boolean() }) }),
});

export const saveRule = defineOperation({
  id: 'item-quality.save-rule', method: 'PUT', path: '/api/v1/item-quality/rules/:ruleId', permission: 'item-quality.rule.edit',
  summary: '设置一条规则的严重程度和参数，说明理由；全部事项随后重新检查', params: Type.Object({ ruleId: Text(60) }),
  body: Type.Object({
    revision: Type.Integer({ minimum: 0 }),
    /** Null takes the platform's own. */
    severity: Nullable(RuleSeverity),
    /** Values that differ from the platform's own. */
    parameters: Type.Record(Text(40), RuleParameterValue, { maxProperties: 10 }),
    reason: Text(500, { minLength: 5 }),
  }),
  response: QualityRuleView,
});
