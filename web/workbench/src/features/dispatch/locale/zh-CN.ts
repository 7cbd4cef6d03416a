export const zhCN = {
  title: '业务分发', tabs: { rules: '规则', monitor: '监控', records: '分发记录' }, none: '—', reset: '清除条件', cancel: '取消',
  reason: '理由', reasonRule: '至少 2 个字，会记入审计日志。',
  rules: {
    columns: { name: '规则', kind: '种类', place: '管哪些事项', published: '现行版本', draft: '草稿', uses: '近 30 天', problems: '要修改的' },
    anyKind: '全部种类', everywhere: '全部事项', ofPlace: (name: string) => `${name}的事项`, version: (number: number) => `第 ${number} 版`, by: (at: string, name: string) => `${at} ${name}`,
    never: '还没有发布', uses: (followed: number, failed: number) => (failed === 0 ? `按规则 ${followed} 件` : `按规则 ${followed} 件，未生效 ${failed} 件`), problems: (count: number) => `${count} 处`, fine: '没有',
    halted: '已停用', haltedBy: (name: string, at: string, reason: string) => `${name} ${at} 停用：${reason}`, halt: '停用', resume: '启用',
    empty: ['还没有分发规则', '没有规则时，每一件都按事项的办理流程分到岗位。选择“新建规则”，从预审、审批或场景拆单开始。'],
    emptyReader: ['还没有分发规则', '每一件都按事项的办理流程分到岗位。'],
    create: '新建规则', createTitle: '新建分发规则', kind: '种类', name: '名称', nameHelp: '例如：网上申请的受理分发', code: '编码', codeHelp: '例如：urban', badCode: '用小写字母、数字和连字符，至少两个字符。', description: '说明', start: '新建并编辑', facts: '规则可以看哪些数据',
    kinds: { acceptance: '提交以后由谁受理', approval: '审查、决定由谁办理', split: '并联审查由哪些部门参加' },
    where: '管哪些事项由您的管理范围决定：本部门及下属单位的事项，或者全部事项。保存后在业务规则的决策表里填写，由另一名有发布权限的人员发布。',
    haltTitle: '停用这个分发规则？', haltLead: '一分钟内生效，新的办件按办理流程分到岗位；已经分出的不变。', haltDone: '已停用', resumeTitle: '启用这个分发规则？', resumeLead: '新的办件立即按现行版本分发。', resumeDone: '已启用',
    problemsTitle: '规则里要修改的地方', row: (number: number) => `第 ${number} 行`, ofDraft: '草稿', ofPublished: '现行版本', open: '在决策表里修改',
  },
  monitor: {
    periods: { 7: '近 7 天', 30: '近 30 天', 90: '近 90 天' } as Record<number, string>, period: '时间范围',
    waiting: '各机构、岗位的待办', waitingHelp: '现在还没有办完的待办，按分发到的机构和岗位', days: '逐日分发和积压', rules: '各规则版本的使用',
    columns: { place: '机构', post: '岗位', waiting: '待签收', taken: '办理中', overdue: '超期', oldest: '等得最久的', day: '日期', arrived: '新到', done: '办完', standing: '当日终了未办完', rule: '规则', kind: '种类', version: '版本', followed: '按规则', failed: '未生效' },
    emptyWaiting: ['现在没有待办', '有新的办件就会出现在这里。'], emptyRules: ['这段时间没有用到分发规则', '换一个时间范围，或到“规则”查看现行规则。'], emptyDays: ['这段时间没有分发', ''],
  },
  records: {
    columns: { number: '办件', task: '环节', outcome: '怎样分发', target: '分发到', rule: '依据', at: '时间', state: '现在', select: '选择' },
    search: '办件编号或者事项', anyKind: '全部种类', anyOutcome: '全部分发方式', onlyOpen: '只看未办完', from: '开始日期起', to: '开始日期止',
    states: { waiting: '待签收', taken: '办理中', done: '已办', cancelled: '已取消' }, rows: (rows: readonly number[]) => (rows.length === 0 ? '' : `第 ${rows.join('、')} 行`),
    empty: ['还没有分发记录', '有新的办件提交后，每个环节分到哪里、依据哪条规则会出现在这里。'], redispatch: '改派', selected: (count: number) => `改派选中的 ${count} 件`, selectAll: '选择显示的全部待办', selectOne: (number: string, task: string) => `选择 ${number} ${task}`, clear: '取消选择',
    filteredBy: (name: string) => `只看：${name}`,
  },
  record: {
    title: '分发记录', number: '办件编号', item: '事项', department: '办理部门', task: '环节', target: '分发到', outcome: '怎样分发', reason: '原因', redispatchReason: '理由', mend: '怎样处理', rule: '依据', openRule: '查看规则', state: '现在', handler: (name: string) => `${name}`,
    explanation: '规则的命中解释', noExplanation: '没有用到规则。', history: '分发经过', automatic: '自动',
  },
  redispatch: {
    title: (count: number) => (count === 1 ? '改派待办' : `改派 ${count} 件待办`), lead: '现在的办理人会失去这个待办；改派的理由留在分发记录和审计日志里。', organization: '机构', post: '岗位', staff: '指定人员（可以不选）', keep: '不改', staffHelp: '指定人员后只有本人能办。',
    ok: '改派', needTarget: '请至少选择机构、岗位、人员中的一项。', done: (count: number) => `已改派 ${count} 件`, partly: (done: number, failed: number) => `改派了 ${done} 件，${failed} 件没有改派`, close: '关闭', failedTitle: '没有改派的',
  },
};
