import type { SearchReport } from '@tongban/server/src/modules/decisioning/contract.ts';

/** Seconds in words that compare well: 8 秒, 3 分 20 秒, 2 天 4 小时. */
function duration(seconds: number | null): string {
  if (seconds === null) return '—';
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600) return seconds % 60 === 0 ? `${Math.floor(seconds / 60)} 分` : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`;
  const hours = Math.round(seconds / 3600);
  if (hours < 24) return `${hours} 小时`;
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} 天` : `${Math.floor(hours / 24)} 天 ${hours % 24} 小时`;
}

/** What a search came to. */
function searchReport({ finder, looked, offered, known, complete }: SearchReport): string {
  const found = `看了 ${looked} ${finder === 'licence-expiring' ? '份将要到期的证照' : '人'}，新发出提示 ${offered} 条${known > 0 ? `，另有 ${known} 条以前已经发出` : ''}。`;
  return complete ? found : `${found}数量较多，其余的由夜间查找继续。`;
}

export const zhCN = {
  title: '智能审批', tabs: { items: '事项', results: '结果', reviews: '复核任务', statistics: '效能统计' },
  duration, share: (value: number | null) => (value === null ? '—' : `${value.toFixed(1)}%`), none: '—', export: '导出 Excel', reset: '清除条件', search: '事项名称', searchRuns: '办件编号或者事项',
  anyModel: '全部模型', anyState: '全部状态', anyOutcome: '全部结果', anyReview: '全部复核', anyDepartment: '全部部门', onlyWithout: '零材料', from: '开始日期起', to: '开始日期止',
  columns: {
    item: '事项', department: '部门', model: '模型', state: '状态', rules: '业务规则', sample: '抽查', edited: '最近编辑', number: '办件编号', applicant: '申请人', outcome: '结果', started: '开始', time: '用时', review: '复核', due: '复核期限',
    submitted: '申请', automatic: '自动审批', toPerson: '转人工', coverage: '覆盖率', automaticTime: '自动用时', manualTime: '人工用时', sampled: '抽查', reviewed: '已复核', reviewShare: '人工复核率', misjudged: '误判率',
  },
  emptyItems: ['还没有自动审批事项', '选择“添加事项”，从智能预审或者辅助审批开始。'], emptyRuns: ['还没有自动审批的办件', '启用的事项有了新申请就会出现在这里。'], emptyReviews: ['没有待复核的自动审批', '抽中的决定和申请人要求复核的会出现在这里。'], emptyStatistics: ['这段时间没有申请', '换一个时间范围。'],
  halted: '总开关已停', withoutMaterials: '零材料', draft: '有草稿', sampleShare: (share: number) => `${share}%`, stoppedBy: (name: string) => `${name} 停用`, stoppedByCheck: '检查不通过，自行停用',
  switch: {
    running: (active: number) => `自动审批运行中，${active} 个事项启用`, stopped: '全部自动审批已停止，新的申请由工作人员办理', by: (name: string, at: string, reason: string) => `${name} ${at}：${reason}`,
    stop: '停止全部', resume: '恢复全部', stopTitle: '停止全部自动审批？', stopLead: (active: number) => `${active} 个事项的自动审批立即停止，办到一半的转给工作人员。已经作出的决定不受影响。`, resumeTitle: '恢复自动审批？', resumeLead: '单独停用的事项仍然停用。停止期间收到的申请由工作人员办完。',
    reason: '原因', reasonRule: '至少 5 个字，会记入审计日志。', stoppedDone: '已停止全部自动审批', resumedDone: '已恢复自动审批',
  },
  add: '添加事项', addTitle: '添加自动审批事项', addItem: '事项', addModel: '模型', addItemHint: '输入事项名称查找', create: '建立草稿', chooseItem: '请选择事项。',
  models: {
    'pre-check': '提交前告诉申请人缺什么、哪里不符合，办理仍由工作人员进行。', 'assisted': '受理后为工作人员填好审查要点和意见，由工作人员决定。', 'automatic': '符合规则的当场受理、审查、决定、发证、送达；其余转工作人员。', 'proactive': '在全流程自动之外，主动找到可以享受服务的人，确认一次即办。',
  },
  setting: {
    version: (number: number) => `第 ${number} 版`, back: '全部事项', save: '保存', saved: '已保存', savedAt: (at: string) => `${at} 保存`, unsaved: '有修改没有保存', discard: '放弃草稿', discardTitle: '放弃这个草稿？', discardLead: '放弃后不能恢复；现行设置不受影响。', discarded: '已放弃草稿', keep: '保留',
    activate: '启用', activateTitle: '启用这个设置？', activateLead: (model: string) => `启用后，新的申请立即按“${model}”办理，原来的设置被取代。`, activated: '已启用', ownDraft: '草稿由您编制，请另一位有启用权限的人员核对后启用。', change: '修改', stop: '停用', resume: '恢复', stopTitle: '停用这个事项的自动审批？', stopLead: '立即生效，办到一半的转给工作人员。', resumeTitle: '恢复自动审批？', resumeLead: '恢复前会重新检查。停用期间收到的申请由工作人员办完。', stopDone: '已停用', resumeDone: '已恢复', reason: '原因', reasonRule: '至少 5 个字，会记入审计日志。',
    search: '立即查找', searchTitle: '立即查找可以享受服务的人？', searchLead: '与每天夜间的查找相同：找到的人各收到一次提示；以前提示过的，无论是否答复，都不再提示。查找会记入审计日志。', searched: '查找完毕', close: '知道了', searchReport,
    basics: '模型和范围', model: '审批模型', channels: '渠道', channelsHint: '只办理从这些渠道提交的申请，其余转工作人员。', capabilities: '核对能力', sample: '抽查比例（%）', sampleHint: '按办件标识的散列值抽取，任何人不能挑选。', reviewDays: '复核期限（工作日）', note: '修改说明',
    rules: '业务规则', ruleSet: '规则集', ruleSetHint: '只列出已发布的规则集', openRules: (number: number) => `查看现行第 ${number} 版`, conclusion: '准予的依据', conclusionIs: '的结果是', problems: '问题清单', problemsHint: '列出问题的决策，提交前告诉申请人', noProblems: '不使用',
    inputs: '规则输入', inputsHint: '规则需要的每一项数据从哪里取得。', input: '输入', from: '来源', type: '类型', choose: '请选择', optional: '可以没有', match: '按名称对应', matched: (count: number) => (count > 0 ? `对应了 ${count} 项` : '没有名称相同的字段'), answered: '回答了下列选项之一时为“是”', noInputs: '选择规则集后列出。',
    points: '审查要点', pointsHint: '每个要点由规则得出，或者说明系统怎样保证它成立。', by: { rule: '由规则得出', covered: '系统保证' }, pointReason: '怎样保证', noPoints: '事项没有审查要点。', pointCondition: (condition: string) => `受理条件：${condition}`, stages: { acceptance: '受理', review: '审查', decision: '决定' }, open: '没有指定',
    finder: '主动服务', finderKind: '怎样找到', kinds: { 'licence-expiring': '证照到期前', 'age-reached': '达到年龄' }, finderLicence: '证照', finderDays: '提前天数', finderAge: '周岁', finderRegion: '证件号码前六位', finderRegionHint: '不填表示不限', purpose: '使用个人信息的目的', legalBasis: '主动服务的依据', answers: '申请表的默认答案', addAnswer: '添加答案', field: '字段', value: '值', guidance: '情形', remove: '删除',
    check: '启用检查', ready: '没有障碍，可以启用。', sound: '没有障碍。', obstacles: (count: number) => `${count} 处障碍`, checkedOnSave: '按已保存的内容检查；修改后请先保存。', process: '流程', history: '历次版本', edited: (name: string, at: string) => `${name} ${at} 编制`, activatedBy: (name: string, at: string) => `${name} ${at} 启用`, conflict: '设置刚刚被其他人修改，请刷新后再改。',
    stoppedTitle: '已停用',
  },
  run: {
    title: '自动审批依据', case: '打开办件', rules: (number: number) => `业务规则第 ${number} 版`, setting: (number: number) => `设置第 ${number} 版`, checks: '系统核对', explanation: '规则判断', reason: '转人工的原因', agree: '复核同意', overturn: '推翻决定', agreeTitle: '复核同意', overturnTitle: '推翻这个决定？',
    overturnLead: '准予决定立即撤销，据此签发的证照同时失效，申请人会收到撤销决定书（行政许可法第六十九条）。不能恢复。', opinion: '复核意见', overturnReason: '撤销理由', opinionRule: '至少 5 个字。', overturnRule: '至少 5 个字，会写入撤销决定书。', agreed: '已复核', overturned: '决定已撤销', reviewed: '复核', source: { sample: '抽查', request: '申请人要求' },
  },
  statistics: { median: (time: string) => `中位 ${time}`, average: (time: string) => `平均 ${time}`, by: { item: '按事项', organization: '按部门', month: '按月份' }, periods: { 30: '近 30 日', 90: '近 90 日', 365: '近一年' } as Record<number, string>, tiles: { automatic: '自动审批量', coverage: '覆盖率', median: '自动用时中位数', manual: '同期人工中位数', reviewed: '人工复核率', misjudged: '误判率' }, note: '按申请日期统计。覆盖率＝自动审批量÷申请量；人工复核率＝已复核÷自动审批量；误判率＝推翻÷已复核。' },
};
