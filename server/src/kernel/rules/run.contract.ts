import { DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, Code, type Static } from '@tongban/contract-kit';
import { RuleOutcome } from './contract.ts';

const view = 'rules.run.view';
export const mostExportedRuns = 20_000;

/** Which runs of a rule set. */
export const RunFilter = Type.Object({
  versionId: Type.Optional(Id), outcome: Type.Optional(Code(['decided', 'failed'] as const)),
  /** Number of the case, or the beginning of it. */
  q: Type.Optional(Text(60)), from: Type.Optional(DateOnly), to: Type.Optional(DateOnly),
});
export type RunFilter = Static<typeof RunFilter>;

/** One run over real data, without what was stated. */
export const RuleRunLine = Type.Object({
  id: Id, at: DateTime,
  /** Who caused it; null of before that was kept. */
  actorName: Nullable(Type.String()),
  subjectType: Type.String(), subjectId: Type.String(),
  /** Number of the case; null of before that was kept. */
  subjectLabel: Nullable(Type.String()),
  versionId: Id, versionNumber: Type.Integer(), decided: Type.Boolean(),
  /** What came of it, or why nothing did; without values that were stated. */
  summary: Type.String(),
});
export type RuleRunLine = Static<typeof RuleRunLine>;

export const RuleRun = Type.Object({
  ...RuleRunLine.properties,
  /** What the rules were told; `hidden` where the value is personal and no purpose was given. */
  inputs: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), value: Type.String(), hidden: Type.Boolean() })),
  outcome: RuleOutcome,
  /** Everything is shown. */
  full: Type.Boolean(), abilities: Type.Object({ readFull: Type.Boolean() }),
});
export type RuleRun = Static<typeof RuleRun>;

const ruleSetParams = Type.Object({ ruleSetId: Id });

export const listRuns = defineOperation({
  id: 'rules.list-runs', method: 'GET', path: '/api/v1/rule-sets/:ruleSetId/runs', permission: view, summary: '一个规则集的运行记录，新的在前', params: ruleSetParams,
  query: Type.Object({ ...PageQuery.properties, ...RunFilter.properties }), response: PageOf(RuleRunLine),
});

export const exportRuns = defineOperation({
  id: 'rules.export-runs', method: 'GET', path: '/api/v1/rule-sets/:ruleSetId/runs/export', permission: view, responseKind: 'binary', summary: `导出运行记录（Excel），最多 ${mostExportedRuns} 行，不含填写的数据`,
  params: ruleSetParams, query: RunFilter,
});

export const getRun = defineOperation({
  id: 'rules.get-run', method: 'GET', path: '/api/v1/rule-runs/:runId', permission: view, summary: '一次运行的数据、结果和命中解释；个人信息隐去，有权限的人填写用途后完整显示；查看留痕',
  params: Type.Object({ runId: Id }), query: Type.Object({ purpose: Type.Optional(Text(100)) }), response: RuleRun,
});
