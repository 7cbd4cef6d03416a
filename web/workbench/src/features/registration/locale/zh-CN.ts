export const zhCN = {
  title: '窗口登记',
  search: { label: '查找事项', placeholder: '事项名称、俗称、拼音或首字母，如“zhandao”“护士”', hint: '输入后用 ↑ ↓ 选择，Enter 开始登记', none: '没有找到事项，请换个说法或检查拼音。', similar: '没有完全相符的，以下是相近的事项', common: '常办事项', found: '查找结果', offline: '不能在本平台办理' },
  mode: { platform: '', external: '需在其他网站办理', window: '只能在窗口线下办理' },
  drafts: { title: '未完成的登记', none: '没有未完成的登记。登记时随填随存，中途离开可以在这里继续。', resume: '继续', remove: '删除', removeTitle: '删除这份登记？', removeDetail: '已填写的内容和上传的文件都会删除，不能恢复。', removed: '已删除' },
  promise: (days: number | null) => (days === null ? '—' : days === 0 ? '即办' : `${days} 个工作日`),
  item: { promised: '承诺时限', legal: '法定时限', visits: '到场次数', times: (count: number) => `${count} 次`, fee: '收费', conditions: '受理条件', materials: '所需材料', charged: '收费', free: '不收费', external: '这个事项不在本平台办理', openExternal: '打开办理网站', window: '这个事项只能在窗口线下办理' },
  steps: { guidance: '情形', applicant: '申请人', form: '申请表', materials: '材料' },
  guidance: { title: '办理情形', lead: '按申请人的实际情况逐项选择。', situation: '情形', restart: '重新选择', refused: '这个情形不能在这里办理', none: '这个事项不需要区分情形。', waiting: '选完情形后显示所需材料。', optional: '非必要', later: '可容缺后补', digit: '选择当前问题的选项' },
  applicant: {
    title: '申请人', person: '个人', company: '企业（单位）', kind: '申请人类型', documentType: '证件类型', documentNumber: '证件号码', creditCode: '统一社会信用代码', name: '姓名', companyName: '单位名称', mobile: '手机号码',
    companyMobile: '联系手机', hint: '请核验证件原件，人证一致后登记。', valid: '号码校验通过', male: '男', female: '女', born: (date: string) => `${date}出生`, begin: '核对无误，开始填写', note: '申请人在平台没有账号也可以登记；本次办理会记录为窗口代办。',
  },
  saved: { saved: (time: string) => `已保存 ${time}`, waiting: '有未保存的内容', saving: '正在保存……', offline: '网络中断，已存在本机，恢复后自动保存', failed: '没有保存成功', conflict: '这份登记已在别处修改', closed: '这份登记已经提交' },
  conflict: { title: '这份登记已在别处被修改', detail: '可能在另一个窗口打开过。请选择保留哪一份。', mine: '用我现在的内容', theirs: '用服务器上的内容' },
  closed: { title: '这份登记已在另一个窗口提交', detail: '这里后来填写的内容没有提交。', look: '查看回执' },
  draft: {
    form: '申请表', materials: '申请材料', applicant: '申请人', outdated: '办事指南已更新，本登记仍按原版本办理。', submit: '提交登记', declared: '已向申请人说明承诺内容，申请人确认所填内容和材料真实有效',
    delivery: '结果领取', methods: { electronic: '电子送达', counter: '窗口领取', express: '邮寄' }, postal: { recipient: '收件人', mobile: '收件人手机', address: '收件地址' }, issues: (n: number) => `还有 ${n} 处需要填写或修改`, materialsMissing: (n: number) => `缺 ${n} 份必要材料`, postalWrong: '收件信息要修改', needDeclared: '请先勾选申请人的确认',
    toMaterial: '材料', done: (filled: number, total: number) => `${filled}/${total}`, discard: '删除登记', prefilled: '已自动填入',
  },
  prefill: {
    question: '经申请人同意，可以自动填写', lead: '请向申请人说明下列来源和用途，同意后再读取：', source: (name: string, fields: string) => `${name}，可填入“${fields}”`,
    way: '怎样同意的', ways: { paper: '签署书面同意书', screen: '在屏幕上确认', oral: '当面口头同意' }, at: '什么时间', wayLack: '请选择申请人怎样同意的。', timeLack: '请填写不晚于现在的时间。', agree: '申请人同意，读取并填写', decline: '申请人不同意',
    done: (count: number) => `经申请人同意填入 ${count} 项`, nothing: '已查过，没有可以填入的内容', consent: (time: string, way: string, by: string, names: string) => `申请人于 ${time} 同意（${way}，${by}记录）：${names}`,
    again: '再试一次', withdraw: '申请人撤回同意', declined: '申请人不同意读取其他来源。', withdrawn: '申请人已撤回同意，据此填入、没有改过的内容已清除。', reopen: '重新询问',
  },
  material: {
    upload: '上传', paper: '收取纸质件', licence: '用电子证照', paperTaken: '已收纸质原件', consent: '申请人同意使用', required: '必要', optional: '非必要', later: '可容缺后补', none: '还没有提供', standard: '受理标准', instructions: '填报须知',
    copies: (originals: number, copies: number) => [originals > 0 ? `原件 ${originals} 份` : '', copies > 0 ? `复印件 ${copies} 份` : ''].filter(Boolean).join('、'), validTo: (date: string) => `有效期至 ${date}`, missing: '请上传、收取纸质件或选用电子证照。', points: '审查要点',
  },
  receipt: { title: '登记完成', number: '办件编号', next: '登记下一件', accept: '现在受理', open: '打开办件', print: '打印回执', hint: '请打印回执交申请人签收；申请人可扫描二维码查询进度。' },
  supplement: { title: '代申请人补正', lead: '按一次性告知的内容补正。原来的内容保留可查。', submit: '提交补正', remark: '补正说明', items: '需要补正的内容', done: '补正已提交', due: '补正截止', none: '这个办件现在不能由您补正', noneDetail: '只有已告知补正、还没有补正的办件，由登记它的窗口人员代为补正。', edited: '申请表', noMaterial: '本次不涉及材料。' },
};
