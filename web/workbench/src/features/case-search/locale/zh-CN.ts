export const zhCN = {
  title: '办件查询',
  columns: { number: '办件编号', item: '事项', applicant: '申请人', status: '状态', due: '承诺期限', level: '时限', department: '受理部门', channel: '渠道', submitted: '申请时间', closed: '办结时间' },
  channels: { portal: '网上', mobile: '手机', window: '窗口', kiosk: '自助终端', phone: '电话', api: '接口' } as Record<string, string>,
  filter: { q: '编号、申请人、经办人或事项', status: '全部状态', level: '全部时限', from: '申请日期起', to: '申请日期止' },
  order: { label: '排序', newest: '最近申请在前', oldest: '最早申请在前' },
  found: ({ count, more }: { count: number; more: boolean }) => (more ? `超过 ${count.toLocaleString('zh-CN')} 件` : `共 ${count} 件`),
  byClerk: (name: string) => `${name}登记`, byAgent: (name: string) => `${name}代办`,
  document: {
    open: '按证件查', title: '按证件查办件', lead: '查这个证件的持有人作为申请人、经办人或者代理人的办件。证件号码不保存，查询留痕。', type: '证件类型', number: '证件号码', creditCode: '统一社会信用代码', find: '查找', parts: { applicant: '申请人', agent: '经办人（代理人）' },
    none: '没有找到。这里只查您权限范围内的办件，请核对证件类型和号码。', count: (n: number) => `共 ${n} 件`, more: (n: number) => `超过 ${n} 件，列出最近的 ${n} 件`,
  },
  outcome: { approved: '准予', denied: '不予许可' },
  reset: '清除筛选', refresh: '刷新', csv: '导出当前列表',
  empty: ['还没有办件', '这里只显示您权限范围内的办件。'],
};
