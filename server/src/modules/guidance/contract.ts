import { defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { ApplicationMaterial, ItemForm, Question, Questionnaire, QuestionnaireFault } from '../catalog/contract.ts';

/** One chosen option. */
export const GivenAnswer = Type.Object({ question: Text(60, { minLength: 1 }), option: Text(60, { minLength: 1 }) });
export type GivenAnswer = Static<typeof GivenAnswer>;

/** A material that the answers lead to; `reason` names the answer it is needed for, empty when always needed. */
export const NeededMaterial = Type.Object({ material: ApplicationMaterial, reason: Nullable(Type.String()) });
export type NeededMaterial = Static<typeof NeededMaterial>;

/**
 * Where a person stands in the questions. While `complete` is false `nextQuestion` is to be asked and the rest is
 * provisional; when true `situation`, `materials` and `formKey` are what an application will need.
 */
export const GuidanceResult = Type.Object({
  itemId: Id,
  versionId: Id,
  complete: Type.Boolean(),
  /** The given answers that still count, in the order of the questions; answers to questions no longer asked are left out. */
  answers: Type.Array(GivenAnswer),
  /** Questions answered so far and the most that may follow. */
  progress: Type.Object({ answered: Type.Integer(), remainingAtMost: Type.Integer() }),
  nextQuestion: Nullable(Question),
  situation: Nullable(Type.Object({ key: Type.String(), name: Type.String(), refused: Type.Boolean() })),
  materials: Type.Array(NeededMaterial),
  formKey: Nullable(Type.String()),
  notes: Type.Array(Type.String()),
});
export type GuidanceResult = Static<typeof GuidanceResult>;

const itemParams = Type.Object({ itemId: Id });

export const getQuestionnaire = defineOperation({
  id: 'guidance.get-questionnaire', method: 'GET', path: '/api/v1/items/:itemId/guidance', permission: 'public',
  summary: '取得事项已发布版本的情形引导问题', params: itemParams,
  response: Type.Object({ itemId: Id, versionId: Id, questionnaire: Questionnaire, materials: Type.Array(ApplicationMaterial) }),
});

export const evaluateGuidance = defineOperation({
  id: 'guidance.evaluate-answers', method: 'POST', path: '/api/v1/items/:itemId/guidance/evaluate', permission: 'public',
  summary: '按已答问题给出下一问，或情形、材料和表单', params: itemParams,
  body: Type.Object({ versionId: Type.Optional(Id), answers: Type.Array(GivenAnswer, { maxItems: 60 }) }),
  response: GuidanceResult,
});

export const getSituationForm = defineOperation({
  id: 'guidance.get-situation-form', method: 'GET', path: '/api/v1/item-versions/:versionId/forms/:formKey', permission: 'public',
  summary: '取得某版本的一张表单定义和示例', params: Type.Object({ versionId: Id, formKey: Text(60) }), response: ItemForm,
});

export const checkQuestionnaire = defineOperation({
  id: 'guidance.check-questionnaire', method: 'GET', path: '/api/v1/catalog/versions/:versionId/guidance-check', permission: 'catalog.item.view',
  summary: '检查版本的引导问题是否互斥、完备、无死路', params: Type.Object({ versionId: Id }),
  response: Type.Object({ pathCount: Type.Integer(), faults: Type.Array(QuestionnaireFault) }),
});
