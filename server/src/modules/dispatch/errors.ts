import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'dispatch.rule-set-not-found': { kind: 'not-found', title: '没有找到这个分发规则', detail: '它可能不在您的管理范围内；请从业务分发列表重新进入。' },
  'dispatch.already-halted': { kind: 'conflict', title: '这个分发规则刚刚由其他人停用或启用', detail: '请刷新后查看。' },
  'dispatch.record-not-found': { kind: 'not-found', title: '没有找到这条分发记录', detail: '它可能不在您的查看范围内；请从分发监控重新进入。' },
  'dispatch.task-not-found': { kind: 'not-found', title: '没有找到这个待办', detail: '它可能不在您的改派范围内；请刷新分发监控。' },
  'dispatch.task-over': { kind: 'rule-violated', title: '这个待办已经办结、被退回或被取消', detail: '不需要改派；请刷新分发监控。' },
  'dispatch.stale': { kind: 'conflict', title: '这个待办刚刚由其他人改派或办理', detail: '请刷新后查看现在的去向，再决定是否改派。' },
  'dispatch.no-target': { kind: 'invalid', title: '请选择改派给谁', detail: '至少选择机构、岗位、人员中的一项。' },
  'dispatch.target-closed': { kind: 'rule-violated', title: '机构“{name}”已经撤销', detail: '请改选现有的机构。' },
  'dispatch.target-unknown': { kind: 'invalid', title: '没有找到所选的机构、岗位或在职人员', detail: '请重新选择。' },
  'dispatch.target-outside': { kind: 'forbidden', title: '不能改派给“{name}”', detail: '只能改派给您管理范围内的机构，或已经参加这件办理的部门。' },
  'dispatch.target-authority': { kind: 'rule-violated', title: '决定只能由{name}作出', detail: '请在该机关及其下属机构中选择岗位或人员。' },
  'dispatch.handover-unable': { kind: 'rule-violated', title: '{name}不能办理“{task}”', detail: '该人员没有查看办件或者办理这个环节的权限；请选择有相应岗位的人员。' },
  'dispatch.signing-step': { kind: 'rule-violated', title: '“{task}”不能加签', detail: '只有审查环节可以请其他人员一起提出意见；受理、决定和送达由经办人自己负责，需要时可以转办。' },
  'dispatch.same-target': { kind: 'rule-violated', title: '这个待办现在就在所选的去向', detail: '不需要改派。' },
  'dispatch.bad-period': { kind: 'invalid', title: '时间范围不对', detail: '开始日期不能晚于结束日期，最长一年。' },
});
