import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const selfBuiltMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'self-built.down', name: '自建系统连不上', topic: 'work', variables: ['systemId', 'systemName', 'since', 'lastError', 'openCases'], link: '/workbench/self-built-systems/{{systemId}}',
    title: '“{{systemName}}”从{{since}}起连不上', body: '原因：{{lastError}}。没有办结的办件 {{openCases}} 件：登记和编号照旧，请先在平台登记，恢复以后再进入对方系统，中断期间的回传会自动补取。',
  },
  {
    key: 'self-built.up', name: '自建系统恢复', topic: 'work', variables: ['systemId', 'systemName', 'since'], link: '/workbench/self-built-systems/{{systemId}}',
    title: '“{{systemName}}”已恢复', body: '从{{since}}起的中断已经结束。请接着办理登记之后没有进入的办件。',
  },
];
