import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const recognitionPermissions: readonly PermissionDefinition[] = [
  { code: 'recognition.catalogue.view', label: '查看智审目录、样本和分类模型', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'recognition.catalogue.edit', label: '编制智审目录和识别模板', defaultRoles: ['item-administrator'] },
  { code: 'recognition.model.train', label: '标注样本，训练和启用分类模型', defaultRoles: ['item-administrator'] },
  { code: 'recognition.reading.correct', label: '更正材料的识别结果', defaultRoles: ['window-clerk', 'reviewer', 'decider'] },
];
