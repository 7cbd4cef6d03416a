/** Words of the forms of a version: their list, the page that designs one, and what a change does. */
export const formsZhCN = {
  none: '还没有表单。在本平台办理的事项至少要有一个表单。', fields: (count: number) => `${count} 个字段`, broken: '结构有问题', sample: '有示例', add: '新建表单', copy: '从其他事项复制', paper: '从 Word、Excel 表格开始', remove: '删除', design: '设计',
  untitled: '申请表', newTitle: '新建表单', copyTitle: '从其他事项复制表单', name: '表单名称', nameMissing: '请填写表单名称。', create: '新建并设计', chooseForm: '选择要复制的表单', noForms: '这个事项没有表单，请另选一个。', back: '重新选择事项', copied: (name: string) => `已复制表单“${name}”`,
  library: { added: (name: string) => `已把“${name}”存入公共字段库`, updated: (name: string) => `已更新公共字段组“${name}”；在用的表单由各自的编制人员决定是否换成新版`, unused: '还没有保存的表单用到它。', use: (item: string, form: string) => `${item}：${form}`, useDetail: (department: string, revision: number) => `　${department}，第 ${revision} 版` },
  papers: { title: '从 Word 或 Excel 表格开始', lead: '选择含有这份纸面表格的 docx 或 xlsx 文件。读取文件里的第一张表，合并的单元格照样保留：旁边空着的文字当作字段的名称，控件类型按名称猜，之后都可以改。文件不会保存。', choose: '选择文件', another: '换一个文件', reading: '正在读取……', found: (title: string, fields: number, sections: number) => `“${title}”：猜出 ${fields} 个字段，${sections} 个分组`, none: '没有猜出字段：旁边有空格的文字才会当作字段。可以先建表单，在纸面上拆分格子、放入控件。', create: '建表单并核对', preview: '读到的版面' },
  removal: { title: (name: string) => `删除表单“${name}”？`, none: '没有材料和情形用到它。', lead: '删除后，下面这些不再有表单：', done: (name: string) => `已删除表单“${name}”，可以撤销` },
  use: { title: '在哪里用', usual: '默认表单：没有另外指定表单的情形都用它', situation: (name: string) => `情形：${name}`, material: (name: string) => `材料：${name}（由这份表单生成）`, sample: (name: string) => `材料：${name}（用这份表单的示例）`, none: '还没有地方用到这份表单。可以在“办理方式”里设为默认表单，或者在情形引导里给某个情形选用。' },
  page: {
    missing: '没有这份表单', missingDetail: '它可能刚被删除或者改了标识。', toList: '回到表单列表', broken: '这份表单的结构有问题，设计器打不开', brokenDetail: '通常是从别处导入的内容不完整。可以撤销刚才的改动，或者重新开始。', restart: '重新开始（可以撤销）', title: (item: string, form: string) => `${item}：${form}`, rename: '表单名称', locked: '表单由上级清单统一规定，不能修改', forms: '全部表单',
    tabs: { changes: '与已发布版本比较', drafts: '对草稿的影响', use: '在哪里用' },
  },
  changes: { none: '这个事项还没有发布过，没有可以比较的版本。', absent: '已发布的版本里没有这份表单，全部字段都是新的。', against: (number: number) => `与已发布的第 ${number} 版比较` },
  drafts: {
    lead: '发布后，正在填写的草稿仍按开始时的版本办理，照常可以提交；申请人会看到改了什么，可以自己改按新版本填写。下面是改按这份表单填写时内容会怎样。', none: '这个事项现在没有正在填写的草稿。', noneWithForm: (count: number) => `这个事项有 ${count} 份正在填写的草稿，都没有用这份表单。`,
    count: (open: number, examined: number, withForm: number) => (examined < open ? `共 ${open} 份草稿，查看了最近的 ${examined} 份，其中 ${withForm} 份用这份表单。` : `共 ${open} 份草稿，其中 ${withForm} 份用这份表单。`),
    kept: (drafts: number, answers: number) => `${drafts} 份不受影响；已填写的内容共保留 ${answers} 项。`, fine: '已填写的内容全部保留。', columns: ['字段', '结果', '草稿', '说明'], outcomes: { converted: '转换', dropped: '丢失' }, copies: (count: number) => `${count} 份`, unsaved: '按已保存的内容计算。',
  },
};
