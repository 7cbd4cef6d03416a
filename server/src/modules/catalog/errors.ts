import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'catalog.item-not-found': { kind: 'not-found', title: '没有找到这个事项', detail: '它可能已被取消，请重新检索。' },
  'catalog.version-not-found': { kind: 'not-found', title: '没有找到这个事项版本', detail: '请从事项列表重新进入。' },
  'catalog.stale': { kind: 'conflict', title: '这个版本刚刚被其他人修改', detail: '请刷新后查看最新内容，再重新保存。' },
  'catalog.open-version-exists': { kind: 'conflict', title: '这个事项已有正在编制的版本', detail: '请在已有版本上继续修改。' },
  'catalog.code-taken': { kind: 'conflict', title: '地方实施编码 {code} 已被其他事项使用', detail: '请核对编码；如为同一事项，请在原事项上新建版本。' },
  'catalog.state-refused': { kind: 'rule-violated', title: '“{state}”的版本不能{action}', detail: '请刷新页面，按当前状态可用的操作继续。' },
  'catalog.own-review': { kind: 'rule-violated', title: '不能审核自己提交的版本', detail: '请由其他审核人员审核。' },
  'catalog.not-ready': { kind: 'rule-violated', title: '有 {count} 处要素需要完善', detail: '请按质量检查结果逐项修改后再提交。' },
  'catalog.rule-stale': { kind: 'conflict', title: '这条规则刚刚被其他人修改', detail: '请刷新后查看最新设置，再重新保存。' },
  'catalog.not-published': { kind: 'rule-violated', title: '这个事项没有已发布的版本', detail: '只有已发布的事项可以取消。' },
  'catalog.fixed-code': { kind: 'rule-violated', title: '地方实施编码不能修改', detail: '编码变更请取消原事项后新建。' },
  'catalog.locked-element': { kind: 'rule-violated', title: '“{labels}”由上级清单统一规定，不能修改', detail: '请恢复原来的内容；确需调整的，向编制上级清单的部门提出。' },
  'catalog.version-closed': { kind: 'rule-violated', title: '这个版本已不在编制中，不能再批注', detail: '请在正在编制的版本上批注。' },
  'catalog.comment-not-found': { kind: 'not-found', title: '没有找到这条批注', detail: '请刷新后查看最新的批注。' },
  'catalog.unknown-element': { kind: 'invalid', title: '没有名为“{element}”的要素', detail: '请从要素列表中选择。' },
  'catalog.file-not-found': { kind: 'not-found', title: '没有找到这个文件', detail: '它可能已被更换，请从办事指南重新进入。' },
  'catalog.import-running': { kind: 'conflict', title: '另一个导入正在进行', detail: '请等它结束后再导入。' },
  'catalog.form-not-found': { kind: 'not-found', title: '没有找到这张表单', detail: '请从办事指南重新进入。' },
});
