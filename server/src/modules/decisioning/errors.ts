import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'decisioning.setting-not-found': { kind: 'not-found', title: '没有找到这个自动审批设置', detail: '它可能已被放弃，或不在您的管理范围内，请从列表重新进入。' },
  'decisioning.setting-stale': { kind: 'conflict', title: '这个设置刚刚被其他人修改', detail: '请刷新页面查看最新内容，再决定是否继续。' },
  'decisioning.draft-exists': { kind: 'conflict', title: '这个事项已经有一个草稿', detail: '请打开已有的草稿继续编辑。' },
  'decisioning.not-draft': { kind: 'rule-violated', title: '只有草稿可以修改或者启用', detail: '请先以现行设置为底稿新建草稿。' },
  'decisioning.not-ready': { kind: 'rule-violated', title: '还有 {count} 处不满足启用条件', detail: '请按检查结果逐条修改后再启用。' },
  'decisioning.same-person': { kind: 'forbidden', title: '编制的人不能自己启用', detail: '请由另一位有启用权限的人员核对后启用。' },
  'decisioning.not-active': { kind: 'rule-violated', title: '这个设置没有在启用', detail: '请刷新页面查看最新状态。' },
  'decisioning.not-proactive': { kind: 'rule-violated', title: '这个设置不主动查找可以享受服务的人', detail: '只有模型为“无感·不申即办”的事项可以查找。' },
  'decisioning.not-stopped': { kind: 'rule-violated', title: '这个设置没有停用', detail: '请刷新页面查看最新状态。' },
  'decisioning.all-stopped': { kind: 'rule-violated', title: '全部自动审批已经停止', detail: '请先恢复总开关，再启用单个事项。' },
  'decisioning.switched-off': { kind: 'rule-violated', title: '自动审批已停用', detail: '办件转由工作人员办理。' },
  'decisioning.whole-platform-only': { kind: 'forbidden', title: '总开关只能由管辖全部事项的人员操作', detail: '请联系自动审批的总管理员；单个事项可以分别停用。' },
  'decisioning.switch-unchanged': { kind: 'conflict', title: '总开关已经是这个状态', detail: '请刷新页面查看最新情况。' },
  'decisioning.run-not-found': { kind: 'not-found', title: '没有找到这件自动审批', detail: '这个办件没有经过自动审批，或不在您的查看范围内。' },
  'decisioning.no-open-review': { kind: 'conflict', title: '这件自动审批没有待办的复核', detail: '它可能已经复核过，请刷新页面查看。' },
  'decisioning.not-automatic': { kind: 'rule-violated', title: '这个办件不是由系统自动作出决定的', detail: '对决定不服的，可以按决定书写明的途径申请行政复议或者提起行政诉讼。' },
  'decisioning.review-requested': { kind: 'conflict', title: '这个办件已经在复核或者复核过了', detail: '请在办件页面查看复核结果。' },
  'decisioning.offer-not-found': { kind: 'not-found', title: '没有找到这项服务提示', detail: '它可能已经失效，您仍可以从办事指南自行申请。' },
  'decisioning.offer-over': { kind: 'conflict', title: '这项服务提示已经处理过或者过期', detail: '您仍可以从办事指南自行申请。' },
});
