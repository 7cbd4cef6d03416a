export const changesZhCN = {
  changes: {
    views: { adjustments: '目录变更', differences: '差异清单', findings: '执行检测' },
    kinds: { added: '新增', changed: '变更', cancelled: '取消' },
    states: { open: '待处理', applied: '已采纳', refused: '不采纳', settled: '已一致' },
    columns: { at: '时间', kind: '类别', entry: '目录事项', elements: '变化的要素', affected: '涉及清单', open: '待处理差异', item: '实施清单', department: '部门', element: '要素', ours: '本地内容', incoming: '目录内容', state: '处理', message: '问题', found: '发现时间', rule: '检测' },
    filter: { open: '有待处理差异的', kind: '全部类别', state: '全部', locked: '只看锁定要素', rule: '全部检测' },
    rules: { 'extra-material': '减证便民', 'reform-abolish': '证照分离', 'reform-filing': '证照分离', 'reform-promise': '证照分离', 'entry-cancelled': '目录已取消' },
    ruleNames: { 'extra-material': '减证便民：多要材料', 'reform-abolish': '证照分离：取消审批', 'reform-filing': '证照分离：改为备案', 'reform-promise': '证照分离：告知承诺', 'entry-cancelled': '目录已取消' },
    emptyAdjustments: ['没有目录变更', '目录版本生效、取消后，在这里逐项比对。'], emptyDifferences: ['没有符合条件的差异', '实施清单与在用目录一致。'], emptyFindings: ['没有检测出问题', '上级取消的材料、改革的审批，本地都已调整。'],
    export: '导出', title: (kind: string, name: string) => `目录${kind}：${name}`, back: '返回变更列表', compare: '目录前后对比', before: '变更前', after: '变更后', noElementChange: '只调整了目录自身的信息，公共要素没有变化。', previousNone: '新增的目录事项，由应认领的部门认领。',
    affected: (n: number) => `涉及的实施清单（${n}）`, noAffected: '您的权限范围内没有从这个目录事项认领的实施清单。', cancelledLead: '目录事项已取消。请取消以下仍在发布的事项；在办件按原规定办完。',
    agreed: '与目录一致，没有需要处理的差异。', locked: '锁定', lockedHint: '由上级清单统一规定，只能采纳', apply: '采纳', refuse: '不采纳', applyAll: '采纳全部', applyChosen: '采纳所选', noneToApply: '这里没有可以采纳的差异。', reason: '不采纳的理由', reasonHint: '如：本省条例第×条另有规定。', decided: (name: string, at: string) => `${name}　${at}`, applied: (n: number) => `已采纳 ${n} 项，写入草稿`, refusedDone: '已记录不采纳的理由', openDraft: '打开清单', notPublished: '未发布', closedDepartment: '部门已撤销',
    effects: { title: '影响', cases: (n: number) => `在办 ${n} 件`, casesHint: '按受理时的版本继续办理', forms: '表单', process: '办理流程', guide: '办事指南', guidance: '情形引导', licence: '结果证照', limits: '承诺时限', bundles: '一件事', none: '没有在办件，也没有其他配置受影响。' },
  },
  reports: {
    period: '统计期间', to: '至', adjustments: '动态调整统计表', operation: '事项运行统计表', export: '导出 Excel', total: '合计',
    adjustmentColumns: { name: '部门', added: '新增', changed: '变更', cancelled: '取消', applied: '采纳要素', refused: '不采纳', open: '待处理' },
    operationColumns: { name: '部门', items: '事项', draft: '草稿', inReview: '审核中', published: '已发布', retired: '已取消', online: '可网办', share: '网办率', cases: '期间办件', closed: '已办结' },
    empty: ['这段期间没有数据', '换一个统计期间。'], adjustmentNote: '新增、变更、取消按目录事项计数，采纳、不采纳按要素计数。', operationNote: '网办率＝可网办 ÷ 已发布；办件按提交日期计。',
  },
};
