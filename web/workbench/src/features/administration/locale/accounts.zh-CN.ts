/** Words of the officers' accounts. */
export const accountWords = {
  title: '人员',
  open: '开通账号',
  search: '姓名或账号',
  organization: '全部单位',
  allStates: '全部状态',
  states: { suspended: '已停用', locked: '锁定中', unbound: '未绑定动态口令', dormant: '90 天未登录' },
  columns: { name: '姓名', account: '账号', organization: '单位', posts: '岗位', roles: '角色', state: '状态', lastSignIn: '最近登录' },
  normal: '正常',
  left: '已离任',
  initial: '待改初始密码',
  never: '从未登录',
  empty: ['还没有账号', '新来的同事请点“开通账号”。'],
  facts: {
    account: '账号', organization: '单位', posts: '岗位', roles: '角色', state: '状态', totp: '动态口令', created: '开通时间', lastSignIn: '最近登录', left: '离任日期',
  },
  bound: '已绑定',
  noRoles: '还没有角色，请安全管理员在“角色授权”中授予',
  form: {
    name: '姓名', account: '账号名', accountHint: '小写字母开头，可用字母、数字、点、下划线和短横线，至少 3 位；登录时不分大小写。', organization: '单位', posts: '岗位',
    postsHint: '待办按岗位分派；一人可以任多个岗位。', submit: '开通', submitted: '账号已开通',
  },
  password: {
    title: '初始密码', lead: (name: string) => `请当面交给${name}本人。首次登录须改为自己的密码，并绑定动态口令。`,
    once: '这个密码只显示这一次，关闭后不能再查看；没有交到的，可以再次重置。', account: '账号', password: '初始密码', close: '已交给本人',
  },
  move: { title: '调岗', lead: '从今天起生效，原任职留存；待办按新岗位分派。', submit: '保存调岗', done: '已调岗' },
  rename: { title: '更正姓名', submit: '保存姓名', done: '已更正姓名', lead: '此前签署的意见和文书保留原名。' },
  actions: { 'suspend': '停用', 'resume': '启用', 'unlock': '解除锁定', 'reset-password': '重置密码', 'reset-totp': '重置动态口令', 'leave': '办理离任' },
  confirm: {
    'suspend': ['停用账号', (name: string) => `${name}的登录立即全部结束，启用之前不能再登录；岗位和角色不变。`],
    'resume': ['启用账号', (name: string) => `${name}可以用原来的密码和动态口令登录。`],
    'unlock': ['解除锁定', (name: string) => `请先确认是${name}本人输错密码。解除后可以立即登录。`],
    'reset-password': ['重置密码', (name: string) => `请先核实是${name}本人申请。原密码立即作废，登录全部结束；新的初始密码只显示一次。`],
    'reset-totp': ['重置动态口令', (name: string) => `请先核实是${name}本人申请（如更换手机）。登录全部结束，下次登录须重新绑定。`],
    'leave': ['办理离任', (name: string) => `${name}从今天起不再担任任何岗位，账号停用，登录全部结束。已签收的待办请先由本人或负责人转办。`],
  },
  done: {
    'suspend': '账号已停用', 'resume': '账号已启用', 'unlock': '已解除锁定', 'reset-password': '密码已重置', 'reset-totp': '动态口令已重置', 'leave': '已办理离任',
  },
  apart: '密码和动态口令不由系统管理员重置：先由安全管理员收回其管理员角色，重置后再授予；没有别的安全管理员时，在服务器上执行 reset-administrator 命令。',
  labels: { name: '姓名', accountName: '账号名', organizationId: '单位', postCodes: '岗位' },
} as const;
