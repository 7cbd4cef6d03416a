import { handle } from '../../../kernel/module/index.ts';
import { startReplay } from '../actions/start-replay.ts';
import { stopReplay } from '../actions/stop-replay.ts';
import * as contract from '../contract.ts';
import { getReplay } from '../queries/get-replay.ts';
import { listReplayedCases } from '../queries/list-replayed-cases.ts';
import { planReplay } from '../queries/plan-replay.ts';
import { listOwnRuns } from '../queries/run-record.ts';

/** Past cases tried on a process: the plan, the run, what came out (WFL-03). */
export const replayRoutes = [
  handle(contract.planReplay, (ctx, { body }) => planReplay(ctx, body)),
  handle(contract.startReplay, (ctx, { body }) => startReplay(ctx, body)),
  handle(contract.listReplays, async (ctx, { query }) => ({ items: await listOwnRuns(ctx, query.processKey) })),
  handle(contract.getReplay, (ctx, { params }) => getReplay(ctx, params.replayId)),
  handle(contract.listReplayedCases, (ctx, { params, query }) => listReplayedCases(ctx, params.replayId, query)),
  handle(contract.stopReplay, (ctx, { params }) => stopReplay(ctx, params.replayId)),
];
