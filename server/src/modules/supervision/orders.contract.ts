import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { SignalLevel } from './contract.ts';

export const orderStates = ['issued', 'signed', 'replied', 'rectifying', 'rectified', 'checked', 'closed', 'withdrawn'] as const;
export const OrderState = Code(orderStates);
export type OrderState = Static<typeof OrderState>;
export const orderStateLabels: Record<OrderState, string> = {
  issued: '待签收', signed: '待反馈', replied: '已反馈，待核查', rectifying: '整改中', rectified: '整改完成，待核查', checked: '已核查，待销号', closed: '已销号', withdrawn: '已撤回',
};
export const finishedOrderStates: readonly OrderState[] = ['closed', 'withdrawn'];

export const orderSources = ['signals', 'case', 'spot-check', 'free'] as const;
export const OrderSource = Code(orderSources);
export type OrderSource = Static<typeof OrderSource>;
export const orderSourceLabels: Record<OrderSource, string> = { 'signals': '预警和红黄牌', 'case': '办件', 'spot-check': '办件抽查', 'free': '其他' };

export const orderAbilities = ['sign', 'reply', 'rectify', 'report', 'check', 'send-back', 'close', 'urge', 'withdraw'] as const;
export type OrderAction = (typeof orderAbilities)[number];

const Words = Text(2_000, { minLength: 5 });
const Files = Type.Array(Id, { maxItems: 10, uniqueItems: true });

export const OrderInput = Type.Object({
  /** What is at fault, and what is demanded. */
  content: Words, demands: Words,
  limitOn: DateOnly,
  /** Officer of the department who is answerable; whoever holds the right there when absent. */
  leadId: Type.Optional(Id),
  /** Signals of one department, or a case, or nothing: then `organizationId` says whom it is for. */
  signalIds: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
  caseId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  /** The finding of a spot check that it follows. */
  spotCaseId: Type.Optional(Id),
});
export type OrderInput = Static<typeof OrderInput>;

export const OrderLine = Type.Object({
  id: Id, number: Type.String(), state: OrderState, stateLabel: Type.String(), source: OrderSource, about: Type.String(), content: Type.String(),
  organizationId: Id, organizationName: Type.String(), leadName: Nullable(Type.String()), caseId: Nullable(Id), caseNumber: Nullable(Type.String()),
  dueOn: Nullable(DateOnly),
  /** Past its day and not answered or rectified. */
  overdue: Type.Boolean(),
  issuedAt: DateTime, issuedBy: Type.String(), finishedAt: Nullable(DateTime),
});
export type OrderLine = Static<typeof OrderLine>;

const OrderFile = Type.Object({ id: Id, name: Type.String() });

export const OrderStepLine = Type.Object({
  action: Type.String(), label: Type.String(), by: Type.String(), organizationName: Nullable(Type.String()), at: DateTime, text: Type.String(), files: Type.Array(OrderFile),
});

export const OrderView = Type.Object({
  ...OrderLine.properties, version: Type.Integer(), demands: Type.String(), limitOn: DateOnly, measures: Nullable(Type.String()), rectifyUntil: Nullable(DateOnly), inTime: Nullable(Type.Boolean()),
  signals: Type.Array(Type.Object({ id: Id, level: SignalLevel, ruleNo: Type.String(), ruleName: Type.String(), says: Type.String(), caseId: Nullable(Id), caseNumber: Nullable(Type.String()), itemName: Type.String() })),
  steps: Type.Array(OrderStepLine),
  abilities: Type.Object(Object.fromEntries(orderAbilities.map((action) => [action, Type.Boolean()])) as Record<OrderAction, ReturnType<typeof Type.Boolean>>),
});
export type OrderView = Static<typeof OrderView>;

const filter = {
  state: Type.Optional(OrderState), finished: Type.Optional(Type.Boolean()), organizationId: Type.Optional(Id),
  /** Number of the order or of a case. */
  q: Type.Optional(Text(60)),
  /** What waits for the reader's own step. */
  mine: Type.Optional(Type.Boolean()), overdue: Type.Optional(Type.Boolean()), from: Type.Optional(DateOnly), to: Type.Optional(DateOnly),
};
export const OrderFilter = Type.Object(filter);
export type OrderFilter = Static<typeof OrderFilter>;

export const listOrders = defineOperation({
  id: 'supervision.list-orders', method: 'GET', path: '/api/v1/supervision/orders', permission: 'supervision.order.view', summary: '督办单，新的在前', query: Type.Object({ ...PageQuery.properties, ...filter }), response: PageOf(OrderLine),
});

/** Most orders of one export. */
export const mostExportedOrders = 20_000;

export const exportOrders = defineOperation({
  id: 'supervision.export-orders', method: 'GET', path: '/api/v1/supervision/orders/export', permission: 'supervision.order.view', summary: '导出督办单台账（Excel），按国家监察数据项', query: OrderFilter, responseKind: 'binary',
});

export const issueOrder = defineOperation({
  id: 'supervision.issue-order', method: 'POST', path: '/api/v1/supervision/orders', permission: 'supervision.order.issue', status: 201, idempotent: true,
  summary: '发出督办单：由预警、办件、抽查，或者直接向一个部门', body: OrderInput, response: OrderView,
});

const orderParams = Type.Object({ orderId: Id });

export const getOrder = defineOperation({
  id: 'supervision.get-order', method: 'GET', path: '/api/v1/supervision/orders/:orderId', permission: 'supervision.order.view', summary: '一张督办单及全部经过', params: orderParams, response: OrderView,
});

export const listLeads = defineOperation({
  id: 'supervision.list-leads', method: 'GET', path: '/api/v1/supervision/leads', permission: 'supervision.order.issue', summary: '一个部门里可以指定为责任人的人员', query: Type.Object({ organizationId: Id }),
  response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
});

const version = Type.Integer();
export const OrderStep = Type.Union([
  Type.Object({ action: Type.Literal('sign'), version }),
  Type.Object({ action: Type.Literal('reply'), version, text: Words, fileIds: Files }),
  Type.Object({ action: Type.Literal('rectify'), version, text: Words, until: DateOnly }),
  Type.Object({ action: Type.Literal('report'), version, text: Words, fileIds: Files }),
  Type.Object({ action: Code(['check', 'send-back', 'close', 'urge', 'withdraw'] as const), version, text: Words }),
]);
export type OrderStep = Static<typeof OrderStep>;

export const advanceOrder = defineOperation({
  id: 'supervision.advance-order', method: 'POST', path: '/api/v1/supervision/orders/:orderId/steps', permission: 'supervision.order.view', idempotent: true,
  summary: '督办单的一步：签收、反馈、整改、核查、退回、销号、催办、撤回', params: orderParams, body: OrderStep, response: OrderView,
});

export const printOrder = defineOperation({
  id: 'supervision.print-order', method: 'GET', path: '/api/v1/supervision/orders/:orderId/document', permission: 'supervision.order.view', summary: '督办单文书（PDF）', params: orderParams, responseKind: 'binary',
});

export const readOrderFile = defineOperation({
  id: 'supervision.read-order-file', method: 'GET', path: '/api/v1/supervision/orders/:orderId/files/:fileId', permission: 'supervision.order.view', summary: '督办单的附件', params: Type.Object({ orderId: Id, fileId: Id }), responseKind: 'binary',
});
