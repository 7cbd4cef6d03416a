/** Words of the pages for templates of documents. */
export const zhCN = {
  cancel: '取消', ok: '确定',
  list: {
    title: '文书模板', search: '文书名称或事项', stage: '环节', anyStage: '全部环节', tailored: '适用', anyTailored: '通用和定制', tailoredOptions: { general: '通用', tailored: '定制' },
    state: '状态', anyState: '全部状态', states: { draft: '有草稿', published: '使用中', 'not-in-use': '没有使用' }, reset: '清除筛选', create: '定制模板',
    columns: { name: '文书', stage: '环节', scope: '适用', published: '现行版本', draft: '正在修改的草稿' }, by: (at: string, who: string) => `${at} ${who}`, never: '没有使用', all: '全部办件', version: (number: number) => `第 ${number} 版`,
    empty: ['没有文书模板', '平台自带的模板在启动时写入；请联系系统管理员查看启动日志。'],
  },
  create: {
    title: '定制文书模板', create: '新建草稿', lead: '从现在用的模板开始。发布以后，符合下面条件的办件用它；别的办件不受影响。', kind: '文书', needKind: '请选择文书。',
    item: '事项', itemHint: '输入事项名称查找；不选为全部事项', applicant: '申请人', anyApplicant: '自然人和法人', step: '办理到', anyStep: '不分先后', needScope: '请选择事项、申请人或办理阶段中的至少一项；改全部办件用的，请打开通用模板新建草稿。',
    applicants: { person: '自然人', company: '法人' },
  },
  version: {
    number: (number: number) => `第 ${number} 版`, back: '全部模板', undo: '撤销', redo: '重做', discard: '放弃草稿', publish: '发布', newDraft: '新建草稿', draftFrom: '以它为基础新建草稿', retire: '停用', tailor: '为事项定制',
    states: { saved: (at: string) => `已保存 ${at}`, waiting: '正在编辑…', saving: '正在保存…', offline: '网络连接不上，内容保存在本机，恢复后自动保存', failed: '没有保存', conflict: '有冲突，请选择', closed: '' },
    publishedBy: (at: string, who: string) => `${at} ${who} 发布`, changedBy: (at: string, who: string) => `${at} ${who} 修改`, readOnly: '这个草稿由其他人编制；您可以查看和预览。', merged: (who: string) => `已合并${who || '其他人'}刚才保存的修改`,
    obstacles: (count: number) => `还有 ${count} 处要修改`, toPublish: '可以发布了', otherPublishes: '最后修改的人不能自己发布，请由另一名有发布权限的人员核对后发布。', askPublisher: '请由有发布权限的人员核对后发布。',
    discardTitle: (number: number) => `放弃第 ${number} 版草稿？`, discardLead: '草稿的内容将不再保留，已发布的版本不受影响。', discardOnly: '这是这个定制模板唯一的版本，放弃后定制一并删除。', discarded: '已放弃草稿', drafted: (number: number) => `已新建第 ${number} 版草稿`,
    retireTitle: '停用这个定制模板？', retireLead: '以后的文书改用通用模板；已经制作的文书不变。需要时可以新建草稿再发布。', retired: '已停用',
    views: { edit: '内容', versions: (count: number) => `版本（${count}）` }, label: '查看',
  },
  publish: { press: '发布', title: (name: string, number: number) => `发布“${name}”第 ${number} 版？`, lead: '发布后新制作的文书用这一版；已经制作的文书仍是当时的版本。', changedBy: (who: string) => `最后修改：${who}`, note: (note: string) => `修改说明：${note}`, done: (number: number) => `第 ${number} 版已发布`, blocked: (count: number) => `有 ${count} 处要修改，才能发布`, ready: '没有要修改的地方了' },
  editor: {
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
    with: '用什么预览', sample: '示例内容', case: (number: string, who: string) => `${number} ${who}`, noCase: '没有可以用的办件', own: '已有这种文书', stale: '改好“检查”里的问题后，预览会更新。', loading: '正在制作预览', frame: '文书预览', open: '在新窗口打开', full: '完整显示', fullLead: '姓名等个人信息默认隐去。',
  },
  check: { fine: '没有要修改的地方。', lead: '红色的改好才能发布，黄色的由您判断。', go: '到这一处' },
  versions: {
    columns: ['版本', '状态', '修改', '发布', '制作的文书', '修改说明', ''], this: '（当前）', documents: (count: number) => `${count} 份`, compare: (number: number) => `第 ${number} 版与`, only: '只有一个版本，没有可以比较的。', same: '两个版本内容相同。', option: (number: number, state: string) => `第 ${number} 版（${state}）比较`,
    changed: (at: string, who: string) => `${at} ${who}`, published: (at: string, who: string) => `${at} ${who}`, kinds: { added: '增加', removed: '删去', changed: '修改' }, all: '同时显示没有变化的',
  },
  merge: { content: '模板内容', note: '修改说明', blocks: (count: number) => `共 ${count} 块` },
};
