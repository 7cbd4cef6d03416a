export const zhCN = {
  title: (name: string) => `${name}，您好`,
  numbers: { todo: '我的待办', dueToday: '今日到期', overdue: '我的超期', received: '今日收件', closed: '今日办结', warning: '本部门预警', late: '本部门超期', open: '本部门在办' },
  next: { title: '接下来办什么', all: '全部待办', empty: '没有待办', emptyDetail: '新的任务到达后会出现在这里。' },
  columns: { due: '期限', title: '事项', step: '环节', subject: '申请人', number: '编号', state: '状态' },
  mine: '我已签收', open: '待签收', returned: '退回',
  watch: { title: '临近期限的办件', all: '全部预警', empty: '没有临近期限或超期的办件。' },
  shortcuts: { title: '快捷入口', drafts: '未完成的登记', registration: '窗口登记', calling: '叫号', halls: '大厅管理', supervisionOrders: '督办单', cases: '办件查询', board: '运行看板', rectifications: '差评整改', catalogue: '事项清单', licences: '已发证照', audit: '审计日志', roles: '角色授权', staff: '人员', outbox: '消息通道', account: '登录与密码' },
  resume: '继续',
};
