export const zhCN = {
  title: '运行看板', at: (time: string) => `${time} 更新`, live: '每 15 秒自动更新', period: { 7: '近 7 日办结', 30: '近 30 日办结', 90: '近 90 日办结' } as Record<number, string>,
  columns: {
    department: '部门', waiting: '待受理', inProgress: '在办', paused: '停止计时', warning: '预警', yellow: '黄牌', red: '红牌', closed: '办结', onTime: '按时办结率', rectifications: '整改超期',
  },
  total: '合计', share: (value: number | null) => (value === null ? '—' : `${value.toFixed(1)}%`),
  cases: {
    title: '办件', all: '全部部门', levels: { all: '全部', warning: '预警', yellow: '黄牌', red: '红牌' }, states: { all: '全部状态', waiting: '待受理', running: '在办', paused: '停止计时', closed: '已办结' },
    columns: { number: '办件编号', item: '事项', department: '部门', applicant: '申请人', state: '状态', level: '时限', promised: '承诺期限', legal: '法定期限', submitted: '申请时间' }, empty: ['没有符合条件的办件', '换个部门、等级或状态。'],
  },
  signals: {
    title: '预警与红黄牌', one: '只显示消息中的这一条。', showAll: '查看全部', open: '未解除', all: '全部', raised: '发出时间', cleared: '已解除', columns: { level: '等级', subject: '对象', item: '事项', department: '部门', due: '期限', raised: '发出', demand: '督办' }, subject: { case: '办件', rectification: '差评整改' },
    demand: '督办', answer: '反馈督办', demanded: '已督办，待反馈', answered: '已反馈', none: '—', empty: ['没有预警和红黄牌', '所有办件都在期限之内。'],
    demandTitle: '发出督办', demandLabel: '督办要求', answerTitle: '反馈督办', answerLabel: '反馈内容', send: '发出', sent: '已发出', rule: '至少 5 个字。', by: (name: string, at: string) => `${name}　${at}`,
  },
  tabs: { board: '部门', cases: '办件', signals: '红黄牌' },
};
