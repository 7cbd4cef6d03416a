import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { CaseReceipt } from '../intake/contract.ts';

/** waiting 待寄 until the mail service has registered it → registered 待揽收 → picked-up 已揽收 → in-transit 运输中 → delivered 已签收 | returned 退回; refused when it will not be taken. */
export const shipmentStates = ['waiting', 'registered', 'picked-up', 'in-transit', 'delivered', 'returned', 'refused'] as const;
export const ShipmentState = Code(shipmentStates);
export type ShipmentState = Static<typeof ShipmentState>;
export const shipmentStateLabels: Readonly<Record<ShipmentState, string>> = {
  'waiting': '待寄', 'registered': '待揽收', 'picked-up': '已揽收', 'in-transit': '运输中', 'delivered': '已签收', 'returned': '退回', 'refused': '未能登记',
};

export const ShipmentView = Type.Object({
  id: Id,
  state: ShipmentState,
  stateLabel: Type.String(),
  trackingNumber: Nullable(Type.String()),
  carrier: Nullable(Type.String()),
  /** To whom and where, masked. */
  recipient: Type.String(),
  madeAt: DateTime,
  /** Why it waits or was refused, for officers; null for the applicant. */
  trouble: Nullable(Type.String()),
  /** When registering is tried again. */
  nextTryAt: Nullable(DateTime),
  events: Type.Array(Type.Object({ at: DateTime, stateLabel: Type.String(), text: Type.String(), place: Type.String() })),
});
export type ShipmentView = Static<typeof ShipmentView>;

const caseParams = Type.Object({ caseId: Id });
const permission = 'collection.result.hand-out';
const Found = Type.Object({
  shipment: Nullable(ShipmentView),
  /** What was posted before and came back, the latest first; for officers also what the service would not take. */
  earlier: Type.Array(ShipmentView),
  /** A mail service is connected. */
  connected: Type.Boolean(),
  /** It is known where the next parcel would go. */
  addressed: Type.Boolean(),
});

export const getShipment = defineOperation({
  id: 'collection.get-shipment', method: 'GET', path: '/api/v1/cases/:caseId/shipment', permission: 'signed-in', summary: '办理结果的邮寄：快递单号和物流', params: caseParams, response: Found,
});

export const postResult = defineOperation({
  id: 'collection.post-result', method: 'POST', path: '/api/v1/cases/:caseId/shipment', permission, idempotent: true,
  summary: '向邮寄服务登记寄件，取得快递单号；服务暂时用不了的自动重试；邮件退回的重新登记，可以更正收件地址，没有接入邮寄服务的填写快递单号', params: caseParams,
  body: Type.Object({
    /** Checked with the applicant after a return; without it the parcel goes where the last one went. */
    postalAddress: Type.Optional(Type.Object({ recipient: Text(100, { minLength: 1 }), mobile: Text(30, { minLength: 5 }), address: Text(300, { minLength: 5 }) })),
    /** After a return, where no mail service is connected. */
    trackingNumber: Type.Optional(Text(60, { minLength: 4 })),
  }),
  response: Found,
});

export const readLabel = defineOperation({
  id: 'collection.read-label', method: 'POST', path: '/api/v1/cases/:caseId/shipment/label', permission, summary: '打印面单：完整的收件人、电话和地址，查看留痕', params: caseParams,
  body: Type.Object({ purpose: Text(100, { minLength: 2 }) }),
  response: Type.Object({ trackingNumber: Nullable(Type.String()), recipient: Type.String(), mobile: Type.String(), address: Type.String(), sender: Type.String() }),
});

export const handToMail = defineOperation({
  id: 'collection.hand-to-mail', method: 'POST', path: '/api/v1/cases/:caseId/shipment/handed-over', permission, idempotent: true,
  summary: '已交寄：登记邮寄送达和快递单号，出具送达回证，办件办结；邮件退回后重新邮寄的没有送达环节', params: caseParams, body: Type.Object({ taskId: Type.Optional(Id) }), response: CaseReceipt,
});

export const noteReturn = defineOperation({
  id: 'collection.note-return', method: 'POST', path: '/api/v1/cases/:caseId/shipment/return', permission, idempotent: true,
  summary: '登记邮件退回：退回的邮件已经到窗口，快递没有报告的也可以登记；告知申请人', params: caseParams, body: Type.Object({ reason: Text(200, { minLength: 2 }) }), response: CaseReceipt,
});
