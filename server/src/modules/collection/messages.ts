import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

const variables = ['caseId', 'number', 'itemName', 'trackingNumber'] as const;

export const collectionMessages: readonly MessageTemplateDefinition[] = [
  { key: 'collection.parcel-delivered', name: '邮寄的结果已签收', topic: 'notice', variables, link: '/cases/{{caseId}}', title: '“{{itemName}}”的办理结果已签收', body: '办件{{number}}的办理结果（快递单号{{trackingNumber}}）已签收。如不是您本人或者家人签收，请尽快致电办理窗口。' },
  { key: 'collection.parcel-returned', name: '邮寄的结果被退回', topic: 'work', variables, link: '/workbench/hand-out/{{caseId}}', title: '邮件退回：{{itemName}}', body: '办件 {{number}} 的邮件（快递单号 {{trackingNumber}}）被退回，请与申请人核对收件地址，重新送达。' },
];
