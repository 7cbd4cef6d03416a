import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

const itemParams = Type.Object({ itemId: Id });
const versionParams = Type.Object({ versionId: Id });
const Receipt = Type.Object({ itemId: Id, versionId: Id, versionNumber: Type.Integer(), state: Type.String(), revision: Type.Integer() });

export const createHandlingItem = defineOperation({
  id: 'catalog.create-handling-item', method: 'POST', path: '/api/v1/catalog/items/:itemId/handling-items', permission: 'catalog.item.edit', status: 201,
  summary: '在实施清单下新建业务办理项，编码自动生成', params: itemParams, body: Type.Object({ name: Text(200, { minLength: 1 }) }), response: Receipt, idempotent: true,
});

export const setParentItem = defineOperation({
  id: 'catalog.set-parent', method: 'PUT', path: '/api/v1/catalog/items/:itemId/parent', permission: 'catalog.item.edit', status: 204,
  summary: '把一个事项归到实施清单下作为业务办理项，或取消归属', params: itemParams, body: Type.Object({ parentItemId: Nullable(Id) }),
});

export const moveItem = defineOperation({
  id: 'catalog.move-item', method: 'POST', path: '/api/v1/catalog/items/:itemId/move', permission: 'catalog.item.edit',
  summary: '把事项移交给承接职责的部门', params: itemParams, body: Type.Object({ organizationId: Id, reason: Text(500, { minLength: 1 }) }), response: Receipt,
});

export const discardDraft = defineOperation({
  id: 'catalog.discard-draft', method: 'POST', path: '/api/v1/catalog/versions/:versionId/discard', permission: 'catalog.item.edit', status: 204,
  summary: '删除草稿，事项恢复到上一版本', params: versionParams, body: Type.Object({ revision: Type.Integer() }),
});

export const ItemTemplate = Type.Object({ versionId: Id, name: Type.String(), taskType: Type.String(), itemName: Type.String(), departmentName: Type.String() });

export const listTemplates = defineOperation({
  id: 'catalog.list-templates', method: 'GET', path: '/api/v1/catalog/templates', permission: 'catalog.item.view',
  summary: '可供新建事项使用的模板', query: Type.Object({ taskType: Type.Optional(Text(2, { pattern: '^\\d{2}$' })) }),
  response: Type.Object({ templates: Type.Array(ItemTemplate) }),
});

export const setTemplate = defineOperation({
  id: 'catalog.set-template', method: 'PUT', path: '/api/v1/catalog/versions/:versionId/template', permission: 'catalog.item.edit', status: 204,
  summary: '把一个版本设为模板，或取消', params: versionParams, body: Type.Object({ name: Nullable(Text(100, { minLength: 1 })) }),
});

export const createFromTemplate = defineOperation({
  id: 'catalog.create-from-template', method: 'POST', path: '/api/v1/catalog/items/from-template', permission: 'catalog.item.edit', status: 201,
  summary: '用模板新建事项', response: Receipt, idempotent: true,
  body: Type.Object({ templateVersionId: Id, name: Text(200, { minLength: 1 }), localTaskCode: Text(100, { minLength: 1 }), organizationId: Id }),
});

/** A tag with how many items carry it. */
export const ItemTag = Type.Object({ code: Type.String(), name: Type.String(), active: Type.Boolean(), itemCount: Type.Integer(), publishedCount: Type.Integer() });

export const listTags = defineOperation({
  id: 'catalog.list-tags', method: 'GET', path: '/api/v1/catalog/tags', permission: 'catalog.item.view',
  summary: '事项标签及其事项数', response: Type.Object({ tags: Type.Array(ItemTag) }),
});

export const saveTag = defineOperation({
  id: 'catalog.save-tag', method: 'PUT', path: '/api/v1/catalog/tags/:code', permission: 'catalog.tag.manage', status: 204,
  summary: '新建、改名、停用一个事项标签', params: Type.Object({ code: Text(20, { minLength: 1, pattern: '^[0-9A-Za-z-]+$' }) }),
  body: Type.Object({ name: Text(30, { minLength: 1 }), active: Type.Boolean() }),
});

/** set 改为, add 增加, remove 去掉: the latter two for elements that hold several codes. */
export const bulkModes = ['set', 'add', 'remove'] as const;
export type BulkMode = (typeof bulkModes)[number];
export const bulkStates = ['prepared', 'running', 'done', 'undoing', 'undone'] as const;
export type BulkState = (typeof bulkStates)[number];
/** ready 将修改, unchanged 内容相同, refused 不能修改, done 已修改, failed 没有成功, undone 已撤销, kept 撤销时已被改动而保留. */
export const bulkOutcomes = ['ready', 'unchanged', 'refused', 'done', 'failed', 'undone', 'kept'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

export const BulkChange = Type.Object({
  id: Id,
  element: Type.String(),
  elementLabel: Type.String(),
  mode: Code(bulkModes),
  value: Type.Unknown(),
  state: Code(bulkStates),
  total: Type.Integer(),
  /** How many items stand where. */
  counts: Type.Record(Type.String(), Type.Integer()),
  createdAt: DateTime,
  createdByName: Type.String(),
  finishedAt: Nullable(DateTime),
});
export type BulkChange = Static<typeof BulkChange>;

export const BulkChangeItem = Type.Object({
  itemId: Id, itemName: Type.String(), departmentName: Type.String(), before: Type.Unknown(), after: Type.Unknown(), outcome: Code(bulkOutcomes),
  reason: Nullable(Type.String()), versionId: Nullable(Id),
});
export type BulkChangeItem = Static<typeof BulkChangeItem>;

const bulkParams = Type.Object({ bulkChangeId: Id });

export const prepareBulkChange = defineOperation({
  id: 'catalog.prepare-bulk-change', method: 'POST', path: '/api/v1/catalog/bulk-changes', permission: 'catalog.item.edit', status: 201, idempotent: true,
  summary: '准备批量修改一个要素：列出每个事项的原内容、新内容和不能修改的原因', response: BulkChange,
  body: Type.Object({
    element: Text(60, { minLength: 1 }), mode: Code(bulkModes), value: Type.Optional(Type.Unknown()),
    itemIds: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
  }),
});

export const listBulkChanges = defineOperation({
  id: 'catalog.list-bulk-changes', method: 'GET', path: '/api/v1/catalog/bulk-changes', permission: 'catalog.item.edit',
  summary: '本人做过的批量修改', query: PageQuery, response: PageOf(BulkChange),
});

export const getBulkChange = defineOperation({
  id: 'catalog.get-bulk-change', method: 'GET', path: '/api/v1/catalog/bulk-changes/:bulkChangeId', permission: 'catalog.item.edit',
  summary: '一次批量修改的进展', params: bulkParams, response: BulkChange,
});

export const listBulkChangeItems = defineOperation({
  id: 'catalog.list-bulk-change-items', method: 'GET', path: '/api/v1/catalog/bulk-changes/:bulkChangeId/items', permission: 'catalog.item.edit',
  summary: '一次批量修改涉及的事项', params: bulkParams, query: Type.Object({ ...PageQuery.properties, outcome: Type.Optional(Code(bulkOutcomes)) }),
  response: PageOf(BulkChangeItem),
});

export const runBulkChange = defineOperation({
  id: 'catalog.run-bulk-change', method: 'POST', path: '/api/v1/catalog/bulk-changes/:bulkChangeId/run', permission: 'catalog.item.edit', status: 204,
  summary: '执行批量修改：在后台逐个写入草稿', params: bulkParams,
});

export const undoBulkChange = defineOperation({
  id: 'catalog.undo-bulk-change', method: 'POST', path: '/api/v1/catalog/bulk-changes/:bulkChangeId/undo', permission: 'catalog.item.edit', status: 204,
  summary: '撤销批量修改：没有再被改动的草稿恢复原样', params: bulkParams,
});
