export const zhCN = {
  title: '文书签收', ask: '请当事人签收', waiting: '未签收', signed: '已签收', declined: '拒绝签收', who: (name: string, role: string) => `${name}（${role}）`, reason: (reason: string) => `事由：${reason}`, witness: (name: string) => `见证人：${name}`, look: '看签名',
  signature: (name: string) => `${name}的签名`, all: '已全部签收',
  dialog: {
    papers: '签收的文书', signer: '签收人', signerHint: '请核对签收人与证件是否相符。', way: '签收情况', ways: { signed: '签名签收', declined: '拒绝签收' },
    lead: (name: string) => `请${name}看过上列文书后，在框内签名。签名确认后不能更换。`, file: '签收签名', reason: '拒收事由', reasonHint: '例如：不同意补正要求，拒绝在回证上签名', witness: '见证人', witnessHint: '在场的基层组织或者单位代表，可以不填',
    press: { signed: '确认签收', declined: '登记拒收' }, cancel: '取消', done: { signed: '已签收，送达回证已出具', declined: '已登记拒收，送达回证已出具' },
    missing: { papers: '请选择签收的文书。', sign: '请签收人签名。', reason: '请写明拒收的事由。' },
  },
};
