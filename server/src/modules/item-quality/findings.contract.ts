import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { RuleGroup } from '../catalog/contract.ts';

/** open 待处理 → assigned 整改中 → mended 已整改; accepted 认可例外; withdrawn 不再适用 (rule off, item retired, draft gone). */
export const findingStates = ['open', 'assigned', 'accepted', 'mended', 'withdrawn'] as const;
export const FindingState = Code(findingStates);
export type FindingState = Static<typeof FindingState>;
export const findingStateLabels: Readonly<Record<FindingState, string>> = {
  open: '待处理', assigned: '整改中', accepted: '已认可例外', mended: '已整改', withdrawn: '不再适用',
};

/** in-use: what the item offers now; in-preparation: its draft, or version under review. */
export const tracks = ['in-use', 'in-preparation'] as const;
export const Track = Code(tracks);
export type Track = Static<typeof Track>;
export const trackLabels: Readonly<Record<Track, string>> = { 'in-use': '在用', 'in-preparation': '编制中' };

/** 办事指南异常明细 (the guide and its questions) and 材料要素异常明细 (materials and their review points). */
export const findingLists = ['guide', 'materials'] as const;
export const FindingList = Code(findingLists);
export type FindingList = Static<typeof FindingList>;
export const findingListLabels: Readonly<Record<FindingList, string>> = { guide: '办事指南异常明细', materials: '材料要素异常明细' };

const FoundSeverity = Code(['error', 'warning'] as const);

export const Finding = Type.Object({
  id: Id,
  itemId: Id,
  itemName: Type.String(),
  localTaskCode: Type.String(),
  versionId: Id,
  versionNumber: Type.Integer(),
  track: Track,
  organizationId: Id,
  organizationName: Type.String(),
  regionCode: Type.String(),
  rule: Type.String(),
  ruleTitle: Type.String(),
  group: RuleGroup,
  severity: FoundSeverity,
  /** Where in the version, dotted; its first part is the element. */
  path: Type.String(),
  message: Type.String(),
  mend: Type.String(),
  state: FindingState,
  openedAt: DateTime,
  closedAt: Nullable(DateTime),
  rectification: Nullable(Type.Object({ id: Id, dueOn: DateOnly, overdue: Type.Boolean() })),
  exception: Nullable(Type.Object({ reason: Type.String(), byName: Type.String(), at: DateTime })),
  abilities: Type.Object({ accept: Type.Boolean(), withdrawException: Type.Boolean(), assign: Type.Boolean(), /** Of what people reported. */ settle: Type.Boolean() }),
});
export type Finding = Static<typeof Finding>;

/** What narrows a list of findings; all together. */
export const FindingFilter = Type.Object({
  list: Type.Optional(FindingList),
  /** A region and everything inside it. */
  regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })),
  organizationId: Type.Optional(Id),
  rule: Type.Optional(Text(60)),
  severity: Type.Optional(FoundSeverity),
  /** `current` is everything that still stands and is no exception. */
  state: Type.Optional(Code(['current', ...findingStates] as const)),
  track: Type.Optional(Track),
  itemId: Type.Optional(Id),
  rectificationId: Type.Optional(Id),
  /** Part of an item's name, or the beginning of its code. */
  q: Type.Optional(Text(100)),
});
export type FindingFilter = Static<typeof FindingFilter>;

export const listFindings = defineOperation({
  id: 'item-quality.list-findings', method: 'GET', path: '/api/v1/item-quality/findings', permission: 'item-quality.finding.view',
  summary: '权限范围内的质量问题，新发现的在前',
  query: Type.Object({ ...PageQuery.properties, ...FindingFilter.properties }), response: PageOf(Finding),
});

/** The most rows of one export. */
export const mostExportedFindings = 50_000;

export const exportFindings = defineOperation({
  id: 'item-quality.export-findings', method: 'GET', path: '/api/v1/item-quality/findings/export', permission: 'item-quality.finding.view',
  summary: '把质量问题导出为 Excel，最多五万行', query: FindingFilter, responseKind: 'binary',
});

const findingParams = Type.Object({ findingId: Id });
const Words = Text(500, { minLength: 5 });

export const acceptFinding = defineOperation({
  id: 'item-quality.accept-finding', method: 'POST', path: '/api/v1/item-quality/findings/:findingId/accept', permission: 'item-quality.finding.judge',
  summary: '认可一个问题为例外，说明理由；原文改动后失效', params: findingParams, body: Type.Object({ reason: Words }), response: Finding,
});

export const withdrawException = defineOperation({
  id: 'item-quality.withdraw-exception', method: 'POST', path: '/api/v1/item-quality/findings/:findingId/withdraw-exception',
  permission: 'item-quality.finding.judge', summary: '收回认可的例外', params: findingParams, body: Type.Object({ reason: Words }), response: Finding,
});

export const settleReportedFinding = defineOperation({
  id: 'item-quality.settle-reported-finding', method: 'POST', path: '/api/v1/item-quality/findings/:findingId/settle', permission: 'item-quality.finding.judge',
  summary: '核实群众反映的问题：已改好，或者不属实', params: findingParams, body: Type.Object({ outcome: Code(['mended', 'unfounded'] as const), reason: Words }), response: Finding,
});
