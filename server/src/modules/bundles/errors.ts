import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'bundles.not-found': { kind: 'not-found', title: '没有找到这件事', detail: '它可能已停办，请从目录重新进入。' },
  'bundles.version-not-found': { kind: 'not-found', title: '没有找到这个版本', detail: '请从目录重新进入。' },
  'bundles.stale': { kind: 'conflict', title: '这件事刚刚被其他人修改', detail: '请刷新后查看最新内容，再重新保存。' },
  'bundles.claimed-already': { kind: 'conflict', title: '这件事已由{lead}认领', detail: '需要更换牵头部门的，请先与对方协商，由事项管理员调整。' },
  'bundles.not-claimed': { kind: 'rule-violated', title: '这件事还没有认领', detail: '请先由牵头部门认领，再配置。' },
  'bundles.open-version-exists': { kind: 'conflict', title: '这件事已有正在配置的版本', detail: '请在已有版本上继续修改。' },
  'bundles.state-refused': { kind: 'rule-violated', title: '“{state}”的版本不能{action}', detail: '请刷新页面，按当前状态可用的操作继续。' },
  'bundles.own-review': { kind: 'rule-violated', title: '不能审核自己提交的版本', detail: '请由其他审核人员审核。' },
  'bundles.not-ready': { kind: 'rule-violated', title: '有 {count} 处配置需要完善', detail: '请按检查结果逐项修改后再提交。' },
  'bundles.one-file': { kind: 'invalid', title: '没有收到清单文件', detail: '请选择一个 xlsx 或 csv 文件，一次导入一个。' },
  'bundles.too-many-rows': { kind: 'invalid', title: '清单超过 {most} 行', detail: '一次最多导入 {most} 行，请拆分后分次导入。' },
  'bundles.answers-incomplete': { kind: 'invalid', title: '问卷还没有答完', detail: '请返回这件事的页面，把问题答完后再开始申请。' },
  'bundles.organization-not-found': { kind: 'not-found', title: '没有找到这个部门', detail: '请重新选择现有的部门。' },
});
