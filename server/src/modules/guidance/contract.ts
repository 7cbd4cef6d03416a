import { defineOperation, Id, Text, Type } from '@tongban/contract-kit';
import { ApplicationMaterial, ItemForm, Questionnaire, QuestionnaireFault } from '../catalog/contract.ts';
import { GivenAnswer, GuidanceResult } from './results.contract.ts';

export { GivenAnswer, GuidanceResult, NeededMaterial } from './results.contract.ts';
export { guide, questionnaireOf } from './guide.contract.ts';
export {
  decideGuidanceConfirmation, exportGuidanceWays, getGuidanceConfirmation, GuidanceConfirmation, GuidanceEvent, requestGuidanceConfirmation, withdrawGuidanceConfirmation,
} from './confirmation.contract.ts';
export { describeAnswers, listWays, mostListedWays } from './list-ways.contract.ts';

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
