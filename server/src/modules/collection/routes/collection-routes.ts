import { handle } from '../../../kernel/module/index.ts';
import { checkCollector } from '../actions/check-collector.ts';
import { handOutResult } from '../actions/hand-out-result.ts';
import * as contract from '../contract.ts';
import { viewCollection } from '../view-collection.ts';

export const collectionRoutes = [
  handle(contract.getCollection, (ctx, { params }) => viewCollection(ctx, params.caseId)),
  handle(contract.checkCollector, (ctx, { params, body }) => checkCollector(ctx, params.caseId, body)),
  handle(contract.handOutResult, (ctx, { params, body }) => handOutResult(ctx, params.caseId, body)),
];
