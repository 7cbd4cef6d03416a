import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const selfBuiltMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'self-built.down', name: '自建系统连不上', topic: 'work', variables: ['systemId', 'systemName', 'since', 'lastError', 'openCases'], link: '/workbench/self-built-systems/{{systemId}}',
    title: '“{{systemName}}”从{{since}}起连不上', body: '原因：{{lastError}}。没有办结的办件 {{openCases}} 件，登记和编号照旧；请联系对方，中断期间的回传恢复以后自动补取。',
  },
  {
    key: 'self-built.up', name: '自建系统恢复', topic: 'work', variables: ['systemId', 'systemName', 'since'], link: '/workbench/self-built-systems/{{systemId}}',
    title: '“{{systemName}}”已恢复', body: '从{{since}}起的中断已经结束，没有收到的回传正在补取。',
  },
  {
    key: 'self-built.down-at-window', name: '自建系统连不上（窗口）', topic: 'work', variables: ['systemName', 'since'], link: '/workbench/inbox',
    title: '“{{systemName}}”从{{since}}起连不上', body: '暂时不能带申请人进入。请照常在平台登记，编号和时限不受影响；恢复以后会再告诉您。',
  },
  {
    key: 'self-built.up-at-window', name: '自建系统恢复（窗口）', topic: 'work', variables: ['systemName', 'since'], link: '/workbench/inbox',
    title: '“{{systemName}}”已恢复', body: '从{{since}}起的中断已经结束。登记之后没有进入的办件，现在可以从办件页面进入。',
  },
];
