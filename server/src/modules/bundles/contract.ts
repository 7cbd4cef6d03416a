import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { defineCommentOperations, Review, reviewBody } from '../../kernel/reviews/contract.ts';
import { ApplicationMaterial, audiences, Question } from '../catalog/contract.ts';
import { BundleContent } from './content.contract.ts';

export { BundleContent, BundleItem, GivenItemAnswer, SharedField, SharedMaterial } from './content.contract.ts';
export { fieldTypeLabels } from './field-type-labels.contract.ts';
export { listSingleParts, partLabel, partLabels, singlePath, type SinglePart } from './part-labels.contract.ts';
export { BundleParts, getBundleParts, PartItem } from './parts.contract.ts';

/** listed 待认领 → claimed 已认领 → draft 配置中 → in-review 审核中 → published 已发布; retired 已停办. */
export const bundleStates = ['listed', 'claimed', 'draft', 'in-review', 'published', 'retired'] as const;
export const BundleState = Code(bundleStates);
export type BundleState = Static<typeof BundleState>;
export const bundleStateLabels: Readonly<Record<BundleState, string>> = {
  listed: '待认领', claimed: '已认领', draft: '配置中', 'in-review': '审核中', published: '已发布', retired: '已停办',
};

/** State of the new version of a bundle that is published and stays so meanwhile. */
export const renewals = ['draft', 'in-review'] as const;
export const Renewal = Code(renewals);
export type Renewal = Static<typeof Renewal>;
export const renewalLabels: Readonly<Record<Renewal, string>> = { draft: '新版本配置中', 'in-review': '新版本审核中' };

/** draft → in-review → published → superseded; a published one may be retired, and with it one that is worked on. */
export const bundleVersionStates = ['draft', 'in-review', 'published', 'superseded', 'retired'] as const;
export const BundleVersionState = Code(bundleVersionStates);
export type BundleVersionState = Static<typeof BundleVersionState>;

const line = (max: number) => Text(max, { minLength: 1 });

/** An entry of the catalogue of bundles (目录清单): national, of a year, or the city's own. */
export const BundleEntry = Type.Object({
  code: Text(40, { minLength: 1, pattern: '^[0-9A-Za-z-]+$' }),
  name: line(200),
  /** e.g. 2024年度第一批, 地方特色. */
  batch: Type.Optional(Text(60)),
  audience: Code(audiences),
  leadDepartmentName: Type.Optional(Text(100)),
  cooperatingDepartmentNames: Type.Array(line(100), { maxItems: 40 }),
});
export type BundleEntry = Static<typeof BundleEntry>;

export const BundleSummary = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  batch: Nullable(Type.String()),
  audience: Code(audiences),
  leadDepartmentName: Nullable(Type.String()),
  cooperatingDepartmentNames: Type.Array(Type.String()),
  /** The organisation that claimed it. */
  lead: Nullable(Type.Object({ id: Id, name: Type.String() })),
  state: BundleState,
  renewal: Nullable(Renewal),
  versionId: Nullable(Id),
  versionNumber: Nullable(Type.Integer()),
  publishedVersionId: Nullable(Id),
  itemCount: Type.Integer(),
  updatedAt: DateTime,
});
export type BundleSummary = Static<typeof BundleSummary>;

const bundleParams = Type.Object({ bundleId: Id });
const versionParams = Type.Object({ versionId: Id });
const revision = { revision: Type.Integer({ minimum: 0 }) };

export const BundleAbilities = Type.Object({
  claim: Type.Boolean(), transfer: Type.Boolean(), edit: Type.Boolean(), submit: Type.Boolean(), withdraw: Type.Boolean(), comment: Type.Boolean(), review: Type.Boolean(), retire: Type.Boolean(),
});

/** One fault of a configuration; `error` prevents submitting, `warning` is for the reviewer to judge. */
export const BundleFinding = Type.Object({
  rule: Type.String(), severity: Code(['error', 'warning'] as const), path: Type.String(), message: Type.String(),
});
export type BundleFinding = Static<typeof BundleFinding>;

export const BundleVersionView = Type.Object({
  bundle: BundleSummary,
  versionId: Id,
  versionNumber: Type.Integer(),
  state: BundleVersionState,
  /** Sent back with an edit; a stale one is refused. */
  revision: Type.Integer(),
  content: BundleContent,
  findings: Type.Array(BundleFinding),
  savedAt: DateTime,
  savedByName: Type.String(),
  submittedByName: Nullable(Type.String()),
  reviewOpinion: Nullable(Type.String()),
  /** The newest review with its steps; null when it was never submitted. */
  review: Nullable(Review),
  openComments: Type.Integer(),
  publishedAt: Nullable(DateTime),
  abilities: BundleAbilities,
});
export type BundleVersionView = Static<typeof BundleVersionView>;

export const BundleDetail = Type.Object({
  bundle: BundleSummary,
  abilities: BundleAbilities,
  versions: Type.Array(Type.Object({ versionId: Id, versionNumber: Type.Integer(), state: BundleVersionState, savedAt: DateTime, publishedAt: Nullable(DateTime) })),
});
export type BundleDetail = Static<typeof BundleDetail>;

/** What a save gave: the new revision, and what is still wrong. */
export const SavedBundle = Type.Object({
  bundleId: Id, versionId: Nullable(Id), state: BundleState, revision: Type.Integer(), savedAt: DateTime, findings: Type.Array(BundleFinding),
});
export type SavedBundle = Static<typeof SavedBundle>;

export const entryOutcomes = ['created', 'updated', 'unchanged', 'refused'] as const;
/** What became of one entry; `reasons` say why it was refused and what to do. */
export const EntryOutcome = Type.Object({ code: Type.String(), outcome: Code(entryOutcomes), reasons: Type.Array(Type.String()) });
export type EntryOutcome = Static<typeof EntryOutcome>;

const added = { created: Type.Integer(), updated: Type.Integer(), unchanged: Type.Integer() };
/** What an addition to the catalogue did, entry by entry. */
export const AddedBundles = Type.Object({ ...added, rows: Type.Array(EntryOutcome) });
export type AddedBundles = Static<typeof AddedBundles>;

/** What an imported list did, row by row as Excel numbers them. */
export const BundleImport = Type.Object({
  ...added, refused: Type.Integer(),
  rows: Type.Array(Type.Object({ number: Type.Integer(), name: Type.String(), ...EntryOutcome.properties })),
});
export type BundleImport = Static<typeof BundleImport>;

/** What an action answers; `state` is that of the version acted on, of the bundle where it has none. */
export const BundleReceipt = Type.Object({ bundleId: Id, versionId: Nullable(Id), state: BundleState, revision: Type.Integer() });
export type BundleReceipt = Static<typeof BundleReceipt>;

const Answers = Type.Array(Type.Object({ question: Text(60, { minLength: 1 }), option: Text(60, { minLength: 1 }) }), { maxItems: 60 });

/** Where the answers lead in a bundle. While `nextQuestion` is there, the rest tells what is certain so far. */
export const BundleOutcome = Type.Object({
  answers: Answers,
  nextQuestion: Nullable(Question),
  /** Questions that may still come, the next one included. */
  remainingAtMost: Type.Integer(),
  items: Type.Array(Type.Object({
    /** What the bundle answers to the item's own questions, for its guide. */
    answers: Answers, handlingMode: Code(['platform', 'external', 'window'] as const),
    key: Type.String(), itemId: Id, versionId: Id, name: Type.String(), departmentName: Type.String(), days: Type.Integer(),
    situation: Nullable(Type.String()), refused: Type.Boolean(), notes: Type.Array(Type.String()), openQuestion: Nullable(Type.String()),
  })),
  /** Items that are handled at the same time, in order. */
  steps: Type.Array(Type.Object({ items: Type.Array(Type.String()), startsAfterDays: Type.Integer() })),
  criticalPath: Type.Array(Type.String()),
  promisedDays: Type.Integer(),
  materials: Type.Array(Type.Object({
    key: Type.String(), name: Type.String(), material: ApplicationMaterial, mergedBy: Code(['standard', 'configured', 'alone'] as const),
    neededBy: Type.Array(Type.Object({ item: Type.String(), itemName: Type.String(), key: Type.String() })),
  })),
  form: Nullable(Type.Object({
    definition: Type.Unknown(),
    fields: Type.Array(Type.Object({
      id: Type.String(), label: Type.String(), mergedBy: Code(['element', 'configured', 'declaration', 'alone'] as const),
      sources: Type.Array(Type.Object({ item: Type.String(), itemName: Type.String(), fieldId: Type.String() })),
    })),
  })),
  /** What the bundle saves against its items one by one. */
  savings: Type.Object({
    days: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
    materials: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
    fields: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
    visits: Type.Object({ before: Type.Integer(), after: Type.Integer() }),
  }),
});
export type BundleOutcome = Static<typeof BundleOutcome>;

export const PublicBundle = Type.Object({
  id: Id, name: Type.String(), summary: Nullable(Type.String()), audience: Code(audiences), leadDepartmentName: Nullable(Type.String()),
  itemNames: Type.Array(Type.String()),
});

export const listBundles = defineOperation({
  id: 'bundles.list-bundles', method: 'GET', path: '/api/v1/bundles', permission: 'public',
  summary: '已发布的一件事', query: Type.Object({ audience: Type.Optional(Code(audiences)), q: Type.Optional(Text(100)) }),
  response: Type.Object({ bundles: Type.Array(PublicBundle) }),
});

export const getBundleGuide = defineOperation({
  id: 'bundles.get-bundle-guide', method: 'GET', path: '/api/v1/bundles/:bundleId', permission: 'public',
  summary: '一件事的办事指南：简介、问卷、事项', params: bundleParams,
  response: Type.Object({
    id: Id, versionId: Id, name: Type.String(), summary: Nullable(Type.String()), audience: Code(audiences), leadDepartmentName: Nullable(Type.String()),
    notes: Type.Array(Type.String()), consultationTelephone: Nullable(Type.String()), supervisionTelephone: Nullable(Type.String()),
    questions: Type.Array(Question), items: Type.Array(Type.Object({ itemId: Id, name: Type.String(), departmentName: Type.String() })),
  }),
});

export const evaluateBundle = defineOperation({
  id: 'bundles.evaluate-answers', method: 'POST', path: '/api/v1/bundles/:bundleId/evaluate', permission: 'public',
  summary: '按问卷回答给出下一问，或要办的事项、一张表单、一套材料和总时限', params: bundleParams, body: Type.Object({ answers: Answers }),
  response: BundleOutcome,
});

const catalogueFilter = {
  q: Type.Optional(Text(100)), state: Type.Optional(BundleState), renewal: Type.Optional(Renewal), batch: Type.Optional(Text(60)), audience: Type.Optional(Code(audiences)),
  /** Claimed by this organisation. */
  leadOrganizationId: Type.Optional(Id),
};
export type CatalogueFilter = Static<Type.TObject<typeof catalogueFilter>>;

export const listBundleCatalogue = defineOperation({
  id: 'bundles.list-catalogue', method: 'GET', path: '/api/v1/bundle-catalogue', permission: 'bundles.bundle.view',
  summary: '一件事目录清单：认领、配置、发布的进展',
  query: Type.Object({ ...PageQuery.properties, ...catalogueFilter }),
  response: Type.Object({
    ...PageOf(BundleSummary).properties,
    /** What the other filters find, by state. */
    counts: Type.Array(Type.Object({ state: BundleState, count: Type.Integer() })),
    batches: Type.Array(Type.String()),
  }),
});

export const getBundle = defineOperation({
  id: 'bundles.get-bundle', method: 'GET', path: '/api/v1/bundle-catalogue/:bundleId', permission: 'bundles.bundle.view',
  summary: '查看一件事及其全部版本', params: bundleParams, response: BundleDetail,
});

export const addBundles = defineOperation({
  id: 'bundles.add-bundles', method: 'POST', path: '/api/v1/bundle-catalogue', permission: 'bundles.catalogue.manage',
  summary: '向目录清单增加一件事；编码已有的更新名称、批次和部门，逐行说明结果', body: Type.Object({ entries: Type.Array(BundleEntry, { minItems: 1, maxItems: 500 }) }),
  response: AddedBundles, idempotent: true,
});

export const importBundles = defineOperation({
  id: 'bundles.import-entries', method: 'POST', path: '/api/v1/bundle-catalogue/imports', permission: 'bundles.catalogue.manage', bodyKind: 'multipart',
  summary: '导入目录清单（字段 file 为 xlsx 或 csv）；没有问题的行写入，有问题的行逐行说明；同一文件再次导入不产生变化', response: BundleImport,
});

export const getBundleTemplate = defineOperation({
  id: 'bundles.get-template', method: 'GET', path: '/api/v1/bundle-catalogue/import-template', permission: 'bundles.catalogue.manage', responseKind: 'binary',
  summary: '下载目录清单的导入模板（xlsx，带下拉选项和填写说明）',
});

export const exportBundleCatalogue = defineOperation({
  id: 'bundles.export-catalogue', method: 'GET', path: '/api/v1/bundle-catalogue/export', permission: 'bundles.bundle.view', responseKind: 'binary',
  summary: '导出筛选出的目录清单（xlsx）', query: Type.Object(catalogueFilter),
});

export const claimBundle = defineOperation({
  id: 'bundles.claim-bundle', method: 'POST', path: '/api/v1/bundle-catalogue/:bundleId/claim', permission: 'bundles.bundle.edit',
  summary: '认领为牵头部门；已认领的，由管理全区目录的事项管理员更换牵头部门', params: bundleParams, body: Type.Object({ organizationId: Id }), response: BundleReceipt,
});

export const createBundleDraft = defineOperation({
  id: 'bundles.create-draft', method: 'POST', path: '/api/v1/bundle-catalogue/:bundleId/versions', permission: 'bundles.bundle.edit',
  summary: '新建配置草稿，以最新版本为基础', params: bundleParams, response: BundleReceipt, status: 201, idempotent: true,
});

export const getBundleVersion = defineOperation({
  id: 'bundles.get-version', method: 'GET', path: '/api/v1/bundle-versions/:versionId', permission: 'bundles.bundle.view',
  summary: '查看一个版本的配置、检查结果和可做的操作', params: versionParams, response: BundleVersionView,
});

export const editBundleVersion = defineOperation({
  id: 'bundles.edit-version', method: 'PUT', path: '/api/v1/bundle-versions/:versionId', permission: 'bundles.bundle.edit',
  summary: '保存配置草稿', params: versionParams, body: Type.Object({ ...revision, content: BundleContent }), response: SavedBundle, bodyLimit: 1_048_576,
});

export const previewBundle = defineOperation({
  id: 'bundles.preview-version', method: 'POST', path: '/api/v1/bundle-versions/:versionId/evaluate', permission: 'bundles.bundle.view',
  summary: '按回答预览草稿会得到的事项、表单、材料和时限', params: versionParams, body: Type.Object({ answers: Answers }), response: BundleOutcome,
});

/** Remarks on single parts of a version (BDL-01, CAT-03); `path` is e.g. `questions.sign`. */
export const bundleComments = defineCommentOperations({ module: 'bundles', path: '/api/v1/bundle-versions', view: 'bundles.bundle.view', comment: 'bundles.bundle.comment' });

export const submitBundleVersion = defineOperation({
  id: 'bundles.submit-version', method: 'POST', path: '/api/v1/bundle-versions/:versionId/submit', permission: 'bundles.bundle.edit',
  summary: '提交审核；有错误的不能提交', params: versionParams, body: Type.Object(revision), response: BundleReceipt,
});

export const withdrawBundleVersion = defineOperation({
  id: 'bundles.withdraw-version', method: 'POST', path: '/api/v1/bundle-versions/:versionId/withdraw', permission: 'bundles.bundle.edit',
  summary: '撤回审核中的版本，继续修改', params: versionParams, body: Type.Object(revision), response: BundleReceipt,
});

export const reviewBundleVersion = defineOperation({
  id: 'bundles.review-version', method: 'POST', path: '/api/v1/bundle-versions/:versionId/review', permission: 'bundles.bundle.review',
  summary: '审核当前环节：全部环节通过即发布，或退回修改；提交人不能审核自己的版本', params: versionParams,
  body: Type.Object({ ...revision, ...reviewBody }), response: BundleReceipt,
});

export const retireBundle = defineOperation({
  id: 'bundles.retire-bundle', method: 'POST', path: '/api/v1/bundle-catalogue/:bundleId/retire', permission: 'bundles.bundle.review',
  summary: '停办，说明原因；正在配置或审核的新版本一并关闭', params: bundleParams, body: Type.Object({ reason: Text(500, { minLength: 1 }) }), response: BundleReceipt,
});
