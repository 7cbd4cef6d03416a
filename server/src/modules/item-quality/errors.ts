import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'item-quality.finding-not-found': { kind: 'not-found', title: '没有找到这个问题', detail: '它可能已被整改，或者不在您的查看范围内。' },
  'item-quality.finding-closed': { kind: 'rule-violated', title: '这个问题已经不存在', detail: '请刷新页面查看最新的检查结果。' },
  'item-quality.not-accepted': { kind: 'rule-violated', title: '这个问题没有认可为例外', detail: '请刷新页面查看最新情况。' },
  'item-quality.own-department': { kind: 'rule-violated', title: '不能认可本部门事项的例外', detail: '请由上级部门或者效能监督人员认可。' },
  'item-quality.reported': { kind: 'rule-violated', title: '群众反映的问题不能认可为例外', detail: '请核实后标为“已改好”或者“不属实”。' },
  'item-quality.not-reported': { kind: 'rule-violated', title: '这个问题由检查发现，不用人工核实', detail: '改好后重新检查，问题会自动办结。' },
  'item-quality.rule-not-found': { kind: 'not-found', title: '没有这条质量规则', detail: '请刷新规则列表。' },
  'item-quality.whole-city': { kind: 'forbidden', title: '质量规则对全部部门有效', detail: '请由管理全部事项的人员设置。' },
  'item-quality.bad-parameter': { kind: 'invalid', title: '参数“{label}”不正确', detail: '{reason}' },
  'item-quality.run-active': { kind: 'conflict', title: '同一范围的检查正在进行', detail: '请等它完成，或者先停止它。' },
  'item-quality.run-not-found': { kind: 'not-found', title: '没有找到这次检查', detail: '请刷新检查记录。' },
  'item-quality.run-ended': { kind: 'rule-violated', title: '这次检查已经结束', detail: '请刷新检查记录。' },
  'item-quality.nothing-to-order': { kind: 'rule-violated', title: '没有可以下达整改的问题', detail: '所选问题已被整改、已认可为例外，或者已在整改单中。' },
  'item-quality.which-findings': { kind: 'invalid', title: '请选择要整改的问题', detail: '勾选问题，或者按条件选择全部，两者选一。' },
  'item-quality.rectification-not-found': { kind: 'not-found', title: '没有找到这张整改单', detail: '它可能不在您的查看范围内。' },
  'item-quality.stale': { kind: 'conflict', title: '刚刚有其他人处理了它', detail: '请刷新后查看最新情况，再继续。' },
  'item-quality.wrong-state': { kind: 'rule-violated', title: '“{state}”的整改单不能这样处理', detail: '请刷新页面，按当前状态可用的操作继续。' },
});
