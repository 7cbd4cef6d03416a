export const orderWords = {
  title: '督办单', one: '督办单', create: '发出督办单', search: '督办编号或办件编号', back: '返回', print: '打印', export: '导出 Excel', state: '状态', anyState: '全部状态',
  which: { mine: '待我办理', open: '未结束', overdue: '已超期', all: '全部' }, overdue: '已超期', inTime: '按期', late: '超期',
  columns: { number: '督办编号', state: '状态', about: '事由', department: '责任部门', lead: '责任人', due: '期限', issued: '发出', case: '办件' },
  empty: ['没有督办单', '可以从红黄牌、办件抽查发出，也可以直接发给一个部门。'], none: '—',
  form: {
    title: '发出督办单', department: '责任部门', signals: '一并督办的预警', signalsHint: '可以选同一部门的多条。', content: '督办内容', contentHint: '写明事实和依据。', demands: '督办要求', limit: '反馈期限', lead: '责任人', anyLead: '由部门安排',
    send: '发出', sent: (number: string) => `督办单 ${number} 已发出`, template: (about: string, says: string) => `${about}：${says}。`, usual: '请查明原因，限期办结，并书面反馈。',
  },
  facts: { content: '督办内容', demands: '督办要求', department: '责任部门', lead: '责任人', due: '期限', source: '来源', case: '办件', issued: '发出', measures: '整改措施', until: '整改期限', inTime: '是否按期' },
  signals: '督办的预警和红黄牌', progress: '全部经过', done: '已提交', words: '说明', files: '附件', until: '整改完成日期', submit: '提交', least: 5,
  steps: {
    'sign': { label: '签收', text: '' }, 'reply': { label: '反馈', text: '反馈内容' }, 'rectify': { label: '开始整改', text: '整改措施' }, 'report': { label: '整改完成', text: '整改结果' }, 'check': { label: '核查通过', text: '核查意见' },
    'send-back': { label: '退回', text: '退回原因' }, 'close': { label: '销号', text: '销号意见' }, 'urge': { label: '催办', text: '催办内容' }, 'withdraw': { label: '撤回', text: '撤回原因' },
  },
  signText: '签收后请在期限前反馈。', settle: '核销', settleTitle: '核销预警', settleLabel: '核实情况', settled: '已核销', settledBy: (by: string, text: string) => `${by}：${text}`, order: '督办',
};
