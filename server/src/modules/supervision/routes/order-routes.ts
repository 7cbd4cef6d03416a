import { handle } from '../../../kernel/module/index.ts';
import * as orders from '../orders.contract.ts';
import { advanceOrder } from '../orders/advance-order.ts';
import { issueOrder } from '../orders/issue-order.ts';
import { listLeads } from '../orders/list-leads.ts';
import { exportOrders, findOrders } from '../orders/list-orders.ts';
import { printOrder } from '../orders/print-order.ts';
import { readFileOfOrder, viewOrder } from '../orders/view-order.ts';
import * as checks from '../spot-checks.contract.ts';
import { drawSpotCheck, listInspectors } from '../spot-checks/draw-spot-check.ts';
import { readSpotCase, recordFindings } from '../spot-checks/inspect-case.ts';
import { exportSpotCheck } from '../spot-checks/export-spot-check.ts';
import { findSpotChecks, viewSpotCheck } from '../spot-checks/view-spot-check.ts';

export const orderRoutes = [
  handle(orders.listOrders, (ctx, { query }) => findOrders(ctx, query)),
  handle(orders.exportOrders, (ctx, { query }) => exportOrders(ctx, query)),
  handle(orders.issueOrder, (ctx, { body }) => issueOrder(ctx, body)),
  handle(orders.getOrder, (ctx, { params }) => viewOrder(ctx, params.orderId)),
  handle(orders.listLeads, async (ctx, { query }) => ({ items: await listLeads(ctx, query.organizationId) })),
  handle(orders.advanceOrder, (ctx, { params, body }) => advanceOrder(ctx, params.orderId, body)),
  handle(orders.printOrder, (ctx, { params }) => printOrder(ctx, params.orderId)),
  handle(orders.readOrderFile, (ctx, { params }) => readFileOfOrder(ctx, params.orderId, params.fileId)),
  handle(checks.drawSpotCheck, (ctx, { body }) => drawSpotCheck(ctx, body)),
  handle(checks.listSpotChecks, (ctx, { query }) => findSpotChecks(ctx, query)),
  handle(checks.listInspectors, async (ctx) => ({ items: await listInspectors(ctx) })),
  handle(checks.exportSpotCheck, (ctx, { params }) => exportSpotCheck(ctx, params.checkId)),
  handle(checks.getSpotCheck, (ctx, { params }) => viewSpotCheck(ctx, params.checkId)),
  handle(checks.readSpotCase, (ctx, { params }) => readSpotCase(ctx, params.spotCaseId)),
  handle(checks.recordFindings, (ctx, { params, body }) => recordFindings(ctx, params.spotCaseId, body)),
];
