import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

/** What those who publish items are told in the workbench. */
export const catalogMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'catalog.plan-refused', name: '计划发布或取消没有成功', topic: 'work', variables: ['versionId', 'itemName', 'what', 'reason'], about: 'item', link: '/workbench/catalogue/versions/{{versionId}}',
    title: '{{what}}没有成功：“{{itemName}}”', body: '“{{itemName}}”{{what}}的日期已到，但没有成功：{{reason}}平台每 10 分钟再试一次，处理后会自动完成。',
  },
];
