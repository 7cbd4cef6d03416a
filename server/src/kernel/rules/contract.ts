import { Code, DateTime, defineOperation, Id, JsonObject, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { RuleSetContent } from './rule-set.contract.ts';

export { RuleSetContent } from './rule-set.contract.ts';

/** draft 草稿, published 已发布, superseded 已被新版本取代. */
export const versionStates = ['draft', 'published', 'superseded'] as const;
export type VersionState = (typeof versionStates)[number];

/** 测试用例: the inputs, and what some or all decisions must come to. */
export const RuleTestCase = Type.Object({
  id: Text(80, { minLength: 1 }), name: Text(100, { minLength: 1 }), inputs: JsonObject,
  /** Decision → result; a decision that must fail is named by the code of its failure in `failure`. */
  expected: JsonObject,
  failure: Type.Optional(Text(40)),
});
export type RuleTestCase = Static<typeof RuleTestCase>;

const Place = {
  decision: Type.Optional(Type.String()), rule: Type.Optional(Type.Integer()), input: Type.Optional(Type.String()),
  column: Type.Optional(Type.Object({ kind: Code(['input', 'output'] as const), index: Type.Integer() })),
};

/** Why rules cannot be run, and where. */
export const RuleProblem = Type.Object({ code: Type.String(), message: Type.String(), ...Place });

/** What the check for gaps and conflicts found; only an `error` keeps a version from being published. */
export const RuleFinding = Type.Object({
  code: Code(['overlap', 'conflict', 'gap', 'impossible', 'unreachable', 'duplicate', 'unjudged', 'budget'] as const),
  severity: Code(['error', 'warning', 'notice'] as const), decision: Type.String(), rules: Type.Array(Type.Integer()), message: Type.String(),
  example: Type.Optional(Type.Array(Type.Object({ label: Type.String(), expression: Type.String(), value: Type.Unknown(), words: Type.String() }))),
  /** The cells of a row that would fill a gap, by the expression of their column. */
  filling: Type.Optional(Type.Array(Type.Object({ expression: Type.String(), cell: Type.String() }))),
});

const Labelled = Type.Object({ label: Type.String(), value: Type.String() });

/** Why a decision came out as it did, in words. */
export const ExplainedDecision = Type.Object({
  decision: Type.String(), label: Type.String(), summary: Type.String(), result: Nullable(Type.String()), seen: Type.Array(Labelled),
  rules: Type.Array(Type.Object({
    number: Type.Integer(), id: Type.String(), decided: Type.Boolean(), annotation: Type.String(),
    conditions: Type.Array(Type.Object({ label: Type.String(), test: Type.String(), value: Type.String() })),
  })),
});
export type ExplainedDecision = Static<typeof ExplainedDecision>;

/** What one run gave: results by decision, or why there are none. */
export const RuleOutcome = Type.Object({
  ok: Type.Boolean(), results: JsonObject,
  failure: Nullable(Type.Object({ code: Type.String(), message: Type.String(), rules: Type.Array(Type.Integer()), ...Place })),
  explanation: Type.Array(ExplainedDecision),
});
export type RuleOutcome = Static<typeof RuleOutcome>;

export const TestResult = Type.Object({ id: Type.String(), name: Type.String(), passed: Type.Boolean(), message: Type.String(), outcome: RuleOutcome });
export type TestResult = Static<typeof TestResult>;

export const RuleSetSummary = Type.Object({
  id: Id, code: Type.String(), name: Type.String(), description: Type.String(), legalBasis: Type.String(),
  published: Nullable(Type.Object({ versionId: Id, number: Type.Integer(), at: DateTime, byName: Type.String() })),
  draft: Nullable(Type.Object({ versionId: Id, number: Type.Integer(), updatedAt: DateTime, updatedByName: Type.String() })),
});
export type RuleSetSummary = Static<typeof RuleSetSummary>;

const VersionLine = {
  id: Id, number: Type.Integer(), state: Code(versionStates), stateLabel: Type.String(), note: Type.String(), updatedAt: DateTime, updatedByName: Type.String(),
  publishedAt: Nullable(DateTime), publishedByName: Nullable(Type.String()), revision: Type.Integer(),
};

export const RuleSetDetail = Type.Object({
  ...RuleSetSummary.properties, revision: Type.Integer(), versions: Type.Array(Type.Object(VersionLine)), abilities: Type.Object({ draft: Type.Boolean(), edit: Type.Boolean() }),
});
export type RuleSetDetail = Static<typeof RuleSetDetail>;

export const RuleVersion = Type.Object({
  ...VersionLine, ruleSetId: Id, code: Type.String(), name: Type.String(), content: RuleSetContent, testCases: Type.Array(RuleTestCase),
  abilities: Type.Object({ edit: Type.Boolean(), publish: Type.Boolean(), discard: Type.Boolean() }),
});
export type RuleVersion = Static<typeof RuleVersion>;

export const RuleCheck = Type.Object({
  problems: Type.Array(RuleProblem), findings: Type.Array(RuleFinding), tests: Type.Array(TestResult),
  /** Why it cannot be published as it is; empty when it can. */
  obstacles: Type.Array(Type.String()),
});
export type RuleCheck = Static<typeof RuleCheck>;

const view = 'rules.rule-set.view';
const edit = 'rules.rule-set.edit';
const ruleSetParams = Type.Object({ ruleSetId: Id });
const versionParams = Type.Object({ versionId: Id });
const Revision = Type.Object({ revision: Type.Integer() });
const bodyLimit = 2_097_152;

export const listRuleSets = defineOperation({
  id: 'rules.list-rule-sets', method: 'GET', path: '/api/v1/rule-sets', permission: view, summary: '业务规则，按编码',
  query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Text(100)), state: Type.Optional(Code(['draft', 'published', 'never-published'] as const)) }),
  response: PageOf(RuleSetSummary),
});

export const createRuleSet = defineOperation({
  id: 'rules.create-rule-set', method: 'POST', path: '/api/v1/rule-sets', permission: edit, status: 201, idempotent: true, bodyLimit,
  summary: '新建规则集及其第一个草稿',
  body: Type.Object({
    code: Text(60, { minLength: 2, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), name: Text(100, { minLength: 2 }), description: Text(1_000), legalBasis: Text(1_000),
    content: RuleSetContent, testCases: Type.Array(RuleTestCase, { maxItems: 200 }),
  }),
  response: RuleVersion,
});

export const getRuleSet = defineOperation({
  id: 'rules.get-rule-set', method: 'GET', path: '/api/v1/rule-sets/:ruleSetId', permission: view, summary: '一个规则集及其全部版本', params: ruleSetParams, response: RuleSetDetail,
});

export const editRuleSet = defineOperation({
  id: 'rules.edit-rule-set', method: 'PUT', path: '/api/v1/rule-sets/:ruleSetId', permission: edit, summary: '修改规则集的名称、说明和依据', params: ruleSetParams,
  body: Type.Object({ ...Revision.properties, name: Text(100, { minLength: 2 }), description: Text(1_000), legalBasis: Text(1_000) }), response: RuleSetDetail,
});

export const createVersion = defineOperation({
  id: 'rules.create-version', method: 'POST', path: '/api/v1/rule-sets/:ruleSetId/versions', permission: edit, status: 201, idempotent: true,
  summary: '以现行版本或指定版本为基础新建草稿', params: ruleSetParams, body: Type.Object({ fromVersionId: Type.Optional(Id) }), response: RuleVersion,
});

export const getVersion = defineOperation({
  id: 'rules.get-version', method: 'GET', path: '/api/v1/rule-set-versions/:versionId', permission: view, summary: '一个版本的规则和测试用例', params: versionParams, response: RuleVersion,
});

export const editVersion = defineOperation({
  id: 'rules.edit-version', method: 'PUT', path: '/api/v1/rule-set-versions/:versionId', permission: edit, summary: '保存草稿', params: versionParams, bodyLimit,
  body: Type.Object({ ...Revision.properties, note: Text(500), content: RuleSetContent, testCases: Type.Array(RuleTestCase, { maxItems: 200 }) }), response: RuleVersion,
});

export const discardVersion = defineOperation({
  id: 'rules.discard-version', method: 'DELETE', path: '/api/v1/rule-set-versions/:versionId', permission: edit, summary: '放弃草稿', params: versionParams,
  query: Type.Object({ revision: Type.Integer() }), status: 204,
});

export const checkVersion = defineOperation({
  id: 'rules.check-version', method: 'GET', path: '/api/v1/rule-set-versions/:versionId/check', permission: view,
  summary: '检查写法、缺口、冲突，并运行测试用例', params: versionParams, response: RuleCheck,
});

export const publishVersion = defineOperation({
  id: 'rules.publish-version', method: 'POST', path: '/api/v1/rule-set-versions/:versionId/publish', permission: 'rules.version.publish',
  summary: '发布：检查没有错误，测试用例全部通过；最后修改的人不能自己发布', params: versionParams, body: Revision, response: RuleVersion,
});

export const tryVersion = defineOperation({
  id: 'rules.try-version', method: 'POST', path: '/api/v1/rule-set-versions/:versionId/try', permission: view, summary: '试算：填入数据，看结果和命中的规则', params: versionParams,
  body: Type.Object({ inputs: JsonObject }), response: RuleOutcome,
});

export const DryRun = Type.Object({
  /** Runs of this rule set that are kept. */
  recorded: Type.Integer(),
  /** Runs looked at, the latest first. */
  total: Type.Integer(), same: Type.Integer(), changed: Type.Integer(),
  /** False when it took too long and earlier runs were left out. */
  complete: Type.Boolean(),
  /** Of the changed: what gave a result before and now fails, and the other way about. */
  nowFailing: Type.Integer(), nowDecided: Type.Integer(),
  changes: Type.Array(Type.Object({
    subjectType: Type.String(), subjectId: Type.String(), subjectLabel: Nullable(Type.String({ description: 'what the run was about in words, such as the number of its case' })),
    at: DateTime, decisions: Type.Array(Type.Object({ decision: Type.String(), before: Type.String(), after: Type.String() })),
    summary: Type.String(),
  })),
});
export type DryRun = Static<typeof DryRun>;

export const dryRunVersion = defineOperation({
  id: 'rules.dry-run-version', method: 'POST', path: '/api/v1/rule-set-versions/:versionId/dry-run', permission: edit,
  summary: '试运行：用办过的数据运行这个版本，与另一个版本（不指明时为现行版本）比较', params: versionParams,
  body: Type.Object({ againstVersionId: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) }), response: DryRun,
});

export const readDmnModel = defineOperation({
  id: 'rules.read-dmn', method: 'POST', path: '/api/v1/rule-sets/read-dmn', permission: edit, summary: '读入 DMN 文件，不保存', bodyLimit: 8_388_608,
  body: Type.Object({ xml: Text(2_000_000, { minLength: 1 }) }),
  response: Type.Object({ name: Type.String(), content: RuleSetContent, leftOut: Type.Array(Type.Object({ name: Type.String(), reason: Type.String() })), problems: Type.Array(RuleProblem) }),
});

export const exportDmn = defineOperation({
  id: 'rules.export-dmn', method: 'GET', path: '/api/v1/rule-set-versions/:versionId/dmn', permission: view, responseKind: 'binary', summary: '导出为 DMN 文件', params: versionParams,
});

export const exportWorkbook = defineOperation({
  id: 'rules.export-workbook', method: 'GET', path: '/api/v1/rule-set-versions/:versionId/workbook', permission: view, responseKind: 'binary',
  summary: '导出为 Excel：每张决策表一页，另有数据和测试用例', params: versionParams,
});
