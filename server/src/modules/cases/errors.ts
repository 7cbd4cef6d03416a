import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'cases.not-found': { kind: 'not-found', title: '没有找到这个办件', detail: '请核对办件编号；它也可能不在您的查看范围内。' },
  'cases.item-not-found': { kind: 'not-found', title: '没有找到这个事项', detail: '它可能不在您的管理范围内，请从事项列表重新进入。' },
  'cases.stale': { kind: 'conflict', title: '这个办件刚刚有了新的办理动作', detail: '请刷新页面，查看最新情况后再决定是否继续；您写的意见可以先复制保存。' },
  'cases.wrong-status': { kind: 'rule-violated', title: '办件当前为“{status}”，不能{action}', detail: '请刷新页面查看最新状态。' },
  'cases.supplement-once': { kind: 'rule-violated', title: '补正只能一次性告知，本件已经告知过', detail: '依照行政许可法第三十二条，请根据现有材料作出受理或者不予受理的决定。' },
  'cases.supplement-too-late': { kind: 'rule-violated', title: '收到申请已超过五个工作日，不能再要求补正', detail: '依照行政许可法第三十二条，逾期不告知的，自收到申请材料之日起即为受理；请直接受理。' },
  'cases.special-procedure-running': { kind: 'rule-violated', title: '已有一项特别程序正在申请或进行', detail: '请先处理完该特别程序。' },
  'cases.special-procedure-unknown': { kind: 'not-found', title: '没有找到这项特别程序', detail: '请刷新页面后重试。' },
  'cases.special-procedure-wrong-state': { kind: 'rule-violated', title: '这项特别程序已经处理过', detail: '请刷新页面查看最新情况。' },
  'cases.special-procedure-open': { kind: 'rule-violated', title: '有特别程序申请尚未批复，不能作出决定', detail: '请先批准或不同意该申请。' },
  'cases.taken-over': { kind: 'conflict', title: '这个办件已经转由工作人员办理', detail: '请刷新页面查看最新情况。' },
  'cases.nothing-to-revoke': { kind: 'rule-violated', title: '这个办件没有可以撤销的准予决定', detail: '只有准予的、还没有撤销的决定才能撤销；请刷新页面查看最新情况。' },
  'cases.extended-once': { kind: 'rule-violated', title: '办理期限只能延长一次，本件已延长过', detail: '请在现有期限内作出决定（行政许可法第四十二条）。' },
  'cases.extension-too-long': { kind: 'rule-violated', title: '最多可以延长十个工作日', detail: '请填写 1 至 10 之间的天数（行政许可法第四十二条）。' },
  'cases.no-process': { kind: 'unavailable', title: '“{item}”没有配置办理流程', detail: '请联系事项管理员检查事项配置。' },
  'cases.not-your-task': { kind: 'forbidden', title: '这个环节不由您办理', detail: '请由该环节的承办人员办理，或请其转交给您。' },
  'cases.not-decider': { kind: 'forbidden', title: '这项决定由{organization}负责人作出', detail: '请联系作出决定的部门办理；您可以在审查意见中提出建议。' },
  'cases.no-such-task': { kind: 'conflict', title: '这个环节已经办理完毕，或还没有开始', detail: '请刷新页面查看最新情况。' },
  'cases.track-mismatch': { kind: 'not-found', title: '没有找到相符的办件', detail: '请核对办件编号和申请人证件号码后四位（字母请用大写）。' },
});
