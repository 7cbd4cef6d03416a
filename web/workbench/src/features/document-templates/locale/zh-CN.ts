/** Words of the pages for templates of documents and messages. */
export const zhCN = {
  cancel: '取消', ok: '确定',
  list: {
    title: '文书和消息模板', family: '模板种类', families: { document: '文书', message: '消息和短信' }, search: { document: '文书名称或事项', message: '消息名称或事项' }, stage: '环节', anyStage: '全部环节', topic: '类别', anyTopic: '全部类别',
    tailored: '适用', anyTailored: '通用和定制', tailoredOptions: { general: '通用', tailored: '定制' },
    state: '状态', anyState: '全部状态', states: { draft: '有草稿', published: '使用中', 'not-in-use': '没有使用' }, create: '定制模板',
    columns: { name: { document: '文书', message: '消息' }, group: { document: '环节', message: '类别' }, scope: '适用', published: '现行版本', draft: '正在修改的草稿' }, never: '没有使用', all: { document: '全部办件', message: '全部' },
    empty: ['没有模板', '平台自带的模板在启动时写入；请联系系统管理员查看启动日志。'],
  },
  create: {
    title: { document: '定制文书模板', message: '定制消息模板' }, create: '新建草稿',
    lead: { document: '从现在用的模板开始。发布以后，符合下面条件的办件用它；别的办件不受影响。', message: '从现在用的文字开始。发布以后，符合下面条件的消息用它；别的消息不受影响。' }, kind: { document: '文书', message: '消息' }, needKind: { document: '请选择文书。', message: '请选择消息。' },
    item: '事项', itemHint: '输入事项名称查找；不选为全部事项', applicant: { document: '申请人', message: '发给谁' }, anyApplicant: '不分', step: '办理到', anyStep: '不分先后', needScope: '请至少选择一项条件；改所有人用的，请打开通用模板新建草稿。',
  },
  version: {
    back: '全部模板', retire: '停用', tailor: '定制', readOnly: '这个草稿由其他人编制；您可以查看和预览。',
    discardTitle: (number: number) => `放弃第 ${number} 版草稿？`, discardLead: '草稿的内容将不再保留，已发布的版本不受影响。', discardOnly: '这是这个定制模板唯一的版本，放弃后定制一并删除。',
    retireTitle: '停用这个定制模板？', retireLead: '以后改用通用模板；已经制作、发出的不变。需要时可以新建草稿再发布。', retired: '已停用',
    views: { edit: '内容', versions: (count: number) => `版本（${count}）` }, label: '查看',
  },
  publish: {
    title: (name: string, number: number) => `发布“${name}”第 ${number} 版？`, lead: { document: '发布后新制作的文书用这一版；已经制作的文书仍是当时的版本。', message: '发布后发出的消息和短信用这一版；已经发出的不变。' }, done: (number: number) => `第 ${number} 版已发布`,
  },
  editor: {
    inSite: '站内消息', sms: '短信', sendSms: '同时发短信', noSms: '不发短信', length: (length: number, most: number) => `${length}/${most} 字（不算字段）`, smsSize: (length: number, parts: number) => `填入示例内容后 ${length} 字，按 ${parts} 条计费`, useOwn: '用平台的文字', useOwnHelp: '换成平台自带的标题、正文和短信，可以撤销。',
    head: '标题', body: '正文', foot: '落款之后', signature: '落款', organization: '办理单位', date: '日期', headStyle: '版头', headStyles: { letterhead: '红头（单位名称加红线）', organization: '单位名称写在标题上面', none: '不写单位' },
    letterhead: '单位名称', title: '标题', number: '文号', subtitle: '副标题', statement: '说明', footer: '页脚', fields: '照面各行', lines: '印出证照类型规定的照面各行', qr: '二维码', content: '二维码内容', caption: '二维码旁的文字',
    note: '修改说明', noteHelp: '改了什么、为什么，发布的人会看到', add: '添加', addTo: (where: string) => `在${where}添加`, up: '上移', down: '下移', copy: '复制', remove: '删除', more: '更多',
    types: { paragraph: '段落', heading: '小标题', list: '编号列表', table: '表格', fields: '名称和内容', qr: '二维码', space: '空行', when: '有内容才显示' },
    style: '样式', styles: { body: '正文', flush: '顶格', center: '居中', right: '右对齐', heading: '小标题' }, numbering: '编号', numberings: { arabic: '1．2．3．', chinese: '一、二、三、', none: '不编号' },
    each: '每条来自', present: '有这项内容时显示', lineCount: '空几行', column: (index: number) => `第 ${index} 列`, columnTitle: '列标题', share: '宽度', addColumn: '添加列', align: '对齐', aligns: { left: '左', center: '中', right: '右' }, cellText: '内容', label: '名称',
    addRow: '添加一行', split: '一行两项', join: '一行一项', columnText: (title: string) => `${title || '这一列'}的内容`, rowLabel: (index: number) => `第 ${index} 行名称`, rowText: (label: string) => `${label || '这一行'}的内容`,
    block: (type: string, index: number) => `${type} ${index}`, first: '这里还没有内容。', whenGroup: (label: string) => `${label}（整组）`,
  },
  field: {
    insert: '插入字段', empty: '请填写', hint: '输入 { 也可以插入', search: '查找字段', none: '没有这样的字段', options: (label: string) => `“${label}”的写法`, format: '写法', formats: { '': '原样', date: '2026年11月21日', 'chinese-date': '二〇二六年十一月二十一日', datetime: '2026年11月21日09:30', yuan: '元（内容以分为单位）', 'chinese-number': '中文数字' },
    fallback: '没有内容时写', fallbackHelp: '可以留空', withFallback: '可能没有内容', remove: '删去字段', close: '完成', unknown: '不认得的字段', or: (words: string) => `无则“${words}”`, index: '序号', open: '字段的写法（Alt+Enter）',
  },
  side: { label: '预览和检查', preview: '预览', check: (count: number) => `检查（${count}）`, checked: '检查' },
  preview: {
    with: '用什么预览', sample: '示例内容', case: (number: string, who: string) => `${number} ${who}`, noCase: '没有可以用的办件', own: '已有这种文书', stale: '改好“检查”里的问题后，预览会更新。', loading: '正在制作预览', frame: '文书预览', open: '在新窗口打开', full: '完整显示', fullLead: '姓名等个人信息默认隐去。', caseLead: '办件里的内容是真的；办件里没有的，用示例内容。', inSite: '站内消息', sms: '短信', noSms: '不发短信', smsSize: (length: number, parts: number) => `短信：${length} 字，按 ${parts} 条计费`,
  },
  check: { fine: '没有要修改的地方。', lead: '红色的改好才能发布，黄色的由您判断。', go: '到这一处' },
  versions: { uses: { document: '制作的文书', message: '发出的消息' }, count: (count: number, more: boolean) => (more ? `${count} 份以上` : `${count} 份`), same: '两个版本内容相同。', kinds: { added: '增加', removed: '删去', changed: '修改' }, all: '同时显示没有变化的' },
  merge: { content: '模板内容', note: '修改说明', blocks: (count: number) => `共 ${count} 块` },
};
