export const zhCN = {
  title: '放权管理', lead: '把本单位的事项下放、授权或委托给其他单位行使，双方同意后生效，到期自动终止。', create: '拟定放权', none: '—', cancel: '取消', confirm: '确定',
  sides: { '': '全部', 'given': '放出的', 'received': '接收的' },
  columns: { item: '事项', kind: '方式', giver: '放权方', receiver: '接收方', state: '状态', period: '期限', updated: '更新时间' },
  filter: { q: '事项、单位名称', kind: '全部方式', state: '全部状态', ending: '30 天内到期', reset: '清除筛选' },
  empty: ['没有放权记录', '点“拟定放权”，选择事项和接收单位。'], emptyReceived: ['没有接收的放权', '其他单位放权给本单位、审核通过后，在这里接收。'],
  more: (n: number) => `等 ${n} 项`, long: '长期', to: (from: string, to: string) => `${from} 至 ${to}`, left: (days: number) => (days < 0 ? '已到期' : days === 0 ? '今天到期' : `还有 ${days} 天`), closed: '已撤销',
  page: {
    back: '返回列表', about: '放权内容', items: '事项', power: '权力来源', basis: '依据', file: '文件', noFile: '没有上传文件', terms: '约定事项', changeable: '接收方可以调整', changeableNone: '不得调整任何要素', period: '期限', steps: '办理过程', receiverItem: '接收方的清单', openItem: '打开清单', original: '放权方的清单', notYet: '生效后生成', over: '已取消',
    locked: '其余要素与放权方一致，接收方不能修改；放权方发布新内容后，接收方的清单自动生成更新草稿。', entrust: '受委托方以委托机关名义办理，文书、证照由委托机关出具（行政许可法第二十四条）。',
  },
  actions: {
    edit: '修改', submit: '提交审核', withdraw: '撤回', discard: '丢弃草稿', discardLead: '丢弃后不能恢复。', review: '审核', accept: '接收', refuse: '不予接收', endGiver: '收回', endReceiver: '交回', end: '提前终止',
    approveDefault: '依据充分、期限明确，同意。', reason: '理由', reasonHint: '说明理由，对方可以看到。', acceptTitle: '接收这份放权？', acceptLead: (from: string) => `接收后自 ${from} 起生效，自动生成本单位的实施清单草稿，审核发布后对外办理。`, acceptNote: '备注（可不填）', endTitle: '提前终止这份放权？', endLead: '接收方的实施清单随即取消；在办件按原规定办完。',
  },
  done: { proposed: '已保存草稿', submitted: '已提交审核', withdrawn: '已撤回', discarded: '已丢弃', approve: '已审核通过，等待对方接收', return: '已退回修改', accepted: '已接收', refused: '已答复不予接收', ended: '已终止' },
  editor: {
    createTitle: '拟定放权', editTitle: '修改放权', kind: '方式', kindHelp: { devolve: '下放：权力交由下级行使，下级成为法定实施主体。', authorise: '授权：依照法律、法规，由接收方以自己的名义行使。', entrust: '委托：接收方以本机关名义行使，不得再委托，须有截止日期。' },
    giver: '放权方', receiver: '接收方', items: '事项', itemsHint: '输入名称查找本单位已发布的事项，可选多项', itemsNone: '没有找到已发布的事项', basis: '依据', basisHint: '写明法律、法规、规章或者文件的条款。', file: '委托书、下放决定等文件', start: '开始日期', end: '截止日期', endHint: '不填为长期', needBasis: '请写明依据的法律、法规或文件及条款。', needEnd: '委托须有截止日期，请选择。', changeable: '接收方可以调整的要素', terms: '约定事项（范围、权限、责任）', save: '保存草稿',
  },
  review: { title: '审核', decisions: { approve: '通过', return: '退回' }, mine: '待您审核', waiting: '等待审核', anyone: '等待放权方有审核权限的人员审核。' },
};
