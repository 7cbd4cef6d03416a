import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const hallsMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'halls.fault-opened', name: '大厅设备报修', topic: 'work', variables: ['hallId', 'hallName', 'deviceName', 'place', 'fault', 'faultNote'], link: '/workbench/halls/{{hallId}}/devices?tab=faults',
    title: '设备报修：{{deviceName}}（{{fault}}）', body: '{{hallName}}{{place}}的“{{deviceName}}”{{fault}}{{faultNote}}请安排处理。',
  },
];
