import { handle } from '../../../kernel/module/index.ts';
import { readFile, toFileAnswer } from '../../../kernel/files/index.ts';
import { answer, review } from '../actions/answer.ts';
import { endEarly } from '../actions/end.ts';
import { discard, edit, propose, submit, withdraw } from '../actions/propose.ts';
import * as contract from '../contract.ts';
import { fail } from '../errors.ts';
import { listDelegations } from '../queries/list-delegations.ts';
import { viewDelegation } from '../queries/present.ts';
import { getDelegationRow } from '../queries/record.ts';

export const delegationRoutes = [
  handle(contract.listDelegations, (ctx, { query }) => listDelegations(ctx, query)),
  handle(contract.getDelegation, (ctx, { params }) => viewDelegation(ctx, params.delegationId)),
  handle(contract.getDelegationFile, async (ctx, { params }) => {
    const { fileId } = await getDelegationRow(ctx, params.delegationId);
    if (fileId === null) throw fail('delegation.no-file');
    return toFileAnswer(await readFile(ctx, fileId));
  }),
  handle(contract.proposeDelegation, async (ctx, { body }) => viewDelegation(ctx, await propose(ctx, body))),
  handle(contract.editDelegation, async (ctx, { params: { delegationId }, body }) => {
    await edit(ctx, delegationId, body.version, body.input);
    return viewDelegation(ctx, delegationId);
  }),
  handle(contract.submitDelegation, async (ctx, { params: { delegationId }, body }) => {
    await submit(ctx, delegationId, body.version);
    return viewDelegation(ctx, delegationId);
  }),
  handle(contract.withdrawDelegation, async (ctx, { params: { delegationId }, body }) => {
    await withdraw(ctx, delegationId, body.version, body.reason);
    return viewDelegation(ctx, delegationId);
  }),
  handle(contract.discardDelegation, (ctx, { params, body }) => discard(ctx, params.delegationId, body.version)),
  handle(contract.reviewDelegation, async (ctx, { params: { delegationId }, body }) => {
    await review(ctx, delegationId, body);
    return viewDelegation(ctx, delegationId);
  }),
  handle(contract.answerDelegation, async (ctx, { params: { delegationId }, body }) => {
    await answer(ctx, delegationId, body);
    return viewDelegation(ctx, delegationId);
  }),
  handle(contract.endDelegation, async (ctx, { params: { delegationId }, body }) => {
    await endEarly(ctx, delegationId, body.version, body.reason);
    return viewDelegation(ctx, delegationId);
  }),
];
