export const zhCN = {
  title: '发证', one: '发证', back: '返回', none: '—', search: '扫回执上的码，或输入办件编号、申请人、事项',
  ways: { all: '全部', counter: '窗口领取', express: '邮寄', electronic: '电子送达', returned: '邮件退回' },
  columns: { number: '办件编号', applicant: '申请人', item: '事项', outcome: '决定', way: '申请的送达方式', due: '送达期限', department: '部门' },
  outcome: { approved: '准予', denied: '不予' },
  empty: ['没有等待领取的办件', '已作出决定、结果还没有送达的办件列在这里。'],
  noneReturned: ['没有退回的邮件', '快递退回、还没有重新送达的办件列在这里。'],
  case: '办件', openCase: '看办件', facts: { applicant: '申请人', document: '证件', item: '事项', result: '证照', way: '申请的送达方式', due: '送达期限', number: '办件编号', returned: '邮件退回' },
  notes: { returned: '邮件被退回，结果还没有送到。请与申请人核对收件地址后重新邮寄；本人到窗口来的，核验身份后当场发放。', express: '申请人要求邮寄。本人改为到窗口领取的，核验身份后可以当场发放。', electronic: '申请人要求电子送达，证照在网上已经可以查看。需要纸质的，核验身份后可以当场发放。' },
  waiting: { licence: '证照正在制作，做好后就能发放，请稍等。', task: '这个办件的送达不由您办理，或者已经办结。', closed: '办件已经办结，结果已送达。', posted: '结果已交寄，办件已办结。' },
  check: {
    title: '1　核验领取人', name: '姓名', type: '证件类型', number: '证件号码', confirm: '核验', lead: '请核对证件原件与本人。可以领取的：申请人本人、企业的法定代表人、授权已被接受的代理人。', done: (kind: string) => `${kind}，可以领取`, again: '换一位领取人', until: '核验后 30 分钟内有效。',
    record: '核验记录', matched: (kind: string) => `可以领取（${kind}）`, unmatched: '不能领取', by: (who: string, at: string) => `${who}　${at}`,
  },
  sign: { title: '2　领取人签名', lead: '请领取人在框内签名。', file: '领取签名', locked: '先核验领取人的身份。' },
  confirm: { title: '3　发放', lead: (name: string, documents: string) => `${name}领取${documents}。确认后出具送达回证，办件办结。`, leadAgain: (name: string, documents: string) => `${name}领取退回的${documents}。确认后另出具送达回证。`, press: '确认发放', done: '已发放，送达回证已出具', missing: { check: '请先核验领取人的身份。', sign: '请领取人签名。' }, documents: (licence: string | null) => (licence === null ? '决定书' : `决定书和《${licence}》`) },
  mail: {
    title: '邮寄', lead: '向邮寄服务登记后取得快递单号，打印面单，交给快递员。', post: '登记寄件', postAgain: '重新登记寄件', posted: '已登记，正在取快递单号', none: '没有邮寄。', typed: '快递单号见办件的送达记录。', notConnected: '没有接入邮寄服务。邮寄的请在办件页“送达”中填写快递单号。', noNumber: '还没有取得',
    facts: { state: '状态', recipient: '收件', tracking: '快递单号', made: '登记时间' }, nextTry: (at: string) => `　系统会自动重试，下一次在 ${at}。`,
    handOver: '已交寄', handOverAgainText: '确认后登记重新邮寄，另出具送达回证，并告知申请人。', handedOverAgain: '已登记重新邮寄', handOverTitle: '决定书和证照已经交给快递员？', handOverText: '确认后登记邮寄送达，出具送达回证，办件办结。', handedOver: '已登记邮寄送达，办件办结', cancel: '还没有',
    again: {
      title: '重新邮寄', lead: '请先与申请人核对收件地址；有变化的，更正后再寄。', noAddress: '办件没有收件地址，请与申请人核对后填写。', byHand: '没有接入邮寄服务，寄出后填写新的快递单号。', other: '更正收件地址', recipient: '收件人', mobile: '手机', address: '地址', tracking: '快递单号', press: '登记重新邮寄', posted: '已登记重新邮寄',
    },
    back: { open: '登记邮件退回', title: '邮件已经退回窗口？', lead: '登记后告知申请人，可以重新邮寄，也可以到窗口领取。', reason: '退回原因', placeholder: '例如：地址不详，无人签收', press: '登记', done: '已登记邮件退回，已告知申请人' },
    earlier: '以前的邮寄',
    label: { open: '打印面单', title: '面单', print: '打印', close: '关闭', to: '收件人', address: '地址', from: '寄件单位' },
  },
  collected: { title: '已领取', name: '领取人', document: '证件', by: '发放人', at: '时间', signature: '签名', receipt: '送达回证', print: '打印送达回证', next: '下一件' },
};
