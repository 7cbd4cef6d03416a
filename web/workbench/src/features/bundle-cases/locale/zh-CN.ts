/** Words of bundles that were applied for, as offices see them. */
export const zhCN = {
  title: '一件事办件', refresh: '刷新', reset: '清除条件', empty: ['没有符合条件的一件事办件'], none: '—',
  filter: { q: '编号、申请人、一件事', state: '全部状态' },
  columns: { number: '申请编号', bundle: '一件事', applicant: '申请人', state: '状态', items: '进度', lead: '牵头部门', submitted: '申请时间' },
  progress: (settled: number, all: number) => `${settled} / ${all}`, failed: (count: number) => `${count} 个没有办成`,
  items: '各事项', item: { name: '事项', department: '部门', label: '状态', due: '期限', number: '办件编号', after: '要用哪些事项的结果' }, estimated: '（预计）', hidden: '不在您的查看范围',
  expected: (day: string) => `预计 ${day} 前全部办完`, critical: (names: readonly string[]) => `决定总时间：${names.join(' → ')}`,
  partial: (time: string) => `申请人已在${time}同意先送达已办好的。`, delivered: (time: string) => `已在${time}统一送达。`,
  deliver: '统一送达', deliverTitle: '全部结果一次送达', deliverLead: '已作出决定的事项一并送达、办结，每件出具送达回证。', method: '送达方式', methods: { electronic: '电子送达', counter: '窗口领取', express: '邮寄' }, receiver: '签收人', tracking: '快递单号', done: '已送达',
};
