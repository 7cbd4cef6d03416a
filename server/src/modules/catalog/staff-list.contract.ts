import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { DictionaryCode, LifeStageCode } from './elements.contract.ts';
import { VersionState } from './version-state.contract.ts';

/** A remark of the importer about a source row, e.g. a department code whose check character is wrong. */
export const ImportFinding = Type.Object({ code: Type.String(), message: Type.String() });
export type ImportFinding = Static<typeof ImportFinding>;

export const StaffItem = Type.Object({
  id: Id,
  localTaskCode: Type.String(),
  name: Type.String(),
  taskType: Type.String(),
  regionCode: Type.String(),
  department: Type.Object({ id: Id, name: Type.String() }),
  source: Code(['platform', 'import'] as const),
  /** State of the newest version. */
  state: VersionState,
  publishedVersionId: Nullable(Id),
  latestVersionId: Id,
  latestVersionNumber: Type.Integer(),
  importFindings: Type.Array(ImportFinding),
  catalogCode: Nullable(Type.String()),
  /** The implementation list this handling item (业务办理项) belongs to. */
  parentItemId: Nullable(Id),
  tags: Type.Array(Type.String()),
  /** Faults that keep the newest version from review; null until it was checked. */
  errorCount: Nullable(Type.Integer()),
  updatedAt: DateTime,
});
export type StaffItem = Static<typeof StaffItem>;

/** faulty 有必须修改的问题, clean 没有, unchecked 还没有检查. */
export const qualityFilters = ['faulty', 'clean', 'unchecked'] as const;
/** updated 最近更新在前, name 按名称, code 按地方实施编码. */
export const staffItemOrders = ['updated', 'name', 'code'] as const;

const filters = {
  q: Type.Optional(Text(100)),
  state: Type.Optional(VersionState),
  taskType: Type.Optional(Text(2, { pattern: '^\\d{2}$' })),
  departmentId: Type.Optional(Id),
  /** A region and everything inside it. */
  regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })),
  tag: Type.Optional(DictionaryCode),
  lifeStage: Type.Optional(LifeStageCode),
  quality: Type.Optional(Code(qualityFilters)),
  source: Type.Optional(Code(['platform', 'import'] as const)),
  withFindings: Type.Optional(Type.Boolean()),
  catalogCode: Type.Optional(Text(20)),
  parentItemId: Type.Optional(Id),
  /** Only items whose department was closed. */
  departmentClosed: Type.Optional(Type.Boolean()),
  order: Type.Optional(Code(staffItemOrders)),
};

export const listStaffItems = defineOperation({
  id: 'catalog.list-staff-items', method: 'GET', path: '/api/v1/catalog/items', permission: 'catalog.item.view',
  summary: '按条件列出本单位可管理的事项', query: Type.Object({ ...PageQuery.properties, ...filters }), response: PageOf(StaffItem),
});

export const exportStaffItems = defineOperation({
  id: 'catalog.export-staff-items', method: 'GET', path: '/api/v1/catalog/items/export', permission: 'catalog.item.view', responseKind: 'binary',
  summary: '把符合条件的事项导出为 Excel', query: Type.Object(filters),
});
