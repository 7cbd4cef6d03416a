import { defineErrors } from '../errors/index.ts';

/** Errors of clock accounts; the codes of `states.ts` and those of storing. */
export const fail = defineErrors({
  'time-accounts.not-found': { kind: 'not-found', title: '没有找到办理时限的记录', detail: '请刷新后重试；如仍有问题，请联系管理员。' },
  'time-accounts.already-open': { kind: 'conflict', title: '办理时限已经开始计算', detail: '请刷新后查看最新状态。' },
  'time-accounts.stale': { kind: 'conflict', title: '办理时限刚刚被其他人变更', detail: '请刷新后查看最新状态，再决定是否继续。' },
  'time-accounts.paused': { kind: 'rule-violated', title: '时限已因特别程序停止计算', detail: '请先结束正在进行的特别程序。' },
  'time-accounts.not-paused': { kind: 'rule-violated', title: '时限没有停止计算，不需要恢复', detail: '请刷新后查看最新状态。' },
  'time-accounts.closed': { kind: 'rule-violated', title: '办理时限已经终结', detail: '已办结的办件不能再停止或延长时限。' },
  'time-accounts.not-closed': { kind: 'rule-violated', title: '办理时限仍在计算，不能重新开始', detail: '请刷新后查看最新状态。' },
  'time-accounts.immediate': { kind: 'rule-violated', title: '即办件应当场办结，不能停止或延长时限', detail: '确需更长时间的，请由事项管理员改为承诺件。' },
  'time-accounts.no-reason': { kind: 'invalid', title: '没有填写停止或延长时限的理由', detail: '请填写将告知申请人的理由。' },
  'time-accounts.extended-once': { kind: 'rule-violated', title: '办理期限已经延长过一次', detail: '依照行政许可法第四十二条，期限只能延长一次，请在期限内作出决定。' },
  'time-accounts.extension-too-long': { kind: 'rule-violated', title: '延长的天数超过法定上限 {most} 个工作日', detail: '请填写 1 至 {most} 个工作日。' },
  'time-accounts.legal-limit-passed': { kind: 'rule-violated', title: '法定期限已经届满，不能再延长', detail: '请尽快作出决定，并向申请人说明情况。' },
});
