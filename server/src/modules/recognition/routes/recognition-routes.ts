import { handle } from '../../../kernel/module/index.ts';
import { acknowledgeQuestions, checkDraftFiles, switchDraftCheck } from '../actions/check-draft.ts';
import { correctReading, readAgain } from '../actions/correct-reading.ts';
import { createDocumentType, editDocumentType } from '../actions/edit-type.ts';
import { labelSample } from '../actions/label-sample.ts';
import { activateModel, deactivateModel, trainModel } from '../actions/train-model.ts';
import * as contract from '../contract.ts';
import { readCaseReadings } from '../queries/case-readings.ts';
import { readDraftReadings } from '../queries/draft-readings.ts';
import { findModels, findSamples, readOverview } from '../queries/list-training.ts';
import { findTypes, presentType, readTypeSample } from '../queries/list-types.ts';
import { readCasePage, readDraftPage } from '../queries/page-picture.ts';
import { getTypeRecord } from '../queries/type-record.ts';

export const recognitionRoutes = [
  handle(contract.checkDraftFiles, (ctx, { params }) => checkDraftFiles(ctx, params.draftId)),
  handle(contract.getDraftReadings, (ctx, { params }) => readDraftReadings(ctx, params.draftId)),
  handle(contract.switchDraftCheck, (ctx, { params, body }) => switchDraftCheck(ctx, params.draftId, body.checking)),
  handle(contract.acknowledgeQuestions, (ctx, { params, body }) => acknowledgeQuestions(ctx, params.draftId, body.questionIds)),
  handle(contract.downloadDraftPage, (ctx, { params }) => readDraftPage(ctx, params)),
  handle(contract.getCaseReadings, (ctx, { params, query }) => readCaseReadings(ctx, params.caseId, query.purpose)),
  handle(contract.downloadCasePage, (ctx, { params }) => readCasePage(ctx, params)),
  handle(contract.correctReading, (ctx, { params, body }) => correctReading(ctx, params.caseId, params.fileId, body)),
  handle(contract.readAgain, (ctx, { params }) => readAgain(ctx, params.caseId, params.fileId)),
  handle(contract.listDocumentTypes, (ctx, { query }) => findTypes(ctx, query)),
  handle(contract.getDocumentType, async (ctx, { params }) => presentType(ctx, await getTypeRecord(ctx, params.typeId))),
  handle(contract.createDocumentType, (ctx, { body }) => createDocumentType(ctx, body)),
  handle(contract.editDocumentType, (ctx, { params, body }) => editDocumentType(ctx, params.typeId, body)),
  handle(contract.downloadTypeSample, (ctx, { params }) => readTypeSample(ctx, params.typeId)),
  handle(contract.getOverview, (ctx) => readOverview(ctx)),
  handle(contract.listSamples, (ctx, { query }) => findSamples(ctx, query)),
  handle(contract.labelSample, (ctx, { params, body }) => labelSample(ctx, params.sampleId, body)),
  handle(contract.listModels, (ctx, { query }) => findModels(ctx, query)),
  handle(contract.trainModel, (ctx) => trainModel(ctx)),
  handle(contract.activateModel, (ctx, { params }) => activateModel(ctx, params.modelId)),
  handle(contract.deactivateModel, (ctx, { params }) => deactivateModel(ctx, params.modelId)),
];
