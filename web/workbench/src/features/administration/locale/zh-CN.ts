import { accountWords } from './accounts.zh-CN.ts';
import { siteWords } from './site.zh-CN.ts';

export const zhCN = {
  accounts: accountWords,
  site: siteWords,
  reset: '清除筛选', refresh: '刷新',
  audit: {
    title: '审计日志', export: '导出 CSV', verify: '核对审计链',
    columns: { at: '时间', actor: '操作人', action: '操作', object: '对象', result: '结果', purpose: '用途', channel: '来源', ip: 'IP 地址', sequence: '链上序号' },
    filter: { action: '全部操作', object: '全部对象', objectId: '对象编号', result: '全部结果', from: '起始日期', to: '截止日期', actor: '操作人' },
    results: { done: '成功', refused: '被拒绝' } as Readonly<Record<string, string>>,
    empty: ['没有审计记录', '登录、查看个人信息、办理、授权都会留下记录。'],
    intact: (linked: number, unlinked: number) => `审计链完整：已核对 ${linked} 条${unlinked > 0 ? `，最近 ${unlinked} 条正在入链` : ''}`,
    broken: (sequence: number, reason: string) => `审计链第 ${sequence} 条起不完整：${reason}。请立即保全数据库和日志，报告安全管理员。`,
    detail: {
      title: '审计记录', at: '时间', actor: '操作人', actingFor: '代表', action: '操作', object: '对象', purpose: '用途', result: '结果', channel: '来源', ip: 'IP 地址', trace: '追踪号',
      sequence: '链上序号', pending: '正在入链', content: '内容', sameObject: '这个对象的全部记录', sameActor: '这个人的全部记录',
    },
  },
  roles: {
    title: '角色授权', tabs: { assignments: '授权', roles: '角色' },
    assign: '授予角色', add: '新增角色', remove: '收回', removed: '已收回，立即生效', assigned: '已授予',
    columns: { staff: '工作人员', role: '角色', scope: '数据范围', at: '授予时间', by: '授予人', action: '操作', name: '角色', code: '代码', kind: '类别', permissions: '权限' },
    filter: { role: '全部角色', staff: '按工作人员查找' },
    scopes: { all: '全部数据', region: '行政区划', organization: '本单位及下级', own: '本人经办' },
    scopeHint: { all: '平台内全部单位的数据。', region: '所选行政区划内的数据。', organization: '所选单位及其下级单位的数据。', own: '只有本人经办的数据。' },
    administrations: { system: '系统管理员', security: '安全管理员', audit: '审计管理员' }, business: '业务角色', administration: (name: string) => `三员：${name}`,
    permissionCount: (n: number) => `${n} 项权限`,
    empty: ['没有符合条件的授权', '换个人或角色，或点“授予角色”。'], noRoles: ['没有角色', '点“新增角色”，按岗位需要选择权限。'],
    form: {
      staff: '工作人员', role: '角色', scope: '数据范围', region: '行政区划', pickRegion: '选择行政区划', organization: '单位', confirm: '授予',
      separation: '系统、安全、审计三类管理员不能兼任，也不能兼任业务角色。',
    },
    removeTitle: '收回角色', removeLead: (staff: string, role: string) => `收回后，${staff}立即失去“${role}”的全部权限。办到一半的任务可以由其他有权限的人接着办。`,
    edit: { title: '角色', name: '角色名称', needName: '请填写角色名称，至少两个字。', code: '代码', codeHint: '小写字母、数字和短横线，三个字符以上', permissions: '权限', save: '保存', saved: '已保存，相关人员的下一次操作生效', fixed: '三员角色的权限由系统固定。' },
    system: '系统',
    modules: {
      access: '授权与审计', calendar: '工作日历', cases: '办件', catalog: '事项', handling: '办理', identity: '账号', intake: '收件', licences: '证照', messaging: '消息', organization: '机构人员',
      ratings: '好差评', seals: '印章', supervision: '监察', 'self-built': '自建系统', workflow: '流程', files: '文件', guidance: '导办', 'time-accounts': '时限', site: '网站',
    } as Readonly<Record<string, string>>,
  },
  organizations: {
    title: '机构', kinds: { government: '人民政府', department: '工作部门', hall: '政务服务中心', unit: '其他单位' },
    facts: { name: '名称', short: '简称', code: '统一社会信用代码', kind: '类别', region: '行政区划', duties: '职责', since: '设立日期', until: '撤销日期' },
    staff: '工作人员', choose: '选择一个机构查看详情', onDate: '查看当日的机构', filter: '名称或简称',
    empty: ['还没有机构', '机构由系统管理员设立；首次安装时随区划和部门数据导入。'], noMatch: ['没有符合条件的机构', '换个关键词，或清除日期。'],
    noStaff: ['这个机构还没有工作人员', '由系统管理员开通账号并安排岗位后，会出现在这里。'],
    closed: '已撤销',
    merging: {
      open: '并入其他机构', title: (name: string) => `把“${name}”并入其他机构`, lead: '在办的工作和人员转到承接机构，期限不变；已经办结的保留原名。合并后本机构撤销。', into: '承接机构', reason: '依据和原因', run: '合并', cancel: '取消', moves: (name: string) => `会转到${name}的：`,
      count: (count: number) => `${count}`, nothing: '没有需要转的工作。', cannotUndo: '合并不能撤回，请核对数量后再确认。', seen: '我已核对上面的种类和数量', needInto: '请选择承接机构。', needReason: '请写明依据和原因，至少 5 个字。', needSeen: '请核对数量并勾选。',
      done: (from: string, to: string) => `${from}已并入${to}`, history: '合并记录', went: (from: string, to: string) => `${from}并入${to}`,
    },
  },
  staff: {
    title: '人员', columns: { name: '姓名', account: '账号', organization: '单位', posts: '岗位', roles: '角色', until: '任职截止' }, search: '姓名或账号',
    organization: '全部单位', empty: ['没有符合条件的人员', '换个关键词，或清除筛选。'], toRoles: '查看授权', noAccount: '未开通', ongoing: '在职',
  },
  calendar: {
    title: '工作日历', year: '年份', source: '依据', holidays: (n: number) => `放假 ${n} 天`, workdays: (n: number) => `调休上班 ${n} 天`, working: (n: number) => `全年工作日 ${n} 天`,
    missing: (years: string) => `还没有录入 ${years} 年的放假安排`, missingDetail: '跨到这些年份的时限暂时不能最终确定。国务院办公厅发布放假通知后，请系统管理员录入。',
    notCovered: ['这一年还没有放假安排', '国务院办公厅发布放假通知后由系统管理员录入；此前跨到这一年的时限不能最终确定。'],
    month: (n: number) => `${n} 月`, week: ['一', '二', '三', '四', '五', '六', '日'], holiday: '休', workday: '班', today: '今天',
    legend: { holiday: '放假', workday: '调休上班', weekend: '周末' }, previous: '上一年', next: '下一年',
  },
};
