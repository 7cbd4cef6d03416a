export const zhCN = {
  title: '办不成事', one: '办不成事反映', back: '返回', done: (step: string) => `已${step}`, register: '登记反映', export: '导出', search: '编号、办件编号、事项或反映内容', none: '—',
  tabs: { list: '反映', duty: '局长进大厅', knowledge: '知识库', statistics: '统计', settings: '设置' },
  which: { mine: '待我办理', open: '办理中', finished: '已结束', all: '全部' },
  columns: {
    number: '编号', state: '状态', due: '办理期限', content: '反映内容', reason: '原因', item: '事项', department: '部门', officer: '办理人', registered: '登记时间', channel: '渠道', level: '预警', region: '区划', from: '登记日期从', to: '到',
  },
  any: { state: '全部状态', reason: '全部原因', department: '全部部门', level: '全部预警', channel: '全部渠道', region: '全部区划' },
  empty: { mine: ['没有等您办理的反映', '分派给您、等您审核或者分派的反映会列在这里。'], all: ['还没有办不成事反映', '群众在网上反映，或者窗口、电话登记后列在这里。'] },
  remaining: (days: number) => (days < 0 ? `超期 ${-days} 个工作日` : days === 0 ? '今天到期' : `剩 ${days} 个工作日`),
  round: '二次指派',
  facts: {
    reporter: '反映人', mobile: '手机号', channel: '渠道', by: '登记人', at: '登记时间', reason: '反映原因', case: '关联办件', item: '事项', concerned: '反映的部门', region: '区划', organization: '办理部门', officer: '办理人', companion: '帮办人',
    due: '办理期限', word: '群众评价', cause: '根本原因', element: '有误的要素', finding: '质量清单', inQuality: '已列入事项质量清单', entry: '知识库', inKnowledge: '已转为知识',
  },
  subject: '反映内容', people: '人员和期限', result: '办理结果', inTime: '按期反馈', late: '超期反馈', progress: '办理过程', director: '值班局长办理', limit: (days: number) => `（${days} 个工作日）`,
  wordBy: { reporter: '反映人评价', clerk: '工作人员回访代记', nobody: '期限内没有评价' },
  contact: { show: '查看联系方式', name: '姓名', mobile: '手机号', content: '反映原文', noted: '本次查看已记入审计日志。' },
  toEntry: '转为知识', openEntry: '查看知识',
  steps: {
    'assign': { label: '分派', text: '交办意见', confirm: '分派' }, 'put-to-director': { label: '交值班局长', text: '交办意见', confirm: '交办' }, 'take': { label: '签收', text: '', confirm: '签收办理' },
    'hand-back': { label: '退回分派', text: '退回理由（交哪个部门更合适）', confirm: '退回' }, 'accompany': { label: '帮办代办', text: '帮办要求', confirm: '指定' }, 'urge': { label: '催办', text: '催办内容', confirm: '催办' },
    'answer': { label: '反馈结果', text: '办理结果（审核通过后反映人可见）', confirm: '反馈结果' }, 'pass': { label: '办结审核', text: '审核意见', confirm: '审核通过' }, 'send-back': { label: '退回重办', text: '退回理由', confirm: '退回重办' },
    'record-word': { label: '代记评价', text: '回访情况', confirm: '登记评价' }, 'reject': { label: '驳回', text: '驳回理由（反映人可见）', confirm: '驳回' },
  },
  files: { reporters: '反映人提供的附件', answer: '办理结果附件', ofAnswer: '附件（审核通过后反映人可见，可不传）', noted: '附件可能含有个人信息，查看会记入审计日志。', handlersOnly: '反映人提供的附件只供办理人员查看。' },
  again: '二次指派', rule: (least: number) => `至少 ${least} 个字。`, takeLead: '签收后由您联系反映人、办理并反馈结果。',
  form: {
    organization: '办理部门', officer: '办理人（可不选，由部门签收）', officerAny: '由部门签收', limit: '期限（工作日）', limitHint: (days: number) => `不填按设置的 ${days} 个工作日`, duty: '值班日期', noDuty: '今天及以后没有排定值班，请先排班',
    companion: '帮办人', cause: '根本原因', causeText: '原因说明', element: '办事指南哪一项有误', word: '反映人的评价', chooseOfficer: '输入姓名或部门',
  },
  guideHint: '办结后会列入该事项的质量清单，由部门整改。', noItem: '这件反映没有关联事项，不能认定为办事指南有误。',
  registering: {
    lead: '为窗口或电话反映的群众登记；姓名和手机号加密保存，只在联系反映人时查看。', channel: '渠道', name: '反映人姓名', mobile: '手机号', content: '什么事没办成', contentHint: '照反映人的话写：办什么、去了几次、卡在哪里。至少 10 个字。', reason: '反映原因',
    case: '办件编号', caseHint: '有办件的填编号，事项、部门随之带出。', item: '事项', itemHint: '没有办件编号时选择。', region: '区划', regionHint: '没有办件和事项时选择，不选按您所在的区划。', files: '照片或文件', filesHint: '反映人带来的通知书、截图、照片等，可以不传。', submit: '登记', done: (number: string) => `已登记，编号 ${number}`,
  },
  duty: {
    lead: '排定每天进大厅的局长；疑难反映可以交值班局长当面办理。', date: '日期', from: '从', director: '值班局长', department: '部门', place: '地点', note: '备注', matters: '交办', by: '排班人', add: '排班', edit: '修改', remove: '取消', removeTitle: '取消这天的值班？', removeText: '已经交办的反映不受影响。', save: '保存',
    cancel: '不保存', empty: ['还没有排班', '排定后，分派反映时可以交值班局长。'], month: '月份', addTitle: '排定值班', saved: '已保存', today: '今天',
  },
  entries: {
    lead: '从办结的反映中总结的问题和答复，供窗口和部门查用。', search: '问题、答复、事项或标签', create: '写一条', question: '问题', answer: '答复', tags: '标签', tagsHint: '输入后按回车，可以多个', item: '事项', state: '状态', by: '编写人', updated: '更新时间', from: '来自反映', anyState: '在用和在编',
    empty: ['知识库还是空的', '反映办结后可以转为知识，审核发布后大家都能查到。'], newTitle: '写知识', editTitle: '修改知识', decision: (by: string, at: string) => `${by} ${at}`, opinion: '意见',
    actions: { edit: '修改', submit: '送审', publish: '发布', return: '退回', retire: '停用' }, save: '保存草稿', close: '关闭', need: { question: '问题', answer: '答复' }, done: '已处理',
  },
  statistics: {
    period: '登记日期', by: { byReason: '按原因', byRegion: '按区划', byOrganization: '按部门', byCause: '按根本原因' }, columns: { name: { byReason: '反映原因', byRegion: '区划', byOrganization: '部门', byCause: '根本原因' }, total: '反映数', done: '已办', open: '在办', waiting: '待办', late: '超期', days: '平均用时', satisfied: '满意率' },
    days: (days: number | null) => (days === null ? '—' : `${days} 天`), share: (share: number | null) => (share === null ? '—' : `${share}%`), empty: ['这段时间没有反映', '换一个登记日期再看。'], rule: '待办＝待分派、待签收和办理中；超期＝超期反馈，或者超期还没有反馈；平均用时从登记到办结；满意率＝满意和基本满意占全部评价。',
    export: '导出统计', tile: { total: '反映', waiting: '待办', done: '已办', late: '超期', days: '平均用时', satisfied: '满意率' },
  },
  settings: {
    limits: '期限', limitDays: '办理期限（工作日）', limitHint: '分派时没有写明期限的，按这个期限。', redPercent: '红牌：超过期限的（%）', redHint: '超过期限后再过期限的这个比例，发红牌；100 表示再过同样多的工作日。', wordDays: '等待评价（工作日）', wordHint: '审核通过后这些天没有评价的，自动办结，不计满意。', save: '保存', saved: '已保存，对之后的分派和审核有效',
    lists: { reason: '反映原因', cause: '根本原因' }, code: '代码', codeHint: '小写字母、数字和连字符，字母开头', name: '名称', active: '使用', add: '增加', rename: '保存名称', listHint: '停用后不能再选，已登记的反映仍显示原来的名称。',
  },
  missing: { organization: '办理部门', duty: '值班日期', companion: '帮办人', cause: '根本原因', element: '有误的要素', word: '评价' },
};
