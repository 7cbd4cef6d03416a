export const zhCN = {
  title: '运行看板', at: (time: string) => `${time} 更新`, live: '有变化随时更新', period: { 7: '近 7 日办结', 30: '近 30 日办结', 90: '近 90 日办结' } as Record<number, string>,
  columns: {
    department: '部门', waiting: '待受理', inProgress: '在办', paused: '停止计时', warning: '预警', yellow: '黄牌', red: '红牌', closed: '办结', onTime: '按时办结率', rectifications: '整改超期',
  },
  total: '合计', share: (value: number | null) => (value === null ? '—' : `${value.toFixed(1)}%`),
  cases: {
    title: '办件', all: '全部部门', levels: { all: '全部', warning: '预警', yellow: '黄牌', red: '红牌' }, states: { all: '全部状态', waiting: '待受理', running: '在办', paused: '停止计时', closed: '已办结' },
    columns: { number: '办件编号', item: '事项', department: '部门', applicant: '申请人', state: '状态', level: '时限', promised: '承诺期限', legal: '法定期限', submitted: '申请时间' }, empty: ['没有符合条件的办件', '换个部门、等级或状态。'],
  },
  signals: {
    title: '预警与红黄牌', one: '只显示消息中的这一条。', verified: '只看人工查实', filtered: (name: string) => `只看“${name}”的查实问题`, showAll: '查看全部', open: '未解除', all: '全部', cleared: '已解除', columns: { level: '等级', subject: '对象', rule: '规则和情况', department: '部门', due: '期限', raised: '发出', order: '督办' }, subject: { 'case': '办件', 'rectification': '差评整改', 'stuck-matter': '办不成事', 'order': '督办单' },
    empty: ['没有预警和红黄牌', '所有办件都在期限之内。'], rule: '至少 5 个字。',
  },
  steps: {
    title: '环节耗时', nothing: ['还没有可以统计的环节', '办件的环节由工作人员办完之后，每十分钟统计一次。'], none: ['这段时间没有办完的环节', '换一段时间、一个部门或一个版本。'], all: '看全部',
    countedAt: (when: string) => `统计到 ${when}`, export: '导出 Excel', process: '流程', version: '流程版本', versionOf: (n: number) => `第 ${n} 版`, period: '时间', periods: { 30: '近 30 天', 90: '近 90 天', 365: '近一年' } as Record<number, string>,
    region: '地区', anyRegion: '全部地区', measure: '看哪一段时间', measures: { total: '总用时', waiting: '等待', handling: '办理' }, share: '看哪个数', shares: { median: '中位数', p90: '90% 分位' },
    diagram: (name: string) => `${name} 环节耗时`, legend: '颜色越深，在这个流程里越耗时；每个环节上写着时间和件次。', step: '环节', count: '件次', column: (measure: string, share: string) => `${measure} ${share}`, cases: (n: number) => `${n} 件次`,
    note: '等待：到达至签收，只计工作日里的时间；没有签收就办完的，全部算等待。办理：签收至办完，只计工作日里的时间。总用时：到达至办完的自然时间，没有扣除停止计时。部门、地区按办件的实施部门。自动办理的不计。中位数和分位数按分段统计，误差不超过 5%。',
    duration: (seconds: number) => {
      if (seconds < 60) return '不到 1 分钟';
      if (seconds < 3_600) return `${Math.round(seconds / 60)} 分钟`;
      const hours = seconds / 3_600;
      // No more digits than the buckets can tell.
      if (hours < 72) return `${hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)} 小时`;
      return `${hours < 240 ? Math.round(hours / 2.4) / 10 : Math.round(hours / 24)} 天`;
    },
  },
  tabs: { board: '部门', views: '视图', cases: '办件', signals: '红黄牌' }, rulesLink: '监察规则', filtered: (name: string) => `只看“${name}”的在办件`, showAll: '查看全部',
};
