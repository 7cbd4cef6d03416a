export const ruleWords = {
  title: '监察规则', create: '新增规则', back: '返回看板', recheck: (n: number) => `规则有改动，还有 ${n} 件在办件等待重新判定`, off: '已停用', on: '启用', everywhere: '全市', sources: { 'spot-check': '抽查', 'rating': '差评', 'stuck-matter': '办不成事' }, anyType: '全部', types: { 1: '即办件', 2: '承诺件' } as Record<string, string>,
  columns: { no: '编号', name: '规则', kind: '监察内容', level: '亮起', thresholds: '门槛', told: '告诉', scope: '范围', open: '未解除', state: '状态' },
  form: {
    edit: (no: string) => `修改规则 ${no}`, create: '新增规则', name: '规则名称', kind: '监察内容', findings: '查实哪些问题时亮起', range: (min: number, max: number) => `${min} 到 ${max}`, level: '亮起', told: '告诉谁', channels: '消息通道', channelChoice: { usual: '按消息设置', own: '本规则指定' },
    channelsHint: (chosen: readonly string[] | null) => (chosen === null ? '站内必发；站外按消息通道里“待办提醒”的设置。' : chosen.length === 0 ? '只发站内消息。' : '站内必发；站外只走选中的通道。没有绑定或自己关掉的人收不到站外消息。'), region: '区划', organization: '部门', item: '事项', type: '办件类型', from: '开始日期', to: '结束日期', active: '使用这条规则',
    reason: '修改原因', save: '保存', saved: '已保存，在办件将在几分钟内重新判定', try: '试算', trial: (n: number, of: number, partial: boolean) => `按这样的规则，${partial ? '前 ' : ''}${of} 件在办件里有 ${n} 件会亮起。`,
    trialOther: '这类规则随整改、反映、督办的时钟判定，不逐件试算。', trialFound: '这类规则按抽查、核实、审核登记的结果判定，不试算；保存后登记的结果按它判定。', scope: '适用范围', scopeHint: '不选就是全部。', history: '修改历史', advice: '处理建议', everywhere: '全部', placeholder: '请选择',
  },
  empty: ['没有监察规则', '新增一条，在办件随即按它判定。'],
};
