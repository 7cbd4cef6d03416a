import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { askCase } from '../actions/ask-case.ts';
import { jumpToSystem } from '../actions/jump-to-system.ts';
import { endKey, makeKey } from '../actions/manage-keys.ts';
import { pullNow } from '../actions/pull-reports.ts';
import { readContent, readContentFile } from '../actions/read-content.ts';
import { receiveReport } from '../actions/receive-report.ts';
import { reconcile } from '../actions/reconcile.ts';
import { redeemTicket } from '../actions/redeem-ticket.ts';
import { addSystem, saveSystem } from '../actions/write-system.ts';
import * as content from '../content.contract.ts';
import * as contract from '../contract.ts';
import * as exchange from '../exchange.contract.ts';
import { checkHealth } from '../gateway/ask-system.ts';
import { listComparisons, listOutstanding, listRefusals } from '../queries/list-outstanding.ts';
import { getSystem, listSystems } from '../queries/list-systems.ts';
import { viewCaseLink } from '../queries/view-case-link.ts';
import { getOwnSystem } from '../systems.ts';

const view = 'self-built.system.view';
const manage = 'self-built.system.manage';

export const selfBuiltRoutes = [
  handle(contract.listSystems, async (ctx) => ({ items: await listSystems(ctx) })),
  handle(contract.addSystem, async (ctx, { body }) => getSystem(ctx, await addSystem(ctx, body))),
  handle(contract.saveSystem, async (ctx, { params, body }) => {
    await saveSystem(ctx, await getOwnSystem(ctx, params.systemId, manage), body.revision, body.settings);
    return getSystem(ctx, params.systemId);
  }),
  handle(contract.makeKey, async (ctx, { params }) => {
    const { keyId, secret } = await makeKey(ctx, await getOwnSystem(ctx, params.systemId, manage));
    return { keyId, secret, system: await getSystem(ctx, params.systemId) };
  }),
  handle(contract.endKey, async (ctx, { params }) => {
    await endKey(ctx, await getOwnSystem(ctx, params.systemId, manage), params.keyId);
    return getSystem(ctx, params.systemId);
  }),
  handle(contract.tryConnection, async (ctx, { params }) => {
    const system = await getOwnSystem(ctx, params.systemId, manage);
    const reason = await checkHealth(ctx, system) ?? null;
    await recordAuditNow(ctx, { action: 'self-built.try-connection', objectType: 'self-built-system', objectId: system.id, detail: { ok: reason === null } });
    return { ok: reason === null, reason, system: await getSystem(ctx, system.id) };
  }),
  handle(contract.listOutstanding, async (ctx, { params, query }) => listOutstanding(ctx, await getOwnSystem(ctx, params.systemId, view), query)),
  handle(contract.pullNow, async (ctx, { params, body }) => pullNow(ctx, await getOwnSystem(ctx, params.systemId, manage), body.caseIds)),
  handle(contract.reconcile, async (ctx, { params, body }) => reconcile(ctx, await getOwnSystem(ctx, params.systemId, manage), body)),
  handle(contract.listReconciliations, async (ctx, { params }) => listComparisons(ctx, await getOwnSystem(ctx, params.systemId, view))),
  handle(contract.listRefusals, async (ctx, { params }) => listRefusals(ctx, await getOwnSystem(ctx, params.systemId, view))),
  handle(contract.getCaseLink, async (ctx, { params }) => ({ link: await viewCaseLink(ctx, params.caseId) })),
  handle(contract.jumpToSystem, (ctx, { params, body }) => jumpToSystem(ctx, params.caseId, body)),
  handle(exchange.redeemTicket, (ctx, { body }) => redeemTicket(ctx, body)),
  handle(exchange.sendReport, (ctx, { body }) => receiveReport(ctx, body)),
  handle(exchange.askCase, (ctx, { body }) => askCase(ctx, body)),
  handle(content.readContent, (ctx, { body }) => readContent(ctx, body)),
  handle(content.readContentFile, (ctx, { body }) => readContentFile(ctx, body)),
];
