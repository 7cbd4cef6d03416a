import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';
import { caseMessages } from '../cases/index.ts';

export const supervisionMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'supervision.case-signal', name: '办件预警', topic: 'work', variables: ['caseId', 'number', 'itemName', 'level', 'dueOn'], ...caseMessages,
    title: '{{level}}：{{itemName}}', body: '办件 {{number}}（{{itemName}}）{{level}}，期限至 {{dueOn}}，请尽快办理。', link: '/cases/{{caseId}}',
  },
  {
    key: 'supervision.rectification-signal', name: '差评整改预警', topic: 'work', variables: ['rectificationId', 'itemName', 'level', 'dueOn'],
    title: '{{level}}：差评整改“{{itemName}}”', body: '“{{itemName}}”的差评整改{{level}}，期限至 {{dueOn}}，请尽快核实、整改并反馈。', link: '/rectifications/{{rectificationId}}',
  },
  {
    key: 'supervision.demand', name: '督办', topic: 'work', variables: ['signalId', 'itemName', 'level', 'text'],
    title: '督办：{{itemName}}（{{level}}）', body: '{{text}}', link: '/supervision/signals/{{signalId}}',
  },
  {
    key: 'supervision.answer', name: '督办反馈', topic: 'work', variables: ['signalId', 'itemName', 'text'],
    title: '督办已反馈：{{itemName}}', body: '{{text}}', link: '/supervision/signals/{{signalId}}',
  },
];
