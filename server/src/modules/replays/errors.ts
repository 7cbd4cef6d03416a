import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'replays.target-missing': { kind: 'invalid', title: '请选择要试算的草稿或版本', detail: '草稿和已发布的版本选其中一个。' },
  'replays.process-faulty': { kind: 'rule-violated', title: '流程还有 {count} 处要改，暂不能试算', detail: '请在草稿中按检查结果改好后再试算。' },
  'replays.no-cases': { kind: 'rule-violated', title: '没有符合条件的办件', detail: '请放宽事项、期间或状态；只有您管理范围内的办件可以用来试算。' },
  'replays.bad-period': { kind: 'invalid', title: '期间的开始晚于结束', detail: '请重新选择申请日期。' },
  'replays.node-unknown': { kind: 'invalid', title: '设定里的环节“{node}”不在这个流程里', detail: '草稿可能刚刚改过，请重新打开试算页面再设定。' },
  'replays.outcomes-sum': { kind: 'invalid', title: '环节“{name}”各结果的比例合计是 {sum}%，不是 100%', detail: '请改好比例，或者全部清空，改为按多数件。' },
  'replays.running': { kind: 'conflict', title: '您对这个流程的另一次试算还没有结束', detail: '请等它算完，或者先停止它。' },
  'replays.not-found': { kind: 'not-found', title: '没有找到这次试算', detail: '试算只有发起人能看，每个流程保留最近 20 次；请从流程的页面重新进入。' },
  'replays.over': { kind: 'rule-violated', title: '这次试算已经结束', detail: '请刷新后查看结果。' },
});
