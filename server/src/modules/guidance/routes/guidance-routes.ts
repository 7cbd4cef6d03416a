import { handle } from '../../../kernel/module/index.ts';
import { checkQuestionnaire as check, getForm, guidedPartOf, getPinnedVersion, getPublishedItem, getVersionRecord } from '../../catalog/index.ts';
import { decideConfirmation, requestConfirmation, withdrawConfirmation } from '../actions/confirm-guidance.ts';
import {
  checkQuestionnaire, decideGuidanceConfirmation, evaluateGuidance, exportGuidanceWays, getGuidanceConfirmation, getQuestionnaire, getSituationForm,
  requestGuidanceConfirmation, withdrawGuidanceConfirmation,
} from '../contract.ts';
import { evaluateGuidance as evaluate } from '../evaluate-guidance.ts';
import { questionnaireOf } from '../guide.contract.ts';
import { exportWays } from '../queries/export-ways.ts';
import { getConfirmation } from '../queries/get-confirmation.ts';

export const guidanceRoutes = [
  handle(getQuestionnaire, async (ctx, { params }) => {
    const version = await getPublishedItem(ctx, params.itemId);
    return { itemId: version.itemId, versionId: version.versionId, questionnaire: questionnaireOf(version), materials: version.elements.materials };
  }),
  handle(evaluateGuidance, (ctx, { params, body }) => evaluate(ctx, params.itemId, body.answers, body.versionId)),
  handle(getSituationForm, async (ctx, { params }) => getForm(await getPinnedVersion(ctx, params.versionId), params.formKey)),
  handle(checkQuestionnaire, async (ctx, { params }) => {
    const { elements } = (await getVersionRecord(ctx, params.versionId, 'catalog.item.view')).version;
    const guided = guidedPartOf(elements);
    return guided === undefined ? { pathCount: 1, faults: [] } : check(guided);
  }),
  handle(getGuidanceConfirmation, (ctx, { params }) => getConfirmation(ctx, params.versionId)),
  handle(requestGuidanceConfirmation, (ctx, { params, body }) => requestConfirmation(ctx, params.versionId, body.digest)),
  handle(withdrawGuidanceConfirmation, (ctx, { params }) => withdrawConfirmation(ctx, params.versionId)),
  handle(decideGuidanceConfirmation, (ctx, { params, body }) => decideConfirmation(ctx, params.versionId, body)),
  handle(exportGuidanceWays, (ctx, { params }) => exportWays(ctx, params.versionId)),
];
