import { handle } from '../../../kernel/module/index.ts';
import { createRuleSet } from '../actions/create-rule-set.ts';
import { haltRuleSet, resumeRuleSet } from '../actions/halt-rule-set.ts';
import { redispatchTasks } from '../actions/redispatch.ts';
import * as contract from '../contract.ts';
import { findRecords, readRecord } from '../queries/list-records.ts';
import { listRuleSets } from '../queries/list-rule-sets.ts';
import { readOverview } from '../queries/read-overview.ts';

/** Rules that dispatch, where they sent things, and giving things to others (DEC-07). */
export const dispatchRoutes = [
  handle(contract.listDispatchRuleSets, async (ctx, { query }) => ({ items: await listRuleSets(ctx, query.kind) })),
  handle(contract.createDispatchRuleSet, (ctx, { body }) => createRuleSet(ctx, body)),
  handle(contract.haltDispatchRuleSet, (ctx, { params, body }) => haltRuleSet(ctx, params.ruleSetId, body.reason)),
  handle(contract.resumeDispatchRuleSet, (ctx, { params }) => resumeRuleSet(ctx, params.ruleSetId)),
  handle(contract.listDispatchRecords, (ctx, { query }) => findRecords(ctx, query)),
  handle(contract.getDispatchRecord, (ctx, { params }) => readRecord(ctx, params.recordId)),
  handle(contract.getDispatchOverview, (ctx, { query }) => readOverview(ctx, query)),
  handle(contract.redispatchTasks, (ctx, { body }) => redispatchTasks(ctx, body)),
];
