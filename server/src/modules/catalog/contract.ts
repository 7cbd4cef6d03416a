import {
  Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static,
} from '@tongban/contract-kit';
import { StoredFile } from '../../kernel/files/contract.ts';
import { defineCommentOperations, Review, reviewBody } from '../../kernel/reviews/contract.ts';
import { DictionaryCode, ItemElements, LifeStageCode } from './elements.contract.ts';
import { QualityFinding } from './quality.contract.ts';
import { StaffItem } from './staff-list.contract.ts';
import { VersionState } from './version-state.contract.ts';

export {
  AnswerCondition, ApplicationMaterial, ConditionPoint, Faq, Fee, FlowStep, Handling, HandlingDepartment, handlingRoleLabels, ItemElements, ItemForm, ItemResult,
  LegalBasis, Levy, LocalKey, MaterialSample, Penalty, Question, Questionnaire, QuestionOption, ReviewPoint, ServiceWindow, Situation, SpecialProcedure,
  TimeLimit,
} from './elements.contract.ts';
export {
  elementGroups, elementInfo, elementLabel, elementLabels, elementNames, elementsOf, isElementName, type ElementGroup, type ElementInfo, type ElementKind,
  type ElementName,
} from './element-labels.contract.ts';
export {
  QualityFinding, RuleGroup, ruleGroupLabels, ruleGroups, RuleParameterValue, ruleSeverities, RuleSeverity,
} from './quality.contract.ts';
export { compareElements, type ElementDifference } from './compare-elements.contract.ts';
export { entriesByIdentity, identityOf, isMembers, isSame, titleOf, type Members } from './element-entries.contract.ts';
export { alternativesOf, conditionsHold, conditionsMayHold, isNeeded, type Answers, type Conjunction } from './questionnaire/answer-conditions.contract.ts';
export { drawDiagram, findAnswersTo, type Diagram, type DiagramEdge, type DiagramNode, type EndNode, type QuestionNode } from './questionnaire/diagram.contract.ts';
export { checkQuestionnaire, guidedPartOf, type GuidedElements, type QuestionnaireReport } from './questionnaire/check-questionnaire.contract.ts';
export { QuestionnaireFault } from './questionnaire/questionnaire-fault.contract.ts';
export { mergeDocuments, mergeElements, type MergeChoice, type MergeConflict } from './merge-elements.contract.ts';
export { exportStaffItems, ImportFinding, listStaffItems, qualityFilters, StaffItem, staffItemOrders } from './staff-list.contract.ts';
export {
  BulkChange, BulkChangeItem, bulkModes, bulkOutcomes, bulkStates, createFromTemplate, createHandlingItem, discardDraft, getBulkChange, ItemTag, ItemTemplate,
  listBulkChangeItems, listBulkChanges, listTags, listTemplates, moveItem, prepareBulkChange, runBulkChange, saveTag, setParentItem, setTemplate, undoBulkChange,
  type BulkMode, type BulkOutcome, type BulkState,
} from './management.contract.ts';
export { addFormPart, editFormPart, FormPart, FormPartUse, listFormParts, listFormPartUses } from './form-parts.contract.ts';
export { copyForm, listForms, StaffForm } from './form-list.contract.ts';
export { listConditionPoints, listReviewPoints, pathOfPoint, type PlacedPoint, type ReviewedCase } from './review-points.contract.ts';
export { versionStates, VersionState } from './version-state.contract.ts';

export const audiences = ['person', 'company'] as const;
export type Audience = (typeof audiences)[number];

/** One line of a list of items, everything a card shows. */
export const ItemSummary = Type.Object({
  id: Id,
  versionId: Id,
  name: Type.String(),
  mainItemName: Nullable(Type.String()),
  summary: Nullable(Type.String()),
  taskType: Type.String(),
  regionCode: Type.String(),
  department: Type.Object({ id: Id, name: Type.String() }),
  audiences: Type.Array(Code(audiences)),
  projectType: Nullable(Type.String()),
  /** Working days; 0 for a 即办件; null when the list did not say. */
  promisedDays: Nullable(Type.Integer()),
  legalDays: Nullable(Type.Integer()),
  visitCount: Nullable(Type.Integer()),
  onlineAvailable: Type.Boolean(),
  /** platform: apply here; external: `url` leads to another site; window: only at a counter. */
  handlingMode: Code(['platform', 'external', 'window'] as const),
  url: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
});
export type ItemSummary = Static<typeof ItemSummary>;

/** A page of found items; `match` says how they were found: every word, some word, pinyin, or a similar name (typo). */
export const ItemSearchPage = Type.Object({
  items: Type.Array(ItemSummary),
  nextCursor: Nullable(Type.String()),
  match: Code(['all', 'words', 'some-words', 'pinyin', 'similar'] as const),
});
export type ItemSearchPage = Static<typeof ItemSearchPage>;

const itemParams = Type.Object({ itemId: Id });
const versionParams = Type.Object({ versionId: Id });
const fileParams = Type.Object({ versionId: Id, fileId: Id });

/** Published guide of one item; also what a case pins by `versionId`. */
export const ItemGuide = Type.Object({
  itemId: Id,
  versionId: Id,
  versionNumber: Type.Integer(),
  state: VersionState,
  publishedAt: Nullable(DateTime),
  elements: ItemElements,
});
export type ItemGuide = Static<typeof ItemGuide>;

/** The life of a licence: which items issue, change, renew and end it (CAT-07). */
export const LicenceLife = Type.Object({
  licenceTypeCode: Type.String(),
  licenceName: Type.String(),
  stages: Type.Array(Type.Object({ stage: Type.String(), name: Type.String(), items: Type.Array(Type.Object({ itemId: Id, name: Type.String(), departmentName: Type.String() })) })),
});
export type LicenceLife = Static<typeof LicenceLife>;

export const Suggestion = Type.Object({ itemId: Id, name: Type.String(), departmentName: Type.String(), onlineAvailable: Type.Boolean() });
export const Theme = Type.Object({ code: Type.String(), name: Type.String(), audience: Code(audiences), itemCount: Type.Integer() });
/** A stage in the life of a person or a company with what is offered at it, the most used first (CAT-07). */
export const LifeStage = Type.Object({
  code: Type.String(), name: Type.String(), audience: Code(audiences), itemCount: Type.Integer(),
  items: Type.Array(Type.Object({ itemId: Id, name: Type.String() })),
});
export type LifeStage = Static<typeof LifeStage>;
export const ItemDepartment = Type.Object({ id: Id, name: Type.String(), regionCode: Type.String(), itemCount: Type.Integer() });

/** One entry of a code list; entries out of use stay so that old records keep their name. */
export const DictionaryEntry = Type.Object({
  code: Type.String(), name: Type.String(), order: Type.Integer(), active: Type.Boolean(), parentCode: Nullable(Type.String()),
});

export const VersionAbilities = Type.Object({
  edit: Type.Boolean(), submit: Type.Boolean(), withdraw: Type.Boolean(), comment: Type.Boolean(), review: Type.Boolean(), publish: Type.Boolean(), retire: Type.Boolean(),
});

export const ItemVersion = Type.Object({
  itemId: Id,
  versionId: Id,
  versionNumber: Type.Integer(),
  state: VersionState,
  /** Send it back with an edit; a stale one is refused, so that two editors do not overwrite each other. */
  revision: Type.Integer(),
  elements: ItemElements,
  /** Elements that the superior list has fixed; a change of one is refused. */
  lockedElements: Type.Array(Type.String()),
  createdAt: DateTime,
  createdByName: Nullable(Type.String()),
  submittedAt: Nullable(DateTime),
  reviewedAt: Nullable(DateTime),
  reviewOpinion: Nullable(Type.String()),
  publishedAt: Nullable(DateTime),
  /** Who wrote the content last. */
  savedAt: Nullable(DateTime),
  savedByName: Nullable(Type.String()),
  findings: Type.Array(QualityFinding),
  /** The newest review with what each reviewer decided and who is asked now; null when it was never submitted. */
  review: Nullable(Review),
  /** Remarks that are not dealt with. */
  openComments: Type.Integer(),
  abilities: VersionAbilities,
});
export type ItemVersion = Static<typeof ItemVersion>;

export const ItemVersionLine = Type.Object({
  versionId: Id, versionNumber: Type.Integer(), state: VersionState, createdAt: DateTime, publishedAt: Nullable(DateTime),
  createdByName: Type.String(), templateName: Nullable(Type.String()), planEffectiveDate: Nullable(Type.String()),
});
export const StaffItemDetail = Type.Object({
  item: StaffItem,
  versions: Type.Array(ItemVersionLine),
  /** The implementation list above a handling item. */
  parent: Nullable(Type.Object({ id: Id, name: Type.String(), latestVersionId: Id })),
  /** 业务办理项 of an implementation list. */
  handlingItems: Type.Array(Type.Object({ id: Id, name: Type.String(), code: Nullable(Type.String()), state: VersionState, published: Type.Boolean(), latestVersionId: Id })),
  /** The implementing department was closed: the item waits to be moved to the one that took over. */
  departmentClosed: Type.Boolean(),
});

/** One difference between two versions; `before` or `after` is absent when the element was added or removed. */
export const VersionDifference = Type.Object({
  path: Type.String(),
  label: Type.String(),
  kind: Code(['added', 'removed', 'changed'] as const),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
});

/** What a state change answers. */
export const VersionReceipt = Type.Object({ itemId: Id, versionId: Id, versionNumber: Type.Integer(), state: VersionState, revision: Type.Integer() });

/** What saving a draft answers: what is still wrong with it, so that an editor shows it at the element. */
export const SavedDraft = Type.Object({ ...VersionReceipt.properties, savedAt: DateTime, findings: Type.Array(QualityFinding) });
export type SavedDraft = Static<typeof SavedDraft>;

export const searchItems = defineOperation({
  id: 'catalog.search-items', method: 'GET', path: '/api/v1/items', permission: 'public',
  summary: '检索服务事项：关键词支持分词、拼音和一个错字；无关键词时按常用程度列出',
  query: Type.Object({
    ...PageQuery.properties,
    q: Type.Optional(Text(100)),
    audience: Type.Optional(Code(audiences)),
    taskType: Type.Optional(Text(2, { pattern: '^\\d{2}$' })),
    departmentId: Type.Optional(Id),
    theme: Type.Optional(DictionaryCode),
    lifeStage: Type.Optional(LifeStageCode),
    /** A region and everything inside it. */
    regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })),
    onlineOnly: Type.Optional(Type.Boolean()),
  }),
  response: ItemSearchPage,
});

export const suggestItems = defineOperation({
  id: 'catalog.suggest-items', method: 'GET', path: '/api/v1/items/suggest', permission: 'public',
  summary: '输入时联想服务事项名称，支持拼音和首字母',
  query: Type.Object({ q: Text(50, { minLength: 1 }), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) }),
  response: Type.Object({ suggestions: Type.Array(Suggestion) }),
});

export const listHotItems = defineOperation({
  id: 'catalog.list-hot-items', method: 'GET', path: '/api/v1/items/hot', permission: 'public',
  summary: '近期办理最多的服务事项',
  query: Type.Object({ audience: Type.Optional(Code(audiences)), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })) }),
  response: Type.Object({ items: Type.Array(ItemSummary) }),
});

export const getItemGuide = defineOperation({
  id: 'catalog.get-item-guide', method: 'GET', path: '/api/v1/items/:itemId', permission: 'public',
  summary: '查看已发布的办事指南', params: itemParams, response: ItemGuide,
});

export const listLicenceLives = defineOperation({
  id: 'catalog.list-licence-lives', method: 'GET', path: '/api/v1/items/:itemId/licence-lives', permission: 'public',
  summary: '事项的证照从核发到注销各由哪些事项办理', params: itemParams, response: Type.Object({ licences: Type.Array(LicenceLife) }),
});

export const getPublishedVersion = defineOperation({
  id: 'catalog.get-published-version', method: 'GET', path: '/api/v1/item-versions/:versionId', permission: 'public',
  summary: '查看某个曾经发布的办事指南版本', params: versionParams, response: ItemGuide,
});

export const listThemes = defineOperation({
  id: 'catalog.list-themes', method: 'GET', path: '/api/v1/item-themes', permission: 'public',
  summary: '个人和法人主题分类及其事项数', query: Type.Object({ audience: Type.Optional(Code(audiences)) }),
  response: Type.Object({ themes: Type.Array(Theme) }),
});

export const listLifeStages = defineOperation({
  id: 'catalog.list-life-stages', method: 'GET', path: '/api/v1/item-life-stages', permission: 'public',
  summary: '个人、企业全生命周期的各个阶段及其事项数', query: Type.Object({ audience: Type.Optional(Code(audiences)) }),
  response: Type.Object({ stages: Type.Array(LifeStage) }),
});

export const listItemDepartments = defineOperation({
  id: 'catalog.list-item-departments', method: 'GET', path: '/api/v1/item-departments', permission: 'public',
  summary: '实施部门及其事项数', query: Type.Object({ regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })) }),
  response: Type.Object({ departments: Type.Array(ItemDepartment) }),
});

export const getDictionary = defineOperation({
  id: 'catalog.get-dictionary', method: 'GET', path: '/api/v1/dictionaries/:dictionary', permission: 'public',
  summary: '查看一个代码表', params: Type.Object({ dictionary: Text(60) }),
  response: Type.Object({ dictionary: Type.String(), name: Type.String(), entries: Type.Array(DictionaryEntry) }),
});

/** A table as it lies on paper; cells are counted from 0, every place is in one of them. */
export const PaperTable = Type.Object({
  title: Type.String(),
  widths: Type.Array(Type.Number()),
  rowCount: Type.Integer(),
  cells: Type.Array(Type.Object({ row: Type.Integer(), column: Type.Integer(), rowSpan: Type.Integer(), colSpan: Type.Integer(), text: Type.String() })),
});
export type PaperTable = Static<typeof PaperTable>;

export const readPaperForm = defineOperation({
  id: 'catalog.read-paper-form', method: 'POST', path: '/api/v1/catalog/paper-forms', permission: 'catalog.item.edit', bodyKind: 'multipart',
  summary: '读取 Word 或 Excel 表格的版面（字段名 file），作为表单的起点；不保存文件', response: PaperTable,
});

export const listDictionaries = defineOperation({
  id: 'catalog.list-dictionaries', method: 'GET', path: '/api/v1/catalog/dictionaries', permission: 'catalog.item.view',
  summary: '列出全部代码表，供表单的选择题取用', response: Type.Object({ dictionaries: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })) }),
});

export const getStaffItem = defineOperation({
  id: 'catalog.get-staff-item', method: 'GET', path: '/api/v1/catalog/items/:itemId', permission: 'catalog.item.view',
  summary: '查看事项及其全部版本', params: itemParams, response: StaffItemDetail,
});

export const getItemVersion = defineOperation({
  id: 'catalog.get-item-version', method: 'GET', path: '/api/v1/catalog/versions/:versionId', permission: 'catalog.item.view',
  summary: '查看一个版本的全部要素、质量检查结果和可做的操作', params: versionParams, response: ItemVersion,
});

export const createItem = defineOperation({
  id: 'catalog.create-item', method: 'POST', path: '/api/v1/catalog/items', permission: 'catalog.item.edit',
  summary: '新建事项及其第一个草稿', body: Type.Object({ elements: ItemElements }), response: VersionReceipt, status: 201,
  idempotent: true, bodyLimit: 2_097_152,
});

export const createDraft = defineOperation({
  id: 'catalog.create-draft', method: 'POST', path: '/api/v1/catalog/items/:itemId/versions', permission: 'catalog.item.edit',
  summary: '以最新版本或指定版本（回滚）为基础新建草稿', params: itemParams,
  body: Type.Object({ fromVersionId: Type.Optional(Id) }), response: VersionReceipt, status: 201, idempotent: true,
});

export const editDraft = defineOperation({
  id: 'catalog.edit-draft', method: 'PUT', path: '/api/v1/catalog/versions/:versionId', permission: 'catalog.item.edit',
  summary: '保存草稿', params: versionParams, body: Type.Object({ revision: Type.Integer(), elements: ItemElements }),
  response: SavedDraft, bodyLimit: 2_097_152,
});

export const listVersionFiles = defineOperation({
  id: 'catalog.list-version-files', method: 'GET', path: '/api/v1/catalog/versions/:versionId/files', permission: 'catalog.item.view',
  summary: '一个版本引用的空白表格和样本', params: versionParams, response: Type.Object({ files: Type.Array(StoredFile) }),
});

export const downloadVersionFile = defineOperation({
  id: 'catalog.download-version-file', method: 'GET', path: '/api/v1/catalog/versions/:versionId/files/:fileId', permission: 'catalog.item.view',
  summary: '下载一个版本引用的空白表格或样本', params: fileParams, responseKind: 'binary',
});

export const downloadPointSample = defineOperation({
  id: 'catalog.download-point-sample', method: 'GET', path: '/api/v1/item-versions/:versionId/point-samples/:fileId', permission: 'catalog.item.view',
  summary: '审查时打开受理条件审查要点的样本', params: fileParams, responseKind: 'binary',
});

export const downloadGuideFile = defineOperation({
  id: 'catalog.download-guide-file', method: 'GET', path: '/api/v1/item-versions/:versionId/files/:fileId', permission: 'public',
  summary: '下载办事指南中的空白表格或样本', params: fileParams, responseKind: 'binary',
});

export const submitVersion = defineOperation({
  id: 'catalog.submit-version', method: 'POST', path: '/api/v1/catalog/versions/:versionId/submit', permission: 'catalog.item.edit',
  summary: '提交审核', params: versionParams, body: Type.Object({ revision: Type.Integer() }), response: VersionReceipt,
});

export const reviewVersion = defineOperation({
  id: 'catalog.review-version', method: 'POST', path: '/api/v1/catalog/versions/:versionId/review', permission: 'catalog.item.review',
  summary: '审核通过或退回修改；提交人不能审核自己的版本', params: versionParams,
  body: Type.Object({ revision: Type.Integer(), ...reviewBody }),
  response: VersionReceipt,
});

export const publishVersion = defineOperation({
  id: 'catalog.publish-version', method: 'POST', path: '/api/v1/catalog/versions/:versionId/publish', permission: 'catalog.item.publish',
  summary: '发布；原已发布版本成为已被替代', params: versionParams, body: Type.Object({ revision: Type.Integer() }), response: VersionReceipt,
});

export const retireItem = defineOperation({
  id: 'catalog.retire-item', method: 'POST', path: '/api/v1/catalog/items/:itemId/retire', permission: 'catalog.item.publish',
  summary: '取消事项，说明原因；在办件不受影响', params: itemParams, body: Type.Object({ reason: Text(500, { minLength: 1 }) }),
  response: VersionReceipt,
});

export const listHandlingProcesses = defineOperation({
  id: 'catalog.list-handling-processes', method: 'GET', path: '/api/v1/catalog/handling-processes', permission: 'catalog.item.view',
  summary: '可供事项选择的办理流程', response: Type.Object({ processes: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), version: Type.Integer() })) }),
});

/** A form that the steps of a process may have filled in: of items that use the process, with the fields of all of them. */
export const StepForm = Type.Object({
  key: Type.String(), name: Type.String(), items: Type.Array(Type.String()), fields: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), required: Type.Boolean() })),
});
export type StepForm = Static<typeof StepForm>;

export const listStepForms = defineOperation({
  id: 'catalog.list-step-forms', method: 'GET', path: '/api/v1/catalog/handling-processes/:key/forms', permission: 'catalog.item.view',
  summary: '使用一个办理流程的事项的表单，供环节选用', params: Type.Object({ key: Text(80, { minLength: 1 }) }), response: Type.Object({ forms: Type.Array(StepForm) }),
});

export const ProcessUse = Type.Object({
  itemId: Id, versionId: Id, itemName: Type.String(), departmentName: Type.String(), versionNumber: Type.Integer(), versionState: VersionState,
  /** Null: whichever version of the process is the latest when a case begins. */
  processVersion: Nullable(Type.Integer()),
});
export type ProcessUse = Static<typeof ProcessUse>;

export const listProcessUses = defineOperation({
  id: 'catalog.list-process-uses', method: 'GET', path: '/api/v1/catalog/handling-processes/:key/uses', permission: 'catalog.item.view',
  summary: '使用一个办理流程的事项版本，已取消和已被替代的不列', params: Type.Object({ key: Text(80, { minLength: 1 }) }), query: PageQuery, response: PageOf(ProcessUse),
});

export const withdrawVersion = defineOperation({
  id: 'catalog.withdraw-version', method: 'POST', path: '/api/v1/catalog/versions/:versionId/withdraw', permission: 'catalog.item.edit',
  summary: '撤回正在审核的版本，继续修改', params: versionParams, body: Type.Object({ revision: Type.Integer() }), response: VersionReceipt,
});

/** Remarks on single elements of a version (CAT-03); `path` is e.g. `materials.plan`. */
export const versionComments = defineCommentOperations({ module: 'catalog', path: '/api/v1/catalog/versions', view: 'catalog.item.view', comment: 'catalog.item.comment' });

export const diffVersions = defineOperation({
  id: 'catalog.diff-versions', method: 'GET', path: '/api/v1/catalog/versions/:versionId/differences', permission: 'catalog.item.view',
  summary: '与另一版本逐项比较', params: versionParams, query: Type.Object({ against: Id }),
  response: Type.Object({ differences: Type.Array(VersionDifference) }),
});
