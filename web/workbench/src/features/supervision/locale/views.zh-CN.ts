export const viewWords = {
  by: '按什么看', period: '时间', periods: { 30: '近 30 天', 90: '近 90 天', 365: '近一年' } as Record<number, string>, region: '区划', anyRegion: '全部区划', up: '上一级', export: '导出 Excel', total: '合计', more: (n: number) => `另有 ${n} 行，导出可看全部。`,
  sort: '排序', sorts: { 'overdue': '红黄牌多的在前', 'open': '在办多的在前', 'closed': '办结多的在前', 'on-time': '按时率低的在前', 'days': '用时长的在前' },
  columns: { found: '查实问题', averageDays: '平均用时', promisedDays: '平均承诺', organization: '部门' }, days: (n: number | null) => (n === null ? '—' : `${n} 日`), trend: '办结走势', below: '看下级', cases: '看办件',
  overlapping: '一件办件由多人经手的，每人各计一次，合计按办件计。', note: '在办、红黄牌和没有核销的查实问题是现在的数；办结、按时率、用时是所选时间作出决定的。用时按承诺期限的单位计，已扣除停止计时。窗口按登记时上岗的窗口计。',
  empty: ['这段时间没有办件', '换一段时间或一个区划。'], point: (on: string, closed: number, share: string) => `${on} 办结 ${closed} 件，按时 ${share}`,
};
