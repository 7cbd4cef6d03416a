import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';
import { caseMessages } from '../cases/index.ts';

const orderMessage = (key: string, name: string, title: string, body: string): MessageTemplateDefinition =>
  ({ key: `supervision.order-${key}`, name, topic: 'work', variables: ['orderId', 'supervisionNumber', 'supervisionAbout', 'text', 'dueOn'], title, body, link: '/supervision-orders/{{orderId}}' });

export const supervisionMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'supervision.case-signal', name: '办件预警', topic: 'work', variables: ['caseId', 'number', 'itemName', 'level', 'rule', 'says', 'dueOn'], ...caseMessages,
    title: '{{level}}：{{itemName}}', body: '办件 {{number}}（{{itemName}}）{{level}}“{{rule}}”：{{says}}。请尽快处理。', link: '/cases/{{caseId}}',
  },
  {
    key: 'supervision.rectification-signal', name: '差评整改预警', topic: 'work', variables: ['rectificationId', 'itemName', 'level', 'rule', 'says', 'dueOn'],
    title: '{{level}}：差评整改“{{itemName}}”', body: '“{{itemName}}”的差评整改{{level}}“{{rule}}”：{{says}}。请尽快核实、整改并反馈。', link: '/rectifications/{{rectificationId}}',
  },
  {
    key: 'supervision.matter-signal', name: '办不成事预警', topic: 'work', variables: ['matterId', 'matterNumber', 'itemName', 'level', 'rule', 'says', 'dueOn'],
    title: '{{level}}：办不成事反映 {{matterNumber}}', body: '办不成事反映 {{matterNumber}}“{{itemName}}”{{level}}“{{rule}}”：{{says}}。请督促尽快办理。', link: '/stuck-matters/{{matterId}}',
  },
  {
    key: 'supervision.order-signal', name: '督办单预警', topic: 'work', variables: ['orderId', 'supervisionNumber', 'itemName', 'level', 'rule', 'says', 'dueOn'],
    title: '{{level}}：督办单 {{supervisionNumber}}', body: '督办单 {{supervisionNumber}}“{{itemName}}”{{level}}“{{rule}}”：{{says}}。请按督办要求反馈、整改。', link: '/supervision-orders/{{orderId}}',
  },
  orderMessage('issued', '督办单', '督办单 {{supervisionNumber}}：{{supervisionAbout}}', '{{text}} 请签收，于 {{dueOn}} 前反馈。'),
  orderMessage('answered', '督办有反馈', '督办单 {{supervisionNumber}} 有反馈', '“{{supervisionAbout}}”：{{text}}'),
  orderMessage('returned', '督办退回', '督办单 {{supervisionNumber}} 退回', '“{{supervisionAbout}}”：{{text}} 请于 {{dueOn}} 前重新办理。'),
  orderMessage('urged', '督办催办', '催办：督办单 {{supervisionNumber}}', '“{{supervisionAbout}}”：{{text}} 期限 {{dueOn}}。'),
  orderMessage('ended', '督办结束', '督办单 {{supervisionNumber}} 已结束', '“{{supervisionAbout}}”：{{text}}'),
  {
    key: 'supervision.inspection-assigned', name: '办件抽查', topic: 'work', variables: ['checkId', 'checkName', 'count'],
    title: '办件抽查：{{checkName}}', body: '“{{checkName}}”分给您 {{count}} 件，请查阅办件全程记录并登记检查结果。', link: '/spot-checks/{{checkId}}',
  },
];
