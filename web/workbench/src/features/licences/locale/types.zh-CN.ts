export const typesZhCN = {
  title: '证照目录', create: '新建证照类型', search: '名称、目录编码或证照类型代码', reset: '清除筛选', refresh: '刷新',
  columns: { name: '证照名称', code: '目录编码', typeCode: '证照类型代码', holder: '持证主体', issuer: '颁发机构', state: '状态', items: '签发事项', licences: '已签发', updated: '最近修改' },
  any: { holder: '全部持证主体', state: '全部状态', issuer: '全部颁发机构' },
  holders: { person: '自然人', company: '法人或其他组织', any: '不限' },
  states: { active: '在用', retired: '已停用' },
  empty: ['证照目录里还没有证照类型', '新建之后，事项就可以选它作为办理结果，准予后自动制证。'],
  many: (count: number) => `${count.toLocaleString('zh-CN')} 以上`,
  none: '—',
  page: {
    newTitle: '新建证照类型', back: '返回目录', save: '保存', create: '保存并启用', saved: '已保存，以后签发的证照按新的内容制作', created: (name: string) => `“${name}”已新建，事项里可以选它了`,
    unsaved: '有未保存的修改', edited: (who: string, when: string) => `${who} ${when} 修改`,
    readOnly: '您可以查看，不能修改：只有颁发机构管理范围内的事项管理员可以修改。', retiredLead: '已停用，不能修改；需要时请先重新启用。', retiredFor: (reason: string) => `停用原因：${reason}`,
    merged: (who: string) => `${who || '其他人'}刚刚修改过，没有冲突的内容已经合并，请核对后保存。`, choose: '请先在上面逐项选择用谁的内容，再保存。',
    only: '修改只影响以后签发的证照，已经签发的不变。', gone: '内容还没有保存，确定放弃？', discard: '放弃修改', discardLead: '会恢复成已保存的内容。', discardNew: '填写的内容会清空。', keep: '继续编辑',
  },
  basics: {
    title: '基本信息', name: '证照名称', nameHint: '证照上印的全称，如“挖掘城市道路许可证”', code: '目录编码', codeHint: '平台内部用，留空自动编号；保存后不能改', codeAuto: '自动编号', codeFixed: '保存后不变',
    codeLack: '目录编码以字母开头，4 至 40 位字母、数字或连字符；也可以留空自动编号。',
    typeCode: '证照类型代码', typeCodeHint: '21 位：定义机构的统一社会信用代码 18 位，加 3 位数字序号', typeCodeFixed: '已经签发过证照，代码写在证照标识里，不能再改', fill: '用颁发机构的代码', fillLack: '先选择颁发机构', fillNoCode: '这个机构没有登记统一社会信用代码',
    issuer: '颁发机构', issuerHint: '输入名称查找', holder: '持证主体', statement: '证照正文', statementHint: '印在照面内容下面的一句话，如“依照有关法律、法规，准予……”；没有的留空',
  },
  number: {
    title: '编号和有效期', pattern: '编号规则', patternHint: '直接输入固定的字，年份和流水号用按钮插入', year: '插入年份', sequence: '插入流水号', digits: '流水号位数', digit: (n: number) => `${n} 位`,
    example: '编号示例', exampleLead: '今年签发的第 1 本', exampleNone: '按规则填好后显示', has: '规则里已经有流水号', hasYear: '规则里已经有年份',
    validity: '有效期', validities: { years: '固定年限', decided: '由决定逐件确定', unlimited: '长期有效' }, years: '有效年数', year1: '年', decidedHint: '作出决定时填写起止日期；这种证照不能全自动签发。',
    validExample: (until: string) => `今天签发的有效期至 ${until}`,
  },
  face: {
    title: '照面', lead: '从上到下印在证照上，没有内容的行不印。', label: '名称', from: '印什么', personal: '查验时不公开', personalHint: '别人查验证照时看不到这一行',
    item: '申请表取自', itemHint: '选择一个事项，列出它申请表里的字段', add: '添加一行：选择印什么', addHint: '添加一行', notFound: '没有找到；要印申请表里的内容，请先在上面选择事项。', most: (n: number) => `已有 ${n} 行，最多 ${n} 行；需要添加的，请先删除不用的行`,
    up: '上移', down: '下移', remove: '删除', drag: '拖动排序', row: (n: number) => `第 ${n} 行`, cell: (n: number, what: string) => `第 ${n} 行${what}`, form: (item: string) => `申请表：${item}`, unknownField: (label: string) => `申请表：${label}（所选事项的表单里没有）`,
    otherForms: '申请表', first: '第一行不能再上移', last: '最后一行不能再下移', moved: (label: string, n: number) => `“${label}”移到第 ${n} 行`,
  },
  preview: {
    title: '照面预览', with: '预览用的内容', sample: '示例：每行印名称', form: (item: string, form: string) => `${item} · ${form}`, loading: '正在制作……', frame: '照面预览', open: '在新窗口打开', template: '调整照面版式', templateFor: (item: string) => `调整“${item}”的照面版式`,
    templateLead: '标题、二维码、落款的版式在文书模板里调整。', wait: '照面还没有内容，添加一行后显示预览。',
  },
  givers: {
    title: '签发它的事项', none: '还没有事项签发它。在事项编辑的“办理方式”里选择“签发的证照”，再把它列入“审批结果”。', draft: '未发布', named: '只列入审批结果', lacks: (n: number) => `${n} 行照面在申请表里没有字段`,
  },
  retire: {
    title: '停用证照类型', action: '停用', reason: '停用原因', reasonHint: '如“已与某证合并，依据某文件”', lead: '停用后事项不能再选它；已经签发的证照、正在办的件不受影响。', done: '已停用', cancel: '取消',
    used: (n: number) => `还有 ${n} 个已发布的事项签发它，要先在这些事项里换成别的证照或者取消事项：`,
  },
  restore: { action: '重新启用', title: '重新启用证照类型？', lead: '启用后事项又可以选它作为办理结果。', done: '已重新启用' },
  merge: { issuerId: '颁发机构', parts: { name: '证照名称', typeCode: '证照类型代码', issuerId: '颁发机构', holderKind: '持证主体', validity: '有效期', validYears: '有效年数', numberPattern: '编号规则', statement: '证照正文', face: '照面' }, nothing: '（没有）', lines: (labels: string) => labels || '（没有内容）' },
};
