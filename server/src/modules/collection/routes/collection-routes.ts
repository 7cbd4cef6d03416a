import { handle } from '../../../kernel/module/index.ts';
import { checkCollector } from '../actions/check-collector.ts';
import { handToMail } from '../actions/hand-to-mail.ts';
import { handOutResult } from '../actions/hand-out-result.ts';
import { noteReturn } from '../actions/note-return.ts';
import { postResult } from '../actions/post-result.ts';
import { recordReceipt } from '../actions/record-receipt.ts';
import * as contract from '../contract.ts';
import { viewCollection } from '../view-collection.ts';
import { viewReceipts } from '../view-receipts.ts';
import { readLabel, viewShipment } from '../view-shipment.ts';

export const collectionRoutes = [
  handle(contract.getCollection, (ctx, { params }) => viewCollection(ctx, params.caseId)),
  handle(contract.checkCollector, (ctx, { params, body }) => checkCollector(ctx, params.caseId, body)),
  handle(contract.handOutResult, (ctx, { params, body }) => handOutResult(ctx, params.caseId, body)),
  handle(contract.getReceipts, (ctx, { params }) => viewReceipts(ctx, params.caseId)),
  handle(contract.signNotices, (ctx, { params, body }) => recordReceipt(ctx, params.caseId, { ...body, outcome: 'signed' })),
  handle(contract.declineNotices, (ctx, { params, body }) => recordReceipt(ctx, params.caseId, { ...body, outcome: 'declined' })),
  handle(contract.getShipment, (ctx, { params }) => viewShipment(ctx, params.caseId)),
  handle(contract.postResult, async (ctx, { params, body }) => {
    await postResult(ctx, params.caseId, body);
    return viewShipment(ctx, params.caseId);
  }),
  handle(contract.readLabel, (ctx, { params, body }) => readLabel(ctx, params.caseId, body.purpose)),
  handle(contract.handToMail, (ctx, { params, body }) => handToMail(ctx, params.caseId, body.taskId)),
  handle(contract.noteReturn, (ctx, { params, body }) => noteReturn(ctx, params.caseId, body.reason.trim())),
];
