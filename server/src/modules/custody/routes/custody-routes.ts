import { handle } from '../../../kernel/module/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { actOnBatch } from '../actions/act-on-batch.ts';
import { actOnEnvelopes } from '../actions/act-on-envelopes.ts';
import { makeBatch } from '../actions/make-batch.ts';
import { addPaper } from '../actions/open-envelope.ts';
import * as contract from '../contract.ts';
import { exportEnvelopes } from '../queries/export-envelopes.ts';
import { countEnvelopes, findEnvelopes } from '../queries/list-envelopes.ts';
import { findBatches, viewBatch } from '../queries/view-batch.ts';
import { resolveCode, viewEnvelope, viewEnvelopeOfCase } from '../queries/view-envelope.ts';
import { findRules, removeRule, saveRule } from '../rules.ts';
import { listSigners } from '../tell.ts';

const mostSigners = 50;

export const custodyRoutes = [
  handle(contract.listEnvelopes, (ctx, { query }) => findEnvelopes(ctx, query)),
  handle(contract.summariseEnvelopes, (ctx, { query }) => countEnvelopes(ctx, query)),
  handle(contract.exportEnvelopes, (ctx, { query }) => exportEnvelopes(ctx, query)),
  handle(contract.getEnvelope, (ctx, { params }) => viewEnvelope(ctx, params.envelopeId)),
  handle(contract.getEnvelopeOfCase, (ctx, { params }) => viewEnvelopeOfCase(ctx, params.caseId)),
  handle(contract.addPaper, async (ctx, { params, body }) => {
    await addPaper(ctx, params.caseId, body.names);
    return viewEnvelopeOfCase(ctx, params.caseId);
  }),
  handle(contract.resolveCode, (ctx, { params }) => resolveCode(ctx, params.code)),
  handle(contract.actOnEnvelopes, async (ctx, { body }) => ({ envelopes: await actOnEnvelopes(ctx, body.outcomes) })),
  handle(contract.makeBatch, (ctx, { body }) => makeBatch(ctx, body)),
  handle(contract.listBatches, (ctx, { query }) => findBatches(ctx, query)),
  handle(contract.getBatch, (ctx, { params }) => viewBatch(ctx, params.batchId)),
  handle(contract.actOnBatch, (ctx, { params, body }) => actOnBatch(ctx, params.batchId, body)),
  handle(contract.listRules, async (ctx) => ({ items: await findRules(ctx) })),
  handle(contract.saveRule, (ctx, { params, body }) => saveRule(ctx, params.ruleId, body)),
  handle(contract.removeRule, async (ctx, { params, query }) => {
    await removeRule(ctx, params.ruleId, query.version);
    return {};
  }),
  handle(contract.listSigners, async (ctx, { query }) => ({
    officers: await listSigners(ctx, { most: mostSigners, ...(query.organizationId === undefined ? {} : { path: (await getOrganization(ctx, query.organizationId)).path }), ...(query.q === undefined ? {} : { q: query.q }) }),
  })),
];
