/** Words for keeping a whole catalogue in order: lists, bulk changes, templates, tags, reviews. */
export const managementZhCN = {
  more: '更多', planned: '待生效', plannedFor: (date: string) => `计划于 ${date} 生效，到日自动发布`,
  template: { mark: '模板', make: '设为模板', unmake: '取消模板', made: '已设为模板', unmade: '已不再作为模板', name: '模板名称', lead: '各部门新建同类事项时可以从这个版本开始，编码和部门另填。', save: '保存' },
  discard: { action: '删除草稿', title: '删除这个草稿？', lead: '删除后不能恢复，事项保持上一版本。', done: '已删除草稿' },
  comments: { element: '要素' },
  handlingItems: { title: '业务办理项', parent: '所属实施清单', none: '没有业务办理项。', add: '新建', addTitle: '新建业务办理项', added: '已新建业务办理项', name: '业务办理项名称', lead: '内容从实施清单带入，编码自动生成（实施编码加两位序号）。' },
  moving: { closed: (name: string) => `“${name}”已撤销`, lead: '事项需要移交给承接职责的部门，移交前不能修改。', move: '移交', to: '承接部门', reason: '移交原因', moved: (name: string) => `已移交给${name}` },
  list: {
    create: '新建事项', export: '导出 Excel', bulk: (count: number) => `批量修改（${count}）`, needChoice: '请先选中要修改的事项。', bulkHistory: '批量修改记录', tags: '标签', reviews: '审核流程', columns: '显示列', region: '区划', anyRegion: '全部区划',
    tag: '标签', anyTag: '全部标签', stage: '生命周期', anyStage: '全部生命周期', quality: '质量', qualities: { faulty: '有必须修改的', clean: '没有问题', unchecked: '尚未检查' }, anyQuality: '全部质量',
    order: '排序', orders: { updated: '最近更新', name: '按名称', code: '按编码' }, closed: '部门已撤销', errors: (count: number) => `${count} 处`, clean: '通过', chooseAll: '选择本页', choose: (name: string) => `选择 ${name}`,
    chooseFiltered: '选择全部符合条件的', choosing: (count: number) => `已选 ${count} 个…`, clear: '取消选择', titles: { quality: '质量', tags: '标签', catalogCode: '基本编码', region: '区划' }, more: '更多条件',
  },
  creating: { title: '新建事项', template: '模板', blank: '不用模板，从空白开始', name: '事项名称', code: '地方实施编码', department: '实施主体', type: '事项类型', create: '新建并编辑', created: '已新建事项' },
  backToItems: '返回事项清单',
  bulk: {
    title: '批量修改', loading: '正在读取每个事项的修改……', element: '要素', mode: '方式', modes: { set: '改为', add: '增加', remove: '去掉' }, value: '新内容', clear: '清空这个要素', preview: '预览', lead: (count: number) => `将修改选中的 ${count} 个事项的草稿；没有草稿的会新建草稿。`,
    history: '批量修改记录', none: '还没有批量修改。', states: { prepared: '待执行', running: '执行中', done: '已完成', undoing: '撤销中', undone: '已撤销' },
    outcomes: { ready: '将修改', unchanged: '内容相同', refused: '不能修改', done: '已修改', failed: '没有成功', undone: '已撤销', kept: '已保留' },
    nothing: '没有要修改的事项，原因见下面每项。', run: (count: number) => `修改 ${count} 个事项`, undo: '撤销', progress: (done: number, total: number) => `${done} / ${total}`, before: '原内容', after: '新内容', reason: '说明', all: '全部', change: (element: string, mode: string) => `${element}：${mode}`,
    confirmUndo: '撤销后，没有再被改动的草稿恢复原样；后来又改过的保留。', columns: { item: '事项', department: '实施主体', outcome: '结果', when: '时间', who: '操作人', what: '修改内容', state: '状态', count: '事项数' }, empty: '（空）',
  },
  tags: {
    title: '事项标签', lead: '标签形成清单：带有标签的事项会列入相应清单，如一证通办、川渝通办。', code: '标识', name: '名称', active: '在用', items: '事项数', published: '已发布', add: '新增标签', save: '保存', saved: '已保存', see: '查看事项',
    codeHint: '小写字母、数字和连字符，建好后不能改', rename: '改名', stop: '停用', start: '启用',
  },
  reviews: {
    title: '审核流程设置', lead: '没有单独设置的使用“两级审核”：实施部门初审、事项主管部门复审。设置只影响之后提交的审核。', kind: '审核类别', type: '事项类型', anyType: '全部类型', department: '部门（含下级）', anyDepartment: '全部部门', process: '流程',
    steps: (steps: readonly string[]) => steps.join(' → '), add: '新增设置', remove: '取消', save: '保存', saved: '已保存', removed: '已取消', none: '还没有单独的设置。', changed: '修改人',
  },
};
