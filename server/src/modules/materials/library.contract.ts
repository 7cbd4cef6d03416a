import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { ReviewPoint, VersionState } from '../catalog/contract.ts';

/** application 申请材料: what an applicant gives; issued 核发材料: what the government gives out. */
export const materialKinds = ['application', 'issued'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** draft 草稿 → active 在用 → retired 停用; merged 已归并: another material stands for it. */
export const materialStates = ['draft', 'active', 'retired', 'merged'] as const;
export const MaterialState = Code(materialStates);
export type MaterialState = Static<typeof MaterialState>;

/** blank-form 空白表格 and example 示例样表 are public; pass-sample 合格样本 and fail-sample 不合格样本 are for those who review. */
export const fileKinds = ['blank-form', 'example', 'pass-sample', 'fail-sample'] as const;
export const FileKind = Code(fileKinds);
export type FileKind = Static<typeof FileKind>;

export type PointStage = Static<typeof ReviewPoint>['stage'];

/** Code of a standard material, `CL-000123`. */
export const MaterialCode = Text(40, { minLength: 1, pattern: '^[0-9A-Za-z-]+$' });

/** A code of one of the platform's code lists; the server checks it against the list. */
const ListCode = Text(20, { minLength: 1, pattern: '^[0-9A-Za-z-]+$' });
const line = (max: number) => Text(max, { minLength: 1 });

/** What the library says of a material (CAT-05). */
export const MaterialContent = Type.Object({
  kind: Code(materialKinds),
  name: line(200),
  /** Other names that mean the same, e.g. 工商营业执照. */
  aliases: Type.Array(line(200), { maxItems: 100 }),
  /** `material-type` */
  type: ListCode,
  /** `material-form` */
  form: ListCode,
  /** `material-necessity`: what an item starts with. */
  necessity: ListCode,
  /** `material-source` */
  source: ListCode,
  sourceExplanation: Type.Optional(Text(500)),
  issuingAuthority: Type.Optional(Text(200)),
  pageFormat: Type.Optional(Text(60)),
  acceptanceStandard: Type.Optional(Text(1000)),
  fillingInstructions: Type.Optional(Text(1000)),
  /** Holds personal or business secrets; whoever receives it takes care of it. */
  sensitive: Type.Boolean(),
  /** Licence types that this material is. */
  licenceTypes: Type.Array(Text(60, { minLength: 1 }), { maxItems: 10 }),
});
export type MaterialContent = Static<typeof MaterialContent>;

export const MaterialName = Type.Object({ id: Id, code: Type.String(), name: Type.String() });

export const MaterialSummary = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  kind: Code(materialKinds),
  type: Type.String(),
  source: Type.String(),
  issuingAuthority: Nullable(Type.String()),
  sensitive: Type.Boolean(),
  licenceTypes: Type.Array(Type.String()),
  state: MaterialState,
  revision: Type.Integer(),
  /** Items that ask for it now, by its code or one that was merged into it. */
  itemCount: Type.Integer(),
  fileCount: Type.Integer(),
  mergedInto: Nullable(MaterialName),
  updatedAt: DateTime,
});
export type MaterialSummary = Static<typeof MaterialSummary>;

/** A page of found materials; `match` says how they were found. */
export const MaterialSearchPage = Type.Object({
  items: Type.Array(MaterialSummary),
  nextCursor: Nullable(Type.String()),
  match: Code(['all', 'code', 'words', 'pinyin', 'similar', 'some-words'] as const),
});
export type MaterialSearchPage = Static<typeof MaterialSearchPage>;

export const MaterialFile = Type.Object({
  id: Id,
  kind: FileKind,
  title: Type.String(),
  note: Nullable(Type.String()),
  /** The review point it shows; null when it shows the material as a whole. */
  reviewPointId: Nullable(Id),
  /** Code under which it was added; another one after a merge. */
  materialCode: Type.String(),
  name: Type.String(),
  size: Type.Integer(),
  mediaType: Type.String(),
  addedByName: Type.String(),
  addedAt: DateTime,
});
export type MaterialFile = Static<typeof MaterialFile>;

/** A review point of the library (GDE-03), taken over by items with its id. */
export const LibraryPoint = Type.Object({
  id: Id,
  stage: ReviewPoint.properties.stage,
  text: Type.String(),
  basis: Nullable(Type.String()),
  materialCode: Type.String(),
  updatedByName: Type.String(),
  updatedAt: DateTime,
});
export type LibraryPoint = Static<typeof LibraryPoint>;

export const MaterialView = Type.Object({
  id: Id,
  code: Type.String(),
  content: MaterialContent,
  state: MaterialState,
  stateReason: Nullable(Type.String()),
  revision: Type.Integer(),
  itemCount: Type.Integer(),
  mergedInto: Nullable(MaterialName),
  /** Materials whose codes mean this one. */
  merged: Type.Array(MaterialName),
  files: Type.Array(MaterialFile),
  points: Type.Array(LibraryPoint),
  createdByName: Type.String(),
  createdAt: DateTime,
  updatedByName: Type.String(),
  updatedAt: DateTime,
  abilities: Type.Object({ edit: Type.Boolean(), activate: Type.Boolean(), retire: Type.Boolean(), merge: Type.Boolean(), substitute: Type.Boolean() }),
});
export type MaterialView = Static<typeof MaterialView>;

/** One place where an item asks for the material. */
export const MaterialUse = Type.Object({
  itemId: Id,
  itemName: Type.String(),
  departmentName: Type.String(),
  versionId: Id,
  versionNumber: Type.Integer(),
  versionState: VersionState,
  key: Type.String(),
  /** Name in the item. */
  name: Type.String(),
  standardCode: Nullable(Type.String()),
});
export type MaterialUse = Static<typeof MaterialUse>;

const materialParams = Type.Object({ materialId: Id });
const fileParams = Type.Object({ materialId: Id, fileId: Id });
const pointParams = Type.Object({ materialId: Id, pointId: Id });
const PointContent = Type.Object({ stage: ReviewPoint.properties.stage, text: line(500), basis: Type.Optional(Text(500)) });

/** What narrows a list of standard materials; all together. */
const MaterialFilter = Type.Object({
  q: Type.Optional(Text(100)),
  kind: Type.Optional(Code(materialKinds)),
  state: Type.Optional(MaterialState),
  type: Type.Optional(ListCode),
  source: Type.Optional(ListCode),
  sensitive: Type.Optional(Type.Boolean()),
  /** With or without items that ask for it. */
  used: Type.Optional(Type.Boolean()),
  /** With or without a licence type that it is. */
  withLicenceType: Type.Optional(Type.Boolean()),
});

export const listMaterials = defineOperation({
  id: 'materials.list-materials', method: 'GET', path: '/api/v1/standard-materials', permission: 'materials.material.view',
  summary: '检索标准材料：编码、名称、别名，支持分词、拼音和一个错字',
  query: Type.Object({ ...PageQuery.properties, ...MaterialFilter.properties }),
  response: MaterialSearchPage,
});

/** The most rows of one export. */
export const mostExportedMaterials = 50_000;

export const exportMaterials = defineOperation({
  id: 'materials.export-materials', method: 'GET', path: '/api/v1/standard-materials/export', permission: 'materials.material.view', responseKind: 'binary',
  summary: '把筛选出的标准材料导出为 Excel，最多五万行', query: MaterialFilter,
});

export const getMaterial = defineOperation({
  id: 'materials.get-material', method: 'GET', path: '/api/v1/standard-materials/:code', permission: 'materials.material.view',
  summary: '查看一个标准材料：内容、文件、审查要点、归并情况', params: Type.Object({ code: MaterialCode }), response: MaterialView,
});

export const createMaterial = defineOperation({
  id: 'materials.create-material', method: 'POST', path: '/api/v1/standard-materials', permission: 'materials.material.edit',
  summary: '新建标准材料草稿，自动编号', status: 201, idempotent: true, body: MaterialContent, response: MaterialView,
});

export const editMaterial = defineOperation({
  id: 'materials.edit-material', method: 'PUT', path: '/api/v1/standard-materials/:materialId', permission: 'materials.material.edit',
  summary: '修改标准材料', params: materialParams, body: Type.Object({ revision: Type.Integer(), content: MaterialContent }), response: MaterialView,
});

export const changeMaterialState = defineOperation({
  id: 'materials.change-state', method: 'POST', path: '/api/v1/standard-materials/:materialId/state', permission: 'materials.material.edit',
  summary: '启用或停用标准材料；停用要写明原因', params: materialParams,
  body: Type.Object({ revision: Type.Integer(), action: Code(['activate', 'retire'] as const), reason: Type.Optional(Text(500)) }),
  response: MaterialView,
});

export const listMaterialUses = defineOperation({
  id: 'materials.list-uses', method: 'GET', path: '/api/v1/standard-materials/:materialId/uses', permission: 'materials.material.view',
  summary: '哪些事项的哪个版本在用这个材料', params: materialParams, query: PageQuery, response: PageOf(MaterialUse),
});

export const addMaterialFile = defineOperation({
  id: 'materials.add-file', method: 'POST', path: '/api/v1/standard-materials/:materialId/files', permission: 'materials.material.edit',
  summary: '添加空白表格、示例样表或审查样本（先上传文件）', params: materialParams, status: 201, idempotent: true,
  body: Type.Object({ fileId: Id, kind: FileKind, title: line(100), note: Type.Optional(Text(500)), reviewPointId: Type.Optional(Id) }),
  response: MaterialView,
});

export const removeMaterialFile = defineOperation({
  id: 'materials.remove-file', method: 'DELETE', path: '/api/v1/standard-materials/:materialId/files/:fileId', permission: 'materials.material.edit',
  summary: '移除材料的一个文件', params: fileParams, response: MaterialView,
});

export const downloadMaterialFile = defineOperation({
  id: 'materials.download-file', method: 'GET', path: '/api/v1/standard-materials/:materialId/files/:fileId', permission: 'materials.material.view',
  summary: '打开材料的一个文件', params: fileParams, responseKind: 'binary',
});

export const addReviewPoint = defineOperation({
  id: 'materials.add-review-point', method: 'POST', path: '/api/v1/standard-materials/:materialId/review-points', permission: 'materials.material.edit',
  summary: '为材料的一个环节添加可复用的审查要点', params: materialParams, status: 201, idempotent: true, body: PointContent, response: MaterialView,
});

export const editReviewPoint = defineOperation({
  id: 'materials.edit-review-point', method: 'PUT', path: '/api/v1/standard-materials/:materialId/review-points/:pointId',
  permission: 'materials.material.edit', summary: '修改审查要点；已采用它的事项版本不变', params: pointParams, body: PointContent, response: MaterialView,
});

export const removeReviewPoint = defineOperation({
  id: 'materials.remove-review-point', method: 'DELETE', path: '/api/v1/standard-materials/:materialId/review-points/:pointId',
  permission: 'materials.material.edit', summary: '移除审查要点及其样本', params: pointParams, response: MaterialView,
});
