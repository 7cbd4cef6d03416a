export const zhCN = {
  title: '差评整改', one: '差评整改单', back: '返回',
  tabs: { rectifications: '整改', ratings: '全部评价', figures: '评价统计' },
  ratings: { none: '—', excluded: '不计入', rectification: '整改', anyLevel: '全部评价等级', anyDepartment: '全部部门', from: '评价日期从', to: '到', empty: ['还没有评价', '办件办结后，群众在网上、手机、大厅终端或者扫码评价。'] },
  figures: {
    period: '时间', months: (count: number) => (count === 1 ? '本月' : `近 ${count} 个月`), total: '评价', good: '好评率', bad: '差评', inTime: '按期整改率', share: (share: number | null) => (share === null ? '—' : `${share}%`),
    byDepartment: '按部门', department: '部门', export: '导出 Excel', byLevel: '按等级', byMonth: '按月', level: '等级', count: '件数', portion: '占比', month: '月份', monthOf: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
    note: '好评＝非常满意、满意和基本满意。申诉复核认定成立的不计入。同样的数字在门户“评价公示”公开。', empty: ['这段时间没有评价', '换一个时间或者部门再看。'],
    limit: '整改期限', days: '差评整改期限（工作日）', daysHint: '从差评生成起算，对之后的差评有效。', save: '保存', saved: '整改期限已保存',
  },
  columns: { due: '整改期限', state: '状态', level: '评价', text: '评价内容', item: '事项', department: '责任部门', rated: '评价时间', number: '办件编号' },
  filter: { no: '未完成', overdue: '超期', yes: '已完成', all: '全部状态' }, export: '导出 Excel', stands: '申诉停钟', paused: '申诉复核期间停止计时',
  remaining: (days: number) => (days < 0 ? `超期 ${-days} 个工作日` : days === 0 ? '今天到期' : `剩 ${days} 个工作日`),
  channels: { 'pc': '电脑端', 'mobile': '移动端', 'qr-code': '二维码', 'hall-terminal': '大厅终端', 'sms': '短信' },
  rating: { title: '评价', rater: '评价人', channel: '渠道', options: '选项', words: '文字评价', none: '没有文字评价', case: '办件', openCase: '打开办件', at: '评价时间' },
  progress: '整改过程', noSteps: '还没有办理，请先回访核实。', due: '期限', reply: '给评价人的反馈',
  steps: {
    'verify': { label: '回访核实', text: '核实情况', confirm: '登记核实' }, 'rectify': { label: '整改', text: '整改措施和结果', confirm: '登记整改' }, 'reply': { label: '反馈评价人', text: '反馈内容（评价人可见）', confirm: '发出反馈' },
    'appeal': { label: '申诉', text: '申诉理由', confirm: '提出申诉' }, 'decide-appeal': { label: '申诉复核', text: '复核意见', confirm: '登记复核' }, 'close': { label: '销号', text: '销号意见', confirm: '同意销号' }, 'send-back': { label: '退回重新整改', text: '退回原因', confirm: '退回' },
  },
  found: { label: '查实的问题', none: '没有查实的问题', outOfUse: '已停用' }, contact: { label: '回访情况', yes: '已联系到评价人', no: '没有联系到评价人' }, measure: '整改方式', ground: '申诉情形', granted: { yes: '申诉成立，不计入', no: '申诉不成立，继续整改' }, verdict: '复核结论',
  rule: '至少 5 个字。', done: '已登记', empty: { no: ['没有差评整改单', '群众给出不满意评价后，会自动生成整改单。'], overdue: ['没有超期的整改', '过了整改期限还没有反馈的列在这里；申诉复核期间停止计时。'], yes: ['还没有完成的整改', '整改反馈并销号后列在这里。'] }, cancel: '取消',
};
