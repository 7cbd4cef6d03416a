import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** Where a labelled sample comes from: corrected by a person, or brought by the demonstration. */
export const sampleOrigins = ['correction', 'demonstration'] as const;
export type SampleOrigin = (typeof sampleOrigins)[number];
export const sampleOriginLabels: Record<SampleOrigin, string> = { correction: '人工复核', demonstration: '演示样本' };

/** A document's text without what it says of anybody, with the kind a person said it is. */
export const Sample = Type.Object({
  id: Id, typeCode: Nullable(Type.String()), typeName: Type.String(), origin: Code(sampleOrigins), excerpt: Type.String(), excluded: Type.Boolean(), labelledByName: Type.String(), labelledAt: DateTime,
});
export type Sample = Static<typeof Sample>;

/** training 训练中 → ready 可启用 ⇄ active 启用; failed 没有训练成. */
export const modelStates = ['training', 'ready', 'active', 'failed'] as const;
export type ModelState = (typeof modelStates)[number];
export const modelStateLabels: Record<ModelState, string> = { training: '训练中', ready: '未启用', active: '启用', failed: '没有训练成' };

/** How a classifier did on samples that it had not learnt from. */
export const Evaluation = Type.Object({
  trained: Type.Integer(), tested: Type.Integer(), right: Type.Integer(),
  /** Rows: what a person said; columns: what the classifier said; the last column is “none of them”. */
  classes: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  confusion: Type.Array(Type.Array(Type.Integer())),
  /** Kinds of the catalogue of which there was no sample at all; absent of versions trained before it was noted. */
  unsampled: Type.Optional(Type.Array(Type.String())),
});
export type Evaluation = Static<typeof Evaluation>;

export const ModelVersion = Type.Object({
  id: Id, number: Type.Integer(), state: Code(modelStates), reason: Nullable(Type.String()), samples: Type.Integer(), evaluation: Nullable(Evaluation), trainedByName: Type.String(), trainedAt: DateTime,
  activatedByName: Nullable(Type.String()), activatedAt: Nullable(DateTime),
});
export type ModelVersion = Static<typeof ModelVersion>;

export const RecognitionOverview = Type.Object({
  /** The engine that this process would use. */
  engine: Nullable(Type.Object({ name: Type.String(), version: Type.String() })),
  engineHint: Type.String(),
  /** Of the last 30 days. */
  read: Type.Integer(), failed: Type.Integer(), corrected: Type.Integer(), medianSeconds: Nullable(Type.Number()),
  activeModel: Nullable(Type.Integer()),
  /** The catalogue and the classifier are the whole platform's: who serves one department reads them. */
  abilities: Type.Object({ edit: Type.Boolean(), train: Type.Boolean() }),
});
export type RecognitionOverview = Static<typeof RecognitionOverview>;

const view = 'recognition.catalogue.view';
const train = 'recognition.model.train';

export const getOverview = defineOperation({
  id: 'recognition.get-overview', method: 'GET', path: '/api/v1/recognition/overview', permission: view, summary: '文字识别引擎的状态和近30日识别情况', response: RecognitionOverview,
});
export const listSamples = defineOperation({
  id: 'recognition.list-samples', method: 'GET', path: '/api/v1/recognition/samples', permission: view, summary: '标注样本（已去除个人信息）',
  query: Type.Object({ ...PageQuery.properties, typeCode: Type.Optional(Text(40)), origin: Type.Optional(Code(sampleOrigins)) }), response: PageOf(Sample),
});
export const labelSample = defineOperation({
  id: 'recognition.label-sample', method: 'PUT', path: '/api/v1/recognition/samples/:sampleId', permission: train, summary: '改正样本的类型，或者不用于训练', params: Type.Object({ sampleId: Id }),
  body: Type.Object({ typeCode: Nullable(Text(40)), excluded: Type.Boolean() }), response: Sample,
});
export const listModels = defineOperation({
  id: 'recognition.list-models', method: 'GET', path: '/api/v1/recognition/models', permission: view, summary: '分类模型的历次版本和评估', query: PageQuery, response: PageOf(ModelVersion),
});
export const trainModel = defineOperation({
  id: 'recognition.train-model', method: 'POST', path: '/api/v1/recognition/models', permission: train, summary: '用现有样本训练一个新版本', status: 201, response: ModelVersion,
});
export const activateModel = defineOperation({
  id: 'recognition.activate-model', method: 'POST', path: '/api/v1/recognition/models/:modelId/activate', permission: train, summary: '启用一个版本（也用来退回旧版本）', params: Type.Object({ modelId: Id }), response: ModelVersion,
});
export const deactivateModel = defineOperation({
  id: 'recognition.deactivate-model', method: 'POST', path: '/api/v1/recognition/models/:modelId/deactivate', permission: train, summary: '停用分类模型，改按标志词识别', params: Type.Object({ modelId: Id }), response: ModelVersion,
});
