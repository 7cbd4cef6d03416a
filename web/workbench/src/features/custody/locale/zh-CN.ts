export const zhCN = {
  title: '任务签收', export: '导出', none: '—', refresh: '刷新', back: '返回',
  tabs: { envelopes: '材料流转', batches: '交接批次', rules: '递交规则' },
  views: { 'to-hand-over': '待递交', 'in-transit': '已递交待签收', 'received': '已签收', 'refused': '退回', 'overdue': '超期', 'all': '全部' },
  sides: { held: '在本部门', mine: '待我签收' },
  search: '办件编号、材料袋、批次、事项或申请人',
  scan: { placeholder: '扫码，或输入材料袋、批次、办件编号', label: '扫码签收', go: '查找' },
  columns: {
    choose: '选择', code: '材料袋', state: '状态', case: '办件', item: '事项', holder: '现在在谁手里', due: '期限', destination: '交往', batch: '批次', count: '材料', from: '生成日期从', to: '到',
    number: '批次', sender: '递交部门', receiver: '接收部门', leg: '方向', size: '材料袋', made: '装批次', handed: '递交时间', note: '说明',
  },
  any: { side: '全部材料袋', leg: '全部方向', destination: '全部接收部门', state: '全部状态' },
  empty: {
    'to-hand-over': ['没有待递交的纸质材料', '窗口收取纸质材料、受理后，按递交规则要递交的列在这里。'], 'other': ['没有这样的材料袋', '按递交规则要流转的纸质材料列在这里。'],
    batches: ['还没有交接批次', '在“材料流转”中选择材料袋，装成批次后递交。'], rules: ['还没有递交规则', '没有规则的事项，纸质材料留在窗口，不用递交。'],
  },
  count: (count: number) => `${count} 份`, staff: (name: string | null) => (name === null ? '' : `　${name}`),
  remaining: (days: number) => (days < 0 ? `超期 ${-days} 个工作日` : days === 0 ? '今天到期' : `剩 ${days} 个工作日`),
  flawed: '有差异', inTransit: '交接途中，签收前由递交人负责',
  batching: {
    chosen: (count: number) => `已选 ${count} 个材料袋`, clear: '取消选择', open: { forward: '装批次递交', back: '交回窗口', archive: '移交归档' }, title: '装交接批次', confirm: '装批次',
    groups: (count: number) => `交往 ${count} 个部门，将分别装成 ${count} 个批次：`, one: '装成一个批次：', line: (name: string, count: number) => `${name}，${count} 个材料袋`, back: '交回收取材料的窗口', archive: '归档部门', archivePick: '选择由哪个部门保管',
    note: '说明（可以不填）', done: (number: string) => `已装批次 ${number}`, several: (count: number) => `已装 ${count} 个批次`, partly: (count: number) => `已装 ${count} 个批次，其余没有装上，请看提示。`,
  },
  batch: {
    one: '交接批次', printSheet: '打印交接单', printLabels: '打印材料袋标签', handOver: '递交', handOverTitle: '确认已把材料袋交给接收部门？', handOverLead: (count: number, to: string) => `${count} 个材料袋交给${to}。递交后由对方逐袋核对签收，签收前仍由您负责。`,
    handed: '已递交，等对方签收', cancel: '取消批次', cancelTitle: '取消这个批次？', cancelLead: '材料袋回到原来的状态，可以重新装批次。', cancelled: '已取消', takeOut: '取出', takenOut: '已取出',
    callBack: '收回', callBackTitle: '收回还没有签收的材料袋', callBackReason: '收回原因', calledBack: '已收回', calledBackBy: '已取出或收回', waiting: (count: number) => `还有 ${count} 个待签收`,
    progress: (done: number, size: number) => `已处理 ${done}/${size}`, envelopes: '材料袋', scan: '扫材料袋上的码，跳到这一袋', notHere: '这个材料袋不在本批次中',
    facts: { from: '递交部门', to: '接收部门', leg: '方向', made: '装批次', handed: '递交', note: '说明', size: '材料袋' },
    outcome: { 'signed': '已签收', 'refused': '已退回', 'taken-out': '已取出' },
  },
  sign: {
    allComplete: '全部齐', check: (name: string) => `核对 ${name}`, remark: '写明缺什么、哪里不符', sign: '签收', refuse: '退回', reason: '退回原因（至少五个字）', confirmRefuse: '确认退回', keep: '不退回', signed: (code: string) => `已签收 ${code}`, refused: (code: string) => `已退回 ${code}`,
    signAll: (count: number) => `签收已核对的 ${count} 袋`, signedAll: (count: number) => `已签收 ${count} 袋`, unchecked: '请逐项选择“齐”“缺”或“不符”。', needRemark: '请写明缺什么、哪里不符。', needReason: '请写明退回原因，至少五个字。',
    rule: '签收后由您所在部门保管。',
  },
  envelope: {
    one: '材料袋', case: '办件', applicant: '申请人', item: '事项', custody: '现在在谁手里', holder: '保管', since: '保管自', destination: '交往', origin: '收取窗口', receiver: '接收部门', due: '期限', batch: '批次', materials: '材料', history: '交接经过', code: '编码', openBatch: '去签收', printLabel: '打印标签', material: '材料', result: '核对', remark: '情况', signDue: '签收期限', submitDue: '递交期限',
  },
  sheet: { title: '纸质材料交接单', labels: '材料袋标签', number: '批次编号', no: '序号', code: '材料袋', case: '办件编号', item: '事项', applicant: '申请人', materials: '材料（齐 / 缺 / 不符）', sender: '递交人', receiver: '签收人', date: '日期', total: (count: number) => `共 ${count} 个材料袋`, hint: '扫码签收；扫不了时在“任务签收”输入编码。' },
  rules: {
    lead: '按事项或者部门设置：窗口收的纸质材料要不要递交、递交给谁、多少个工作日内、由谁签收。事项的规则优先于部门的规则。', add: '新增规则', edit: '修改', remove: '删除', removeTitle: '删除这条规则？', removeLead: '以后受理的办件不再按它递交；已经生成的材料袋照常流转。', saved: '已保存', removed: '已删除',
    columns: { target: '事项或部门', moment: '递交', receiver: '接收部门', signers: '签收人员', signDays: '签收期限', updated: '修改' }, all: '全部事项', everyone: '该部门有签收权限的人员', days: (days: number) => `${days} 个工作日内`, before: (days: number) => (days === 0 ? '承诺期限当天前' : `承诺期限前 ${days} 个工作日`),
    addTitle: '新增递交规则', editTitle: '修改递交规则', kind: '对象', kinds: { item: '一个事项', organization: '一个部门的全部事项' }, item: '事项', organization: '部门', moment: '什么时候递交', dayField: { 'after-acceptance': '受理后几个工作日内', 'before-completion': '承诺期限前几个工作日', 'none': '' }, receiver: '接收部门', signDay: '递交后几个工作日内签收', posts: '签收岗位', people: '签收人员', signersHint: '都不选的，接收部门有签收权限的人员都能签收。', save: '保存', itemPlaceholder: '输入事项名称查找', anyPost: '不限岗位', peoplePlaceholder: '输入姓名或部门查找',
  },
};
