export const zhCN = {
  title: '梳理工作台',
  tabs: { tasks: '部门任务', surveys: '调研表', board: '梳理进度' },
  add: '新建调研表', back: '梳理工作台', cancel: '取消', confirm: '确定',
  columns: { title: '调研表', state: '状态', due: '截止日期', departments: '部门（已确认 / 全部）', items: '事项（已填 / 全部）', overdue: '逾期', by: '编制人', department: '部门', confirmed: '确认', progress: '已填 / 全部' },
  noSurveys: ['还没有调研表', '新建一张，选择要核对的要素和部门，下发后各部门填报。'],
  noTasks: ['没有调研任务', '下发调研表后，各部门的填报任务会列在这里。'],
  overdue: '已逾期', overdueOnly: '只看逾期', allStates: '全部状态', taskStates: { open: '填报中', confirmed: '已确认', adopted: '已采用' },
  design: {
    title: '名称', titleHint: '如：2026 年第四季度办事指南要素核对', instructions: '填报要求', instructionsHint: '告诉部门核对什么、依据什么、注意什么。', elements: '要核对的要素', elementsHint: '部门逐个事项核对或填写这些要素。',
    departments: '下发部门', departmentsHint: '选择一个或多个部门', taskTypes: '事项类型', taskTypesHint: '不选表示全部类型', due: '截止日期', questions: '补充问题', addQuestion: '增加问题', questionText: '问题', kind: '回答方式', required: '必答', options: '选项，用顿号隔开', remove: '删除',
    kinds: { 'text': '文字', 'yes-no': '是或否', 'choice': '选择' }, save: '保存', dispatch: '下发', close: '结束调研', saved: '已保存', dispatched: '已下发', closed: '已结束',
    dispatchTitle: '下发这张调研表？', dispatchLead: '下发后不能再修改；各部门会收到消息，并得到预填好的任务。', closeTitle: '结束这次调研？', closeLead: '结束后部门不能再填报；已确认的仍可采用。',
  },
  task: {
    download: '下载 Excel', upload: '上传填好的 Excel', uploading: '正在上传', confirm: '确认', return: '退回', adopt: '采用选中的修改', confirmations: '确认留痕', instructions: '填报要求',
    confirmTitle: '确认本部门的填报？', confirmLead: '确认后留下人员、时间和内容摘要，不能修改；如需更正，由管理人员退回后重新确认。', confirmed: '已确认', returned: '已退回', returnTitle: '退回重新填报', opinion: '退回意见', returnedWith: '退回意见',
    columns: { item: '事项', status: '填报', differences: '与平台现有内容的差异', by: '填报人' }, statuses: { unanswered: '未填', unchanged: '确认无误', changed: '有修改' }, all: '全部', none: '没有修改', adopted: '已采用', adoptedCount: (n: number) => `已采用 ${n} 处到草稿`,
    same: '全部确认无误', fill: '填报', sheetOnly: '这一项有多条内容，请下载 Excel 填写。', save: '保存', saved: '已保存', uploadDone: (read: number, changed: number, unchanged: number) => `读到 ${read} 个事项：有修改 ${changed} 个，确认无误 ${unchanged} 个。`,
    issues: (n: number) => `有 ${n} 处需要修改，其余已记入填报`, progress: (done: number, all: number) => `已填 ${done} / ${all}`, due: (day: string) => `截止 ${day}`,
    chose: (n: number) => `已选 ${n} 处`, before: '平台', after: '填报', empty: ['没有符合条件的事项', '换一个填报状态筛选。'], number: (n: number) => `第 ${n} 次确认`, counts: (items: number, changed: number) => `${items} 个事项，${changed} 个有修改`, intact: '内容与摘要一致', broken: '内容与摘要不一致', noConfirmations: '还没有确认过。',
    working: '工作日', calendar: '自然日', yes: '是', no: '否', unset: '不填',
  },
  board: {
    kinds: { single: '单事项', bundle: '一件事', automatic: '智能审批' }, stages: { 'not-started': '未开始', 'drafted': '初稿', 'confirmed': '部门确认', 'online': '上线' },
    target: (n: number) => `目标 ${n}`, online: (n: number) => `已上线 ${n}`, department: '部门', overdue: '逾期任务', export: '导出', targets: '设置目标', targetsSaved: '目标已设置', addSubject: '登记梳理对象', added: '已登记', name: '名称', kind: '类别', stage: '阶段', updated: '更新', moved: '已更新阶段',
    empty: ['还没有梳理数据', '下发调研表，或登记一件事、智能审批事项。'], detail: '明细', legend: '表中各列依次为：未开始 / 初稿 / 部门确认 / 上线，点数字看明细。', allStages: '全部阶段', code: '编码',
  },
};
