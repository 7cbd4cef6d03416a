import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

const variables = ['caseId', 'number', 'itemName', 'trackingNumber'] as const;

export const collectionMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'collection.result-waits', name: '提醒领取办理结果', topic: 'notice', variables: ['caseId', 'number', 'itemName', 'office', 'dueOn'], link: '/cases/{{caseId}}', title: '请领取“{{itemName}}”的办理结果',
    body: '办件{{number}}已于{{dueOn}}作出决定，结果在{{office}}窗口等您领取。请带本人身份证件；委托他人的，代理人带身份证件，授权须先在平台上办理。', sms: '您的“{{itemName}}”（{{number}}）办理结果已可领取，请带身份证件到{{office}}窗口。',
  },
  { key: 'collection.parcel-delivered', name: '邮寄的结果已签收', topic: 'notice', variables, link: '/cases/{{caseId}}', title: '“{{itemName}}”的办理结果已签收', body: '办件{{number}}的办理结果（快递单号{{trackingNumber}}）已签收。如不是您本人或者家人签收，请尽快致电办理窗口。' },
  { key: 'collection.parcel-returned', name: '邮寄的结果被退回', topic: 'work', variables, link: '/workbench/hand-out/{{caseId}}', title: '邮件退回：{{itemName}}', body: '办件 {{number}} 的邮件（快递单号 {{trackingNumber}}）被退回，请与申请人核对收件地址，重新送达。' },
];
