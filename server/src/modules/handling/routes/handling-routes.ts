import { handle } from '../../../kernel/module/index.ts';
import { getCaseRecord, listReturnTargets } from '../../cases/index.ts';
import { decideCase } from '../actions/decide-case.ts';
import { deliverResult } from '../actions/deliver-result.ts';
import { extendLimit } from '../actions/extend-limit.ts';
import { recordReview } from '../actions/record-review.ts';
import { returnForRework } from '../actions/return-for-rework.ts';
import { answerSpecialProcedure, endSpecialProcedure, proposeSpecialProcedure } from '../actions/special-procedures.ts';
import { terminateCase } from '../actions/terminate-case.ts';
import * as contract from '../contract.ts';
import { getWorkSummary } from '../queries/work-summary.ts';

export const handlingRoutes = [
  handle(contract.recordReview, (ctx, { params, body }) => recordReview(ctx, params.caseId, body)),
  handle(contract.returnForRework, (ctx, { params, body }) => returnForRework(ctx, params.caseId, body)),
  handle(contract.listReturnTargets, async (ctx, { params }) => ({ items: await listReturnTargets(ctx, await getCaseRecord(ctx, params.caseId)) })),
  handle(contract.proposeSpecialProcedure, (ctx, { params, body }) => proposeSpecialProcedure(ctx, params.caseId, body)),
  handle(contract.answerSpecialProcedure, (ctx, { params, body }) => answerSpecialProcedure(ctx, params.caseId, params.procedureId, body)),
  handle(contract.endSpecialProcedure, (ctx, { params, body }) => endSpecialProcedure(ctx, params.caseId, params.procedureId, body)),
  handle(contract.extendLimit, (ctx, { params, body }) => extendLimit(ctx, params.caseId, body)),
  handle(contract.decideCase, (ctx, { params, body }) => decideCase(ctx, params.caseId, body)),
  handle(contract.deliverResult, (ctx, { params, body }) => deliverResult(ctx, params.caseId, body)),
  handle(contract.terminateCase, (ctx, { params, body }) => terminateCase(ctx, params.caseId, body)),
  handle(contract.getWorkSummary, (ctx) => getWorkSummary(ctx)),
];
