import {
  Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static,
} from '@tongban/contract-kit';
import { Review, reviewBody } from '../../kernel/reviews/contract.ts';
import { DictionaryCode, Fee, LegalBasis, SpecialProcedure, TimeLimit } from '../catalog/elements.contract.ts';

const line = (max: number) => Text(max, { minLength: 1 });

/** 公共要素 of a material: what the superior list fixes of it; keys, forms and review points are the implementing side's. */
export const PublicMaterial = Type.Object({
  name: line(200),
  /** Code of the standard material (CAT-05). */
  standardCode: Type.Optional(Text(40)),
  type: DictionaryCode,
  form: DictionaryCode,
  necessity: DictionaryCode,
  source: DictionaryCode,
  issuingAuthority: Type.Optional(Text(200)),
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
  acceptanceStandard: Type.Optional(Text(1000)),
  basis: Type.Optional(Text(500)),
});
export type PublicMaterial = Static<typeof PublicMaterial>;

/** 公共要素: what every implementation list of the entry has in common, as far as the superior list says it. */
export const PublicElements = Type.Object({
  serviceObjects: Type.Optional(Type.Array(DictionaryCode, { maxItems: 9 })),
  projectType: Type.Optional(DictionaryCode),
  conditions: Type.Optional(Type.Array(line(1000), { maxItems: 40 })),
  materials: Type.Optional(Type.Array(PublicMaterial, { maxItems: 100 })),
  legalLimit: Type.Optional(TimeLimit),
  specialProcedures: Type.Optional(Type.Array(SpecialProcedure, { maxItems: 20 })),
  charged: Type.Optional(Type.Boolean()),
  fees: Type.Optional(Type.Array(Fee, { maxItems: 20 })),
  results: Type.Optional(Type.Array(Type.Object({ name: line(200), type: DictionaryCode, validity: Type.Optional(Text(200)) }), { maxItems: 10 })),
  quantityLimit: Type.Optional(Text(500)),
  intermediaryServices: Type.Optional(Text(500)),
  exerciseContent: Type.Optional(Text(2000)),
  authorityDivision: Type.Optional(Text(2000)),
  rightsAndDuties: Type.Optional(Text(2000)),
});
export type PublicElements = Static<typeof PublicElements>;

/** The public elements by their names, which are those of the implementation list. */
export const publicElementNames = [
  'serviceObjects', 'projectType', 'conditions', 'materials', 'legalLimit', 'specialProcedures', 'charged', 'fees', 'results', 'quantityLimit',
  'intermediaryServices', 'exerciseContent', 'authorityDivision', 'rightsAndDuties',
] as const satisfies readonly (keyof PublicElements)[];

/** Everything an implementation list takes over from its entry, and which can be locked for it. */
export const inheritedNames = ['catalogCode', 'localCatalogCode', 'name', 'taskType', 'legalBases', ...publicElementNames] as const;
export type InheritedName = (typeof inheritedNames)[number];

/** 证照分离 (国发〔2021〕7号): abolish 直接取消审批, filing 审批改为备案, promise 实行告知承诺, optimise 优化审批服务. */
export const licenceReforms = ['abolish', 'filing', 'promise', 'optimise'] as const;
export const licenceReformLabels: Readonly<Record<(typeof licenceReforms)[number], string>> = {
  abolish: '直接取消审批', filing: '审批改为备案', promise: '实行告知承诺', optimise: '优化审批服务',
};

/** Two digits; the server checks them against the list. */
const TaskType = Text(2, { pattern: '^\\d{2}$' });
const RegionCode = Text(12, { pattern: '^\\d{12}$' });

/** 基本目录要素 of one entry (domain §1.4), with the public elements and which of them are fixed for lower lists. */
export const EntryElements = Type.Object({
  name: line(1000),
  /** 基本编码, 12 characters; a local directory may have only its own code. */
  catalogCode: Type.Optional(Text(20)),
  /** 地方基本编码. */
  localCatalogCode: Type.Optional(Text(40)),
  /** Either code of the main item that this sub-item belongs to. */
  parentCode: Type.Optional(Text(40)),
  taskType: TaskType,
  /** 业务指导部门: two characters of the code, or a name where the list gives none. */
  guidanceDepartment: line(60),
  /** `exercise-level`, multiple; 7 分级管理 is claimed by cities and counties. */
  useLevels: Type.Array(DictionaryCode, { minItems: 1, maxItems: 7, uniqueItems: true }),
  legalBases: Type.Array(LegalBasis, { maxItems: 40 }),
  publicElements: PublicElements,
  lockedElements: Type.Array(Code(inheritedNames), { maxItems: inheritedNames.length, uniqueItems: true }),
  licenceReform: Type.Optional(Code(licenceReforms)),
  /** 暂停: in force, but not claimed meanwhile. */
  paused: Type.Optional(Type.Boolean()),
  remark: Type.Optional(Text(500)),
  planEffectiveDate: Type.Optional(DateOnly),
  planCancelDate: Type.Optional(DateOnly),
});
export type EntryElements = Static<typeof EntryElements>;

/** draft 草稿 → in-review 审核中 → approved 待生效 → in-force 在用 → superseded 已被替代 or cancelled 已取消. */
export const entryVersionStates = ['draft', 'in-review', 'approved', 'in-force', 'superseded', 'cancelled'] as const;
export const EntryVersionState = Code(entryVersionStates);
export type EntryVersionState = Static<typeof EntryVersionState>;
export const entryVersionStateLabels: Readonly<Record<EntryVersionState, string>> = {
  'draft': '草稿', 'in-review': '审核中', 'approved': '待生效', 'in-force': '在用', 'superseded': '已被替代', 'cancelled': '已取消',
};

/** new 尚未生效, in-force 在用, cancelled 已取消. */
export const entryStates = ['new', 'in-force', 'cancelled'] as const;
export const EntryState = Code(entryStates);
export type EntryState = Static<typeof EntryState>;

/** One line of the directory; what is in force, or the first draft while nothing is. */
export const Entry = Type.Object({
  id: Id,
  /** 基本编码, or the local code where there is none. */
  code: Type.String(),
  catalogCode: Nullable(Type.String()),
  localCatalogCode: Nullable(Type.String()),
  name: Type.String(),
  /** `000000000000` national, else the region whose directory it is of. */
  regionCode: Type.String(),
  taskType: Type.String(),
  guidanceDepartment: Type.String(),
  useLevels: Type.Array(Type.String()),
  paused: Type.Boolean(),
  state: EntryState,
  /** State of the newest version. */
  latestState: EntryVersionState,
  latestVersionId: Id,
  parent: Nullable(Type.Object({ id: Id, name: Type.String(), code: Type.String() })),
  subItemCount: Type.Integer(),
  updatedAt: DateTime,
});
export type Entry = Static<typeof Entry>;

export const EntryVersion = Type.Object({
  entryId: Id,
  versionId: Id,
  versionNumber: Type.Integer(),
  state: EntryVersionState,
  /** Send it back with an edit; a stale one is refused. */
  revision: Type.Integer(),
  /** Approving it takes the entry out of force. */
  cancels: Type.Boolean(),
  elements: EntryElements,
  createdByName: Type.String(),
  createdAt: DateTime,
  submittedAt: Nullable(DateTime),
  reviewedAt: Nullable(DateTime),
  reviewedByName: Nullable(Type.String()),
  reviewOpinion: Nullable(Type.String()),
  inForceAt: Nullable(DateTime),
  abilities: Type.Object({ edit: Type.Boolean(), submit: Type.Boolean(), withdraw: Type.Boolean(), review: Type.Boolean(), discard: Type.Boolean() }),
});
export type EntryVersion = Static<typeof EntryVersion>;

export const EntryDetail = Type.Object({
  entry: Entry,
  subItems: Type.Array(Entry),
  versions: Type.Array(EntryVersion),
  /** The newest review with what each reviewer decided and who is asked now; null when there was none. */
  review: Nullable(Review),
  abilities: Type.Object({ change: Type.Boolean() }),
});
export type EntryDetail = Static<typeof EntryDetail>;

export const EntryReceipt = Type.Object({ entryId: Id, versionId: Id, versionNumber: Type.Integer(), state: EntryVersionState, revision: Type.Integer() });
export type EntryReceipt = Static<typeof EntryReceipt>;

const entryParams = Type.Object({ entryId: Id });
const versionParams = Type.Object({ versionId: Id });
const withRevision = Type.Object({ revision: Type.Integer() });
const bodyLimit = 2_097_152;

export const listEntries = defineOperation({
  id: 'directory.list-entries', method: 'GET', path: '/api/v1/directory/entries', permission: 'directory.entry.view',
  summary: '检索基本目录：关键词支持分词、拼音和一个错字，也可以是编码的开头；不给关键词时可以只列主项，再按 parentId 展开子项',
  query: Type.Object({
    ...PageQuery.properties,
    q: Type.Optional(Text(100)),
    taskType: Type.Optional(TaskType),
    useLevel: Type.Optional(DictionaryCode),
    guidanceDepartment: Type.Optional(Text(60)),
    regionCode: Type.Optional(RegionCode),
    state: Type.Optional(EntryState),
    /** Entries whose newest version stands so: what waits for review. */
    latestState: Type.Optional(EntryVersionState),
    parentId: Type.Optional(Id),
    mainOnly: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(Entry),
});

export const getEntry = defineOperation({
  id: 'directory.get-entry', method: 'GET', path: '/api/v1/directory/entries/:entryId', permission: 'directory.entry.view',
  summary: '查看一个目录事项、它的子项和全部版本', params: entryParams, response: EntryDetail,
});

export const createEntry = defineOperation({
  id: 'directory.create-entry', method: 'POST', path: '/api/v1/directory/entries', permission: 'directory.entry.edit', status: 201, idempotent: true, bodyLimit,
  summary: '新增目录事项及其第一个草稿', body: Type.Object({ regionCode: RegionCode, elements: EntryElements }), response: EntryReceipt,
});

export const startEntryVersion = defineOperation({
  id: 'directory.start-version', method: 'POST', path: '/api/v1/directory/entries/:entryId/versions', permission: 'directory.entry.edit', status: 201, idempotent: true,
  summary: '以在用版本为基础新建草稿；cancels 表示拟取消这个目录事项', params: entryParams,
  body: Type.Object({ cancels: Type.Optional(Type.Boolean()) }), response: EntryReceipt,
});

export const editEntryVersion = defineOperation({
  id: 'directory.edit-version', method: 'PUT', path: '/api/v1/directory/versions/:versionId', permission: 'directory.entry.edit', bodyLimit,
  summary: '保存目录事项的草稿', params: versionParams, body: Type.Object({ revision: Type.Integer(), elements: EntryElements }), response: EntryReceipt,
});

export const discardEntryVersion = defineOperation({
  id: 'directory.discard-version', method: 'POST', path: '/api/v1/directory/versions/:versionId/discard', permission: 'directory.entry.edit', status: 204,
  summary: '丢弃草稿', params: versionParams, body: withRevision,
});

export const submitEntryVersion = defineOperation({
  id: 'directory.submit-version', method: 'POST', path: '/api/v1/directory/versions/:versionId/submit', permission: 'directory.entry.edit',
  summary: '提交基本目录审核', params: versionParams, body: withRevision, response: EntryReceipt,
});

export const withdrawEntryVersion = defineOperation({
  id: 'directory.withdraw-version', method: 'POST', path: '/api/v1/directory/versions/:versionId/withdraw', permission: 'directory.entry.edit',
  summary: '从审核中撤回', params: versionParams, body: withRevision, response: EntryReceipt,
});

export const reviewEntryVersion = defineOperation({
  id: 'directory.review-version', method: 'POST', path: '/api/v1/directory/versions/:versionId/review', permission: 'directory.entry.review',
  summary: '基本目录、公共要素审核：通过即生效（计划生效日期在后的，到日生效），或退回修改；提交人不能审核自己的版本', params: versionParams,
  body: Type.Object({ revision: Type.Integer(), ...reviewBody }),
  response: EntryReceipt,
});

/** Why one row of a file was left out; `sheet` where it is not a row of the main one. */
export const RejectedRow = Type.Object({ sheet: Type.Optional(Type.String()), number: Type.Integer(), code: Type.String(), name: Type.String(), reasons: Type.Array(Type.String()) });
export type RejectedRow = Static<typeof RejectedRow>;

/** in-review 待审核 → approving 正在生效 → approved 已生效; returned 已退回; empty 无变化, when every row was as it is. */
export const entryImportStates = ['in-review', 'approving', 'approved', 'returned', 'empty'] as const;

export const EntryImport = Type.Object({
  id: Id,
  fileName: Type.String(),
  regionCode: Type.String(),
  /** directory: a list of the basic directory; items: a list of implementation lists, from which entries are derived. */
  format: Code(['directory', 'items'] as const),
  read: Type.Integer(), created: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), rejected: Type.Integer(),
  /** The first 200 rows left out. */
  rejections: Type.Array(RejectedRow),
  state: Code(entryImportStates),
  version: Type.Integer(),
  importedAt: DateTime,
  importedByName: Type.String(),
  reviewedByName: Nullable(Type.String()),
  reviewOpinion: Nullable(Type.String()),
  /** Versions that have come into force so far. */
  approvedCount: Type.Integer(),
  /** How many could not come into force, with the first reasons. */
  failures: Type.Array(RejectedRow),
  abilities: Type.Object({ review: Type.Boolean() }),
});
export type EntryImport = Static<typeof EntryImport>;

/** One row that would change its entry, or cancel it, with what it says otherwise. */
export const PreviewedChange = Type.Object({
  number: Type.Integer(), code: Type.String(), name: Type.String(), cancels: Type.Boolean(),
  differences: Type.Array(Type.Object({ element: Type.String(), label: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
});
export type PreviewedChange = Static<typeof PreviewedChange>;

/** What an import would come to; of the rows left out and of the changes the first 200. */
export const EntryImportPreview = Type.Object({
  format: EntryImport.properties.format, read: Type.Integer(), created: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), rejected: Type.Integer(),
  rejections: Type.Array(RejectedRow), changes: Type.Array(PreviewedChange),
});
export type EntryImportPreview = Static<typeof EntryImportPreview>;

export const previewImport = defineOperation({
  id: 'directory.preview-import', method: 'POST', path: '/api/v1/directory/import-previews', permission: 'directory.entry.edit', bodyKind: 'multipart',
  summary: '预览导入（字段同导入）：新增、变更、不变和不能导入的行数，变更前后的内容，不能导入的原因；不写入任何内容', response: EntryImportPreview,
});

export const importEntries = defineOperation({
  id: 'directory.import-entries', method: 'POST', path: '/api/v1/directory/imports', permission: 'directory.entry.edit', status: 201, bodyKind: 'multipart',
  summary: '导入国家、省基本目录或事项清单（字段 file 为 JSON 或 xlsx，regionCode 为目录所属区划）；变化的行成为待审核的版本，同一文件再次导入不产生变化',
  response: EntryImport,
});

export const getEntryTemplate = defineOperation({
  id: 'directory.get-template', method: 'GET', path: '/api/v1/directory/import-template', permission: 'directory.entry.edit', responseKind: 'binary',
  summary: '下载基本目录的导入模板（xlsx，带下拉选项和填写说明）',
});

export const listEntryImports = defineOperation({
  id: 'directory.list-imports', method: 'GET', path: '/api/v1/directory/imports', permission: 'directory.entry.view',
  summary: '目录导入记录，新的在前', query: PageQuery, response: PageOf(EntryImport),
});

export const getEntryImport = defineOperation({
  id: 'directory.get-import', method: 'GET', path: '/api/v1/directory/imports/:importId', permission: 'directory.entry.view',
  summary: '查看一次目录导入', params: Type.Object({ importId: Id }), response: EntryImport,
});

export const reviewEntryImport = defineOperation({
  id: 'directory.review-import', method: 'POST', path: '/api/v1/directory/imports/:importId/review', permission: 'directory.entry.review',
  summary: '审核一次导入的全部版本；导入人不能审核自己的导入', params: Type.Object({ importId: Id }),
  body: Type.Object({ version: Type.Integer(), ...reviewBody }), response: EntryImport,
});
