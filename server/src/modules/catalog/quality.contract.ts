import { Code, DateTime, Text, Type, type Static } from '@tongban/contract-kit';

/** What a rule or finding is about: the guide, its materials, the guiding questions, the review points. */
export const ruleGroups = ['guide', 'materials', 'guidance', 'review-points'] as const;
export const RuleGroup = Code(ruleGroups);
export type RuleGroup = Static<typeof RuleGroup>;
export const ruleGroupLabels: Readonly<Record<RuleGroup, string>> = {
  guide: '办事指南', materials: '材料要素', guidance: '情形引导', 'review-points': '审查要点',
};

/** error keeps a version from review and publication, warning is for the reviewer to judge, off is not asked. */
export const ruleSeverities = ['error', 'warning', 'off'] as const;
export const RuleSeverity = Code(ruleSeverities);
export type RuleSeverity = Static<typeof RuleSeverity>;

/** A value that a city may set for a rule: a number, or a list of words. */
export const RuleParameterValue = Type.Union([
  Type.Integer({ minimum: 0, maximum: 10_000 }), Type.Array(Text(120, { minLength: 1 }), { maxItems: 500 }),
]);
export type RuleParameterValue = Static<typeof RuleParameterValue>;

/** One thing that is wrong with a version, where (dotted path of the element) and how to mend it. */
export const QualityFinding = Type.Object({
  rule: Type.String(),
  group: RuleGroup,
  severity: Code(['error', 'warning'] as const),
  path: Type.String(),
  message: Type.String(),
  /** 怎么改. */
  mend: Type.String(),
  /** Set when somebody above the department let it stand, with the reason; then it prevents nothing. */
  exception: Type.Optional(Type.Object({ reason: Type.String(), byName: Type.String(), at: DateTime })),
});
export type QualityFinding = Static<typeof QualityFinding>;
