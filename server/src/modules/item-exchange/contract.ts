import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { VersionState } from '../catalog/contract.ts';

export const importStateCodes = ['reading', 'failed', 'previewed', 'running', 'finished', 'cancelled', 'undoing', 'undone', 'discarded'] as const;
export const ImportStateCode = Code(importStateCodes);

/** new 新增, changed 变更, unchanged 无变化, differs 与平台不同（待核对）, refused 有错误. */
export const rowVerdicts = ['new', 'changed', 'unchanged', 'differs', 'refused'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** written 已写入, failed 未写入, undone 已撤销, kept 撤销时保留. */
export const rowOutcomes = ['written', 'failed', 'undone', 'kept'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const importStrategies = ['all-or-nothing', 'skip-errors'] as const;
export type ImportStrategy = (typeof importStrategies)[number];

/** What is wrong with a cell (`事项!F12`) or an entry of a JSON file (`第3项`). */
export const ImportIssue = Type.Object({ position: Type.String(), severity: Code(['error', 'warning'] as const), message: Type.String() });
export type ImportIssue = Static<typeof ImportIssue>;

const Counts = Type.Object({
  total: Type.Integer(), new: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), differs: Type.Integer(), refused: Type.Integer(),
});

export const ItemImport = Type.Object({
  id: Id,
  fileName: Type.String(),
  format: Code(['xlsx', 'csv', 'json'] as const),
  state: ImportStateCode,
  stateLabel: Type.String(),
  createdAt: DateTime,
  createdByName: Type.String(),
  startedAt: Nullable(DateTime),
  finishedAt: Nullable(DateTime),
  undoneAt: Nullable(DateTime),
  /** Null until it is started. */
  strategy: Nullable(Code(importStrategies)),
  publish: Type.Boolean(),
  counts: Counts,
  /** Rows dealt with in the present step (reading, writing, undoing); `total` is null while it is not known yet. */
  progress: Type.Object({ processed: Type.Integer(), total: Nullable(Type.Integer()) }),
  outcome: Type.Object({ written: Type.Integer(), failed: Type.Integer(), undone: Type.Integer(), kept: Type.Integer() }),
  /** Remarks about the file as a whole, e.g. a heading that nobody asked for. */
  warnings: Type.Array(ImportIssue),
  /** Why the file could not be read. */
  problem: Nullable(Type.Object({ title: Type.String(), detail: Type.String() })),
  revision: Type.Integer(),
  abilities: Type.Object({ run: Type.Boolean(), publish: Type.Boolean(), cancel: Type.Boolean(), discard: Type.Boolean(), undo: Type.Boolean() }),
});
export type ItemImport = Static<typeof ItemImport>;

export const ImportRow = Type.Object({
  number: Type.Integer(),
  position: Type.String(),
  code: Type.String(),
  name: Type.String(),
  departmentName: Type.String(),
  verdict: Code(rowVerdicts),
  /** Names of the elements that are (to be) written, and of those that differ and are not. */
  changes: Type.Array(Type.String()),
  differences: Type.Array(Type.String()),
  issues: Type.Array(ImportIssue),
  outcome: Nullable(Code(rowOutcomes)),
  outcomeReason: Nullable(Type.String()),
  itemId: Nullable(Id),
  versionId: Nullable(Id),
});
export type ImportRow = Static<typeof ImportRow>;

/** One element of a row beside what stands on the platform now. */
export const RowDifference = Type.Object({
  /** Dotted; its first part is the element. */
  path: Type.String(), label: Type.String(), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()),
  /** Whether it is (to be) written, or left to be checked. */
  written: Type.Boolean(),
});
export type RowDifference = Static<typeof RowDifference>;

/** 差异清单: an element in which a list and the platform disagree. */
export const ListDifference = Type.Object({
  id: Id, importId: Id, itemId: Id, code: Type.String(), itemName: Type.String(), departmentName: Type.String(),
  element: Type.String(), label: Type.String(), ours: Type.Optional(Type.Unknown()), incoming: Type.Unknown(),
  state: Code(['open', 'adopted', 'kept'] as const), decidedByName: Nullable(Type.String()), decidedAt: Nullable(DateTime), createdAt: DateTime,
});
export type ListDifference = Static<typeof ListDifference>;

const importParams = Type.Object({ importId: Id });
const Revision = Type.Object({ revision: Type.Integer() });

export const downloadTemplate = defineOperation({
  id: 'item-exchange.download-template', method: 'GET', path: '/api/v1/item-exchange/template', permission: 'item-exchange.import.manage', responseKind: 'binary',
  summary: '下载导入模板（Excel）：下拉框取自代码表和机构，表头批注说明每个要素怎样填',
});

const filters = {
  q: Type.Optional(Text(100)),
  state: Type.Optional(VersionState),
  taskType: Type.Optional(Text(2, { pattern: '^\\d{2}$' })),
  departmentId: Type.Optional(Id),
  source: Type.Optional(Code(['platform', 'import'] as const)),
};

export const exportItems = defineOperation({
  id: 'item-exchange.export-items', method: 'GET', path: '/api/v1/item-exchange/export', permission: 'item-exchange.list.export', responseKind: 'binary',
  summary: '导出筛选出的事项（最新版本）；Excel 可修改后再导入，JSON 含表单和情形',
  query: Type.Object({ ...filters, format: Code(['xlsx', 'json'] as const), parts: Type.Optional(Code(['main', 'all'] as const)) }),
});

export const uploadImport = defineOperation({
  id: 'item-exchange.upload-import', method: 'POST', path: '/api/v1/item-exchange/imports', permission: 'item-exchange.import.manage', bodyKind: 'multipart', status: 201,
  summary: '上传一个事项清单文件（字段名 file，xlsx、csv 或 json）；读取后给出预览，不改动任何事项', response: ItemImport,
});

export const listImports = defineOperation({
  id: 'item-exchange.list-imports', method: 'GET', path: '/api/v1/item-exchange/imports', permission: 'item-exchange.import.manage',
  summary: '导入记录，新的在前', query: Type.Object({ ...PageQuery.properties, state: Type.Optional(ImportStateCode) }), response: PageOf(ItemImport),
});

export const getImport = defineOperation({
  id: 'item-exchange.get-import', method: 'GET', path: '/api/v1/item-exchange/imports/:importId', permission: 'item-exchange.import.manage',
  summary: '一次导入的进度、统计和可做的操作', params: importParams, response: ItemImport,
});

export const listImportRows = defineOperation({
  id: 'item-exchange.list-import-rows', method: 'GET', path: '/api/v1/item-exchange/imports/:importId/rows', permission: 'item-exchange.import.manage',
  summary: '一次导入的各行：结论、错误位置、变更的要素', params: importParams,
  query: Type.Object({ ...PageQuery.properties, verdict: Type.Optional(Code(rowVerdicts)), outcome: Type.Optional(Code(rowOutcomes)), q: Type.Optional(Text(100)) }),
  response: PageOf(ImportRow),
});

export const getImportRow = defineOperation({
  id: 'item-exchange.get-import-row', method: 'GET', path: '/api/v1/item-exchange/imports/:importId/rows/:number', permission: 'item-exchange.import.manage',
  summary: '一行与平台现有内容的逐项对照', params: Type.Object({ importId: Id, number: Type.Integer({ minimum: 1 }) }),
  response: Type.Object({ row: ImportRow, differences: Type.Array(RowDifference) }),
});

export const runImport = defineOperation({
  id: 'item-exchange.run-import', method: 'POST', path: '/api/v1/item-exchange/imports/:importId/run', permission: 'item-exchange.import.manage',
  summary: '开始导入：全部成功才算，或者跳过有错误的行；可以直接发布（另需发布权限）', params: importParams,
  body: Type.Object({ revision: Type.Integer(), strategy: Code(importStrategies), publish: Type.Boolean() }), response: ItemImport,
});

export const cancelImport = defineOperation({
  id: 'item-exchange.cancel-import', method: 'POST', path: '/api/v1/item-exchange/imports/:importId/cancel', permission: 'item-exchange.import.manage',
  summary: '中止导入；选择“全部成功才算”的，已写入的一并撤销', params: importParams, response: ItemImport,
});

export const discardImport = defineOperation({
  id: 'item-exchange.discard-import', method: 'POST', path: '/api/v1/item-exchange/imports/:importId/discard', permission: 'item-exchange.import.manage',
  summary: '放弃还没有开始的导入', params: importParams, body: Revision, response: ItemImport,
});

export const undoImport = defineOperation({
  id: 'item-exchange.undo-import', method: 'POST', path: '/api/v1/item-exchange/imports/:importId/undo', permission: 'item-exchange.import.manage',
  summary: '撤销整次导入；导入后又有人改过的保留并列出', params: importParams, body: Revision, response: ItemImport,
});

export const downloadResult = defineOperation({
  id: 'item-exchange.download-result', method: 'GET', path: '/api/v1/item-exchange/imports/:importId/result', permission: 'item-exchange.import.manage', responseKind: 'binary',
  summary: '下载结果：原文件的副本，每行后面写明结论和错误', params: importParams,
});

export const listDifferences = defineOperation({
  id: 'item-exchange.list-differences', method: 'GET', path: '/api/v1/item-exchange/differences', permission: 'item-exchange.import.manage',
  summary: '差异清单：清单与平台不同、需要逐项核对的要素',
  query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(['open', 'adopted', 'kept'] as const)), importId: Type.Optional(Id), q: Type.Optional(Text(100)) }),
  response: PageOf(ListDifference),
});

export const decideDifferences = defineOperation({
  id: 'item-exchange.decide-differences', method: 'POST', path: '/api/v1/item-exchange/differences/decide', permission: 'item-exchange.import.manage',
  summary: '逐项核对：采用清单的内容（写入草稿）或保留平台的内容',
  body: Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }), decision: Code(['adopt', 'keep'] as const) }),
  response: Type.Object({ decided: Type.Integer() }),
});

export const downloadDifferences = defineOperation({
  id: 'item-exchange.download-differences', method: 'GET', path: '/api/v1/item-exchange/differences/export', permission: 'item-exchange.import.manage', responseKind: 'binary',
  summary: '导出差异清单（Excel）', query: Type.Object({ state: Type.Optional(Code(['open', 'adopted', 'kept'] as const)), importId: Type.Optional(Id), q: Type.Optional(Text(100)) }),
});
