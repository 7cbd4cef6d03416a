export const zhCN = {
  boxes: { todo: '待办', done: '已办', 'to-read': '待阅', read: '已阅' },
  columns: { due: '办理期限', title: '事项', step: '环节', subject: '申请人', number: '编号', arrived: '到达时间', ended: '办结时间', note: '意见', from: '传阅人', state: '状态', action: '操作' },
  steps: { acceptance: '受理', review: '审查', decision: '决定', delivery: '送达', custom: '其他' },
  states: { mine: '我已签收', open: '待签收', returned: '退回', form: '要填表', signBefore: '前加签', signAfter: '后加签', completed: '已办理', sentBack: '已退回' },
  hint: (words: string) => `　提示：${words}`,
  filter: { step: '全部环节', q: '编号、事项或申请人', due: '按期限', newest: '按到达时间', order: '排序' },
  claim: '签收', release: '退回签收', transfer: '转办', claimed: '已签收', released: '已退回签收，其他人可以办理', read: '标为已阅', markedRead: '已标为已阅',
  today: '今日到期', overdue: '已超期',
  counts: { today: (n: number) => `今日到期 ${n}`, overdue: (n: number) => `超期 ${n}` },
  empty: {
    todo: ['没有待办', '新的任务到达后会出现在这里，右上角的消息也会提醒您。'], done: ['还没有办过', '办完的环节会出现在这里。'],
    'to-read': ['没有待阅', '同事传阅给您的办件会出现在这里。'], read: ['没有已阅', '看过的传阅会出现在这里。'],
  },
  reset: '清除筛选',
};
