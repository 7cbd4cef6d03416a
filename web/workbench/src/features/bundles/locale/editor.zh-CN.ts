/** Words of the editor of a bundle's version. */
export const editorZhCN = {
  editing: {
    version: (n: number) => `第 ${n} 版`, parts: '配置内容', back: '返回目录', undo: '撤销', redo: '重做', submit: '提交审核', submitted: '已提交审核', withdraw: '撤回', withdrawn: '已撤回，可以继续修改', submitBlocked: (n: number) => `还有 ${n} 处错误，改好后才能提交`,
    states: { saved: (at: string) => `已保存${at ? ` ${at}` : ''}`, waiting: '正在输入……', saving: '正在保存……', offline: '网络已断开，内容保留在本机', failed: '没有保存上，正在重试', conflict: '他人也修改了，请选择', closed: '只读' },
    readOnly: { 'in-review': '这个版本正在审核，不能修改。', published: '这是已发布的版本。要修改请新建版本。', superseded: '这个版本已被新版本替代。', retired: '这件事已停办。', draft: '您没有修改这个版本的权限。' },
    returned: (opinion: string) => `上次审核退回：${opinion}`, opinion: (opinion: string) => `审核意见：${opinion}`, submittedBy: (name: string) => `${name} 提交`,
    merged: (name: string) => `已合并${name}刚才保存的修改`, newDraft: '新建版本', portal: '在门户查看', keys: { next: '下一部分', previous: '上一部分' },
    sections: { basic: '基本信息', questions: '情形问卷', items: '事项与关联', form: '一张表单', materials: '一套材料', checks: '检查', preview: '预览', review: '审核与批注', versions: '版本' },
    errors: (n: number) => `${n} 处错误`, warnings: (n: number) => `${n} 处提醒`, openComments: (n: number) => `${n} 条批注未处理`,
  },
  merge: { unset: '未填写', members: { when: '条件', dependsOn: '等谁办完', answers: '事项自己的问题', text: '文字', help: '说明', options: '选项', name: '名称', members: '来自' } as Record<string, string> },
  basic: {
    summary: '简介', summaryHelp: '公众首先看到的一两句话：什么时候办、解决什么', audience: '服务对象', lifeStages: '生命周期阶段', promisedDays: '承诺总时限（工作日）', promisedHelp: (days: number) => `不填按关键路径计算，现为 ${days} 个工作日`,
    notes: '提示', noteHelp: '办理前要知道的事，一条一句', addNote: '添加提示', removeNote: (n: number) => `删除第 ${n} 条提示`, consultation: '咨询电话', supervision: '监督投诉电话',
  },
  questions: {
    lead: '一次问清：答案决定办哪些事项、落入哪种情形。每题单选，选项要互斥、说得具体。', none: '还没有问题。全部事项都必须办理的，可以不设问卷。', add: '添加问题', question: '题目', help: '说明', options: '选项', option: (n: number) => `选项 ${n}`, optionHelp: '选项说明（可不填）', addOption: '添加选项', removeOption: (text: string) => `删除选项 ${text}`,
    up: (text: string) => `上移 ${text}`, down: (text: string) => `下移 ${text}`, remove: (text: string) => `删除 ${text}`, unnamed: (n: number) => `第 ${n} 题（未写题目）`, when: '什么时候问', always: '总是询问', newOptions: ['是', '否'], used: (n: number) => `决定 ${n} 个事项`, unused: '没有用到',
    removeTitle: '删除这个问题？', removeLead: (n: number) => `有 ${n} 处事项条件或回答用到它，会一并去掉。可以撤销。`,
  },
  conditions: { always: '总是', andAll: '下列条件都满足时', anyOption: '不限', pick: '选择答案' },
  items: {
    lead: '从已发布的事项中选择；说明哪些答案会办到它、它等谁的结果。彼此不等待的同时办理。', add: '添加事项', none: '还没有关联事项。至少两个事项才是一件事。', department: '部门', days: (n: number) => (n === 0 ? '当场办结' : `${n} 个工作日`), notOffered: '没有已发布的版本', outdated: '事项已有新版本', outdatedHint: '新建并发布这件事的新版本后使用事项的新版本',
    when: '什么时候办', dependsOn: '等谁办完', dependsNone: '不等待，直接开始', answers: '事项自己的问题', noQuestions: '这个事项没有自己的问题。', answersLead: '由问卷代为回答，申请人不用再答一遍。', up: (name: string) => `上移 ${name}`, down: (name: string) => `下移 ${name}`, remove: (name: string) => `移除 ${name}`, open: (name: string) => `展开 ${name}`,
    unanswered: '不代答（问卷后另外提问）', fixed: (option: string) => `固定为：${option}`, by: (question: string) => `按问卷“${question}”`, custom: '按多个条件（保留原配置）', mapTo: (option: string) => `答“${option}”时`, mapNone: '不代答', copy: '加入问卷', copyHint: '把这个问题连同选项加入情形问卷，并由它回答',
    always: '一定办', conditional: '看答案', open_: (n: number) => `${n} 题未代答`,
    picker: { title: '添加事项', search: '事项名称、拼音或编码', none: '没有找到已发布的事项；未发布的事项请先发布。', add: '添加', added: '已在其中', external: '不在本平台办理' },
  },
  graph: { title: '办理流程', label: '事项关联图', step: (n: number) => `第 ${n} 步`, together: (n: number) => `${n} 个事项同时办理`, alone: '1 个事项', startsAfter: (days: number) => (days === 0 ? '提交后开始' : `第 ${days} 个工作日后开始`), critical: '关键路径', total: (days: number) => `总时限 ${days} 个工作日`, before: (days: number) => `逐项办理要 ${days} 个工作日`, cycle: '事项之间循环等待，请先去掉其中一个前置关系。', none: '添加事项后显示。', waits: (name: string, before: string) => `${name}：等待${before}`, starts: (name: string) => `${name}：直接开始` },
  form: {
    lead: '相同数据元的字段自动合并，只填一次；意思相同而没有数据元的可以手动合并。', summary: (before: number, after: number, merged: number) => `${before} 个字段合并为 ${after} 个，其中 ${merged} 个由多个事项共用。`, filter: { all: '全部', merged: '已合并', alone: '单独填写' }, search: '字段或事项',
    columns: { label: '字段', type: '类型', by: '依据', sources: '来自' }, by: { element: '数据元', configured: '手动合并', declaration: '相同承诺', alone: '单独' }, merge: (n: number) => `合并所选（${n}）`, choose: (label: string) => `选择 ${label}`, label: '合并后的名称', separate: '分别填写', separateHint: (name: string) => `${name}单独填写，不与其他事项合并`, together: '恢复合并', split: '取消合并',
    mergeTitle: '合并字段', mergeLead: '申请人只填一次，答案交给每个事项。', sameType: '只能合并同一类型的字段。', pickTwo: '请先勾选至少两个字段。', twoItems: '请选择不同事项的字段。', none: '关联的事项没有在线表单。', preview: '查看合并后的表单', hide: '收起表单',
  },
  materials: {
    lead: '同一标准材料只交一份，交给需要它的每个事项；没有对应标准材料的可以手动合并。', summary: (before: number, after: number) => `${before} 份材料合并为 ${after} 份。`, columns: { name: '材料', by: '依据', sources: '需要它的事项' }, by: { standard: '标准材料', configured: '手动合并', alone: '单独' }, conditional: '部分情形需要', noCode: '未对应标准材料', search: '材料或事项', library: '材料库',
    mergeTitle: '合并材料', mergeLead: '申请人只交一份，份数按要求最多的事项。', label: '合并后的名称', pickTwo: '请先勾选至少两份材料。', twoItems: '请选择不同事项的材料。', none: '关联的事项不需要提交材料。', rename: (name: string) => `修改名称 ${name}`, filter: { all: '全部', merged: '已合并', alone: '单独' },
  },
  checks: { none: '没有发现问题，可以提交审核。', count: (errors: number, warnings: number) => `${errors} 处错误、${warnings} 处提醒。错误改好后才能提交，提醒由审核人判断。`, error: '错误', warning: '提醒', jump: '去修改', saving: '正在保存最新内容，保存后重新检查。' },
  preview: {
    lead: '像申请人一样回答问卷，看会办哪些事项、填什么表、交什么材料。', restart: '重新回答', answered: '已回答', question: (n: number) => `第 ${n} 题`, change: '修改', items: '要办的事项', steps: '办理步骤', materials: (n: number) => `要交 ${n} 份材料`, form: (n: number) => `要填 ${n} 个字段`, days: (n: number) => `${n} 个工作日`,
    savings: '比逐项办理', saving: { days: '时限（工作日）', materials: '材料（份）', fields: '填写项', visits: '跑动（次）' } as Record<string, string>, refused: '不能办理的情形', openQuestion: (text: string) => `另外提问：${text}`, neededBy: (names: string) => `用于${names}`, none: '按这些回答没有要办的事项。', showForm: '查看表单', hideForm: '收起表单', certain: '到目前为止可以确定：',
  },
  review: {
    title: '审核', step: (name: string) => `审核：${name}`, approve: '通过', approveDefault: '事项关联准确，问卷、表单和材料核对无误，同意。', done: { published: '已通过并发布', passedOn: '已通过，转下一环节审核', return: '已退回' },
    lead: '通过后转下一环节；最后一个环节通过后立即对外发布，并固定各事项的当前版本。', warnings: (n: number) => `检查有 ${n} 处提醒，请核对后再决定。`, openComments: (n: number) => `还有 ${n} 条批注没有处理。`,
    never: '还没有提交过审核。', comments: '批注', place: '批注的位置', waits: (step: string, handler: string) => `当前环节：${step}（${handler}）。`,
  },
};
