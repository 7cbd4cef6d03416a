import { nodeKindLabels } from '@tongban/bpmn-model';
import type { Kind } from '../diagram/kinds.ts';
import { replayWords } from './replay.zh-CN.ts';
import { stepWords } from './step.zh-CN.ts';

const kinds: Readonly<Record<Kind, string>> = {
  'user-task': '人工环节', 'service-task': '系统环节', 'exclusive': '选择网关', 'parallel': '并行网关', 'inclusive': '多选网关', 'timer': '定时等待', 'sub-process': '子流程', 'start': '开始', 'end': '结束',
};
const newNames: Readonly<Record<Kind, string>> = {
  'user-task': '新环节', 'service-task': '新系统环节', 'exclusive': '', 'parallel': '', 'inclusive': '', 'timer': '等待', 'sub-process': '子流程', 'start': '开始', 'end': '结束',
};
const typeNames: Readonly<Record<string, string>> = {
  'bpmn:UserTask': kinds['user-task'], 'bpmn:ServiceTask': kinds['service-task'], 'bpmn:ExclusiveGateway': kinds.exclusive, 'bpmn:ParallelGateway': kinds.parallel, 'bpmn:InclusiveGateway': kinds.inclusive,
  'bpmn:IntermediateCatchEvent': '等待事件', 'bpmn:BoundaryEvent': '边界事件', 'bpmn:SubProcess': kinds['sub-process'], 'bpmn:CallActivity': '调用其他流程', 'bpmn:StartEvent': kinds.start, 'bpmn:EndEvent': kinds.end,
  'bpmn:SequenceFlow': '连线', 'bpmn:Process': '流程', 'bpmn:TextAnnotation': '批注', 'bpmn:Association': '批注连线', 'bpmn:Task': '未分类任务', 'bpmn:Participant': '参与方', 'bpmn:Lane': '泳道',
};

/** Words of the pages for processes. */
export const zhCN = {
  cancel: '取消', version: (n: number) => `第 ${n} 版`, unreadable: { title: '这张流程图画不出来', detail: '文件不是完整的 BPMN 2.0 流程图，或缺少图形位置。请换一个文件，或放弃这个草稿后从模板重新开始。' },
  merge: { xml: '流程图', note: '修改说明', drawn: (count: number) => `${count} 个图形`, unreadable: '读不出来的流程图' },
  templates: {
    'immediate': { name: '即办', steps: '受理 → 当场决定 → 送达' }, 'review-and-check': { name: '一审一核', steps: '受理 → 审查 → 审核 → 决定 → 送达' }, 'parallel-review': { name: '并联审查', steps: '受理 → 牵头部门、联办部门同时审查 → 综合审核 → 决定 → 送达' },
    'three-level-review': { name: '三级联审', steps: '受理 → 初审 → 复审 → 终审 → 决定 → 送达' }, 'special-procedure': { name: '特别程序', steps: '受理 → 审查 →（需要时）现场核查 → 审核 → 决定 → 送达' }, 'countersign': { name: '会签', steps: '受理 → 审查 → 各部门会签 → 决定 → 送达' },
  },
  list: {
    title: '办理流程', search: '编码或名称', state: '状态', anyState: '全部状态', states: { 'draft': '有草稿', 'published': '已发布', 'never-published': '从未发布' }, reset: '清除筛选', create: '新建流程',
    columns: { name: '流程', key: '编码', published: '现行版本', draft: '正在修改的草稿' }, never: '还没有发布', none: '—', drawing: '草稿', at: (when: string, who: string) => `${when} ${who}`,
    empty: ['还没有办理流程', '点“新建流程”，从常用模板开始，或读入 .bpmn 文件。'], emptyReader: ['还没有办理流程', '由事项管理员新建并发布后，在这里查看。'],
  },
  create: {
    title: '新建流程', create: '新建并开始画', name: '名称', nameHelp: '如 建设工程许可并联审查', key: '编码', keyHelp: '如 building-permit；事项按它选用流程，保存后不能修改', badKey: '编码以小写英文字母开头，只用小写字母、数字和短横线，至少 2 个字符，如 building-permit。',
    start: '从哪里开始', file: '读入 BPMN 文件', choose: '选择 .bpmn 文件', needFile: '请选择要读入的 .bpmn 文件。', chosen: (name: string, count: number) => (count === 0 ? `${name}：可以发布的流程图` : `${name}：有 ${count} 处还要修改，新建后可以逐处改好`),
  },
  file: { tooLarge: '文件是空的，或超过 50 万个字符；请把流程拆成几个，用“调用其他流程”连起来。', notBpmn: '文件不能读入：', noDrawing: '文件里没有图形位置（BPMNDI），画不出来；请在原来的工具里导出带图形的文件。' },
  process: {
    back: '办理流程', versions: '版本', uses: '使用它的事项', columns: ['版本', '名称', '发布', '修改说明', '在办', ''], published: (when: string, who: string) => `${when}　${who}`, brought: '平台预置', running: (n: number) => `${n} 件`,
    newDraft: '新建草稿', draftFrom: '以此为草稿', openDraft: '打开草稿', drafted: '已新建草稿', shown: '正在看', show: '看图', compareBefore: '与前一版比较', stepTimes: '环节耗时', never: '这个流程还没有发布过', neverDetail: '打开草稿画好、由另一人发布后，这里显示每个版本。',
    useColumns: { item: '事项', department: '实施部门', version: '事项版本', process: '用的流程版本' }, newest: '受理时的最新版', noUses: ['还没有事项使用这个流程', '在事项的“办理方式”里选择它之后，列在这里。'], itemVersion: (n: number, state: string) => `第 ${n} 版　${state}`,
    states: { 'draft': '草稿', 'in-review': '审核中', 'approved': '审核通过', 'published': '已发布', 'superseded': '已被替代', 'retired': '已取消' }, diagram: (name: string, n: number) => `${name} 第 ${n} 版的流程图`, keepsRunning: '已受理的件按受理时的版本办到底，不受新版本影响。',
  },
  draft: {
    basedOn: (n: number) => `在第 ${n} 版上修改`, fresh: '新流程',
    readOnly: '您可以查看这个草稿，不能修改。',
    undo: '撤销', redo: '重做', fit: '适应窗口', zoomIn: '放大', zoomOut: '缩小', more: '文件', exportXml: '导出 .bpmn', exportSvg: '导出 SVG 图片', print: '打印', importXml: '读入 .bpmn 替换', replaceTitle: '用文件里的流程图替换现在画的？', replaceLead: '替换后不能撤销；现在画的可以先导出。', replace: '替换', note: '修改说明', noteHelp: '改了什么、为什么，发布的人和以后的人会看到',
    discardTitle: '放弃这个草稿？', discardLead: '画的内容不能找回；已发布的版本不变。', diagram: '流程图', toProcess: '版本和使用',
  },
  publish: { title: (name: string) => `发布“${name}”？`, lead: '发布后成为新版本，事项可以选用；已受理的件仍按原来的版本办理。', done: '已发布' },
  walk: {
    open: '试走', title: '试走这个流程', lead: '用一件不存在的件走一遍：选好数据，逐步办完，图上蓝色是走过的，粗框是停在的。什么都不保存。分发规则和环节的规则要看具体的申请，试走里不运行；要知道会交给谁、会不会被拦住，请用“用办过的件试算”。', data: '件的数据', dataHelp: '每行一项，写成“名称 = 值”，值是 FEEL，文字加英文引号。', stepData: '这一步办完时写入的数据（可以不填）', start: '开始试走', again: '从头再走', back: '退回一步',
    line: (line: number, why: string) => `第 ${line} 行：${why}`, shape: '请写成“名称 = 值”。', path: '走过的', until: (days: number) => `到第 ${days} 个工作日`, waiting: '停在', kinds: { task: '办完', timer: '到时', message: '收到消息', activity: '完成' }, days: (days: number) => (days > 0 ? `时限 ${days} 个工作日` : '没有时限'),
    ended: (days: number) => `走到了结束，各环节时限用足共 ${days} 个工作日`, loop: (names: string) => `${names}已经走了 20 遍，走不出这一圈。请检查这一圈里网关的条件和默认连线。`, most: '已经走了 200 步，不再往下走。请检查流程是否走不到结束。', faults: '流程还有要改的地方，改好后再试走。',
  },
  replay: replayWords,
  step: stepWords,
  check: { title: '检查', none: '没有问题', some: (n: number) => `${n} 处要改`, whole: '整张图', checking: '正在检查' },
  outline: { title: '图形清单', steps: '环节和网关', flows: '连线', flow: (from: string, to: string) => `${from} → ${to}`, unnamed: (type: string, id: string) => `${type} ${id}` },
  properties: {
    nothing: '选中一个图形，在这里写它的名称、办理人、时限和条件。', process: '流程', name: '名称', type: '类型', id: '标识', step: '环节作用', steps: { acceptance: '受理', review: '审查', decision: '决定', delivery: '送达', custom: '其他' },
    candidates: '办理人', candidatesHelp: '一行里写的都要符合；几行之间符合一行即可。', candidate: (n: number) => `第 ${n} 组`, addCandidate: '增加一组', removeCandidate: '移除', kinds: { rule: '按岗位、角色、机构', expression: '按表达式' }, post: '岗位', role: '角色', organisation: '机构', anyPost: '不限岗位', anyRole: '不限角色', anyOrganisation: '不限机构', fixedOrganisation: '指定机构', organisationExpression: '机构表达式', expression: '表达式', needCandidate: '还没有办理人，请增加一组。',
    organisations: { '=departments.acceptance': '受理部门（办件的）', '=departments.lead': '牵头部门（办件的）', '=departments.decision': '决定部门（办件的）', '=element': '会签中的这个部门' }, otherExpression: '另写表达式……', chooseOrganisation: '指定一个机构……',
    limit: '办理时限（工作日）', limitHelp: '整数；不填表示只受总时限约束', badLimit: '请填 1 至 9999 的整数，或以 = 开头的表达式。', noHandler: '没有人可以办时', noHandlers: { administrator: '交给大厅负责人', refuse: '不让提交，说明缺人', skip: '跳过这个环节' }, form: '表单', formHelp: '事项里表单的标识；不填则不另显示表单', reviewOrganisation: '审查意见归属',
    multi: '会签', multiHelp: '同一个环节由几个部门或几个人各办一份', collection: '会签的名单', collections: { '=departments.joint': '联办部门（办件的）' }, elementVariable: '名单中一项的名称', elementHelp: '办理人里用 = 加这个名称指代它', sequential: '依次办理，不同时', completion: '提前结束的条件', completionHelp: '如 numberOfCompletedInstances >= 2；不填则全部办完', sequentialHelp: '按名单顺序，前一个办完才到下一个',
    handler: '处理程序', handlerHelp: '平台处理程序的名称', waiting: '等处理程序报告完成再继续', timer: '等待（工作日）', timerHelp: '整数，或以 = 开头的表达式', otherTimer: (value: string) => `按 ISO 8601 定时：${value}；填工作日数后改为按工作日`, interrupting: '到时中断所在的环节',
    condition: '条件', conditionHelp: '成立时走这条连线；如 applicantKind = "company"', default: '其他条件都不成立时走这条（默认）', noCondition: '这条连线无条件通过；只有选择网关和多选网关的连线写条件。', terminate: '到这里时整个流程结束，其余分支一并停止', from: '从', to: '到',
    append: '在后面加', connectTo: '连到', connect: '连线', chooseTarget: '选择图形', remove: '删除', unsupported: '平台不运行这种图形，请删除后换成支持的。', called: '调用的流程', calledHelp: '流程的编码',
  },
  migration: {
    open: '迁移在办件', title: (name: string) => `${name}：迁移在办件`, from: '从', to: '迁移到', side: (version: number, running: number) => `第 ${version} 版　${running} 件在办`, nothing: '没有需要迁移的在办件。', same: '请选两个不同的版本。', compare: '比较这两个版本', list: '在办件迁移', noMigrations: '还没有迁移过',
    mapTitle: '环节对应', mapLead: '先按标识、再按名称自动对应；可以改。有件停着的环节必须有对应的环节，类型也要相同。', columns: { node: '原来的环节', kind: '类型', standing: '停着', target: '对应到', by: '依据' }, by: { id: '标识相同', name: '名称相同' }, byHand: '自己选的', needed: '必须选', unneeded: '没有件停在这里，可以不选',
    targetOf: (name: string) => `“${name}”对应到`, noTarget: '没有对应的环节', count: (n: number) => `${n} 件`, lacking: (names: string) => `还没有对应的环节：${names}。这些件迁移不了。`, lackingAt: (name: string, n: number) => `${name}（${n} 件）`,
    try: '试算', tryLead: '看每一件会怎样，什么都不改。', trialTitle: '试算结果', trialSum: (looked: number, moves: number, refused: number) => `看了 ${looked} 件：${moves} 件可以迁移，${refused} 件不能`, trialPart: (looked: number) => `。在办件较多，这里只试算前 ${looked} 件，其余在迁移时逐件判断`, trialColumns: ['件数', '停在', '迁移后停在', '说明'],
    refused: '不能迁移', moves: '可以迁移', ends: '流程结束', begins: (names: string) => `随即开始：${names}`, casesTitle: '逐件', caseColumns: { number: '办件编号', title: '事项', stands: '停在', result: '结果', at: '时间' }, noneMoves: '没有可以迁移的件，请补上环节对应后重新试算。',
    startTitle: '开始迁移', noUndo: '迁移不能撤销', rules: ['迁移之后，这些件按新版本走完；要回到原来的版本，只能再迁移一次，而且不一定每件都能回去。', '已经产生的待办不变：办理人、期限照旧，新版本的办理人和时限从下一个环节起生效。', '逐件进行，每件要么整件迁移、要么原样不动，并记入审计；迁移时有人正在办的件会重试，仍不行的原样不动。'],
    reason: '迁移的理由', reasonHelp: '如 新版本增加了现场勘验，原版本缺少法定环节', understood: (moves: number, refused: number) => `我已核对试算结果，知道 ${moves} 件会迁移${refused > 0 ? `、${refused} 件不会` : ''}，迁移后不能撤销`, needUnderstood: '请核对试算结果后勾选。', start: (n: number) => `迁移 ${n} 件`, started: '已开始迁移',
    runTitle: (from: number, to: number) => `第 ${from} 版迁移到第 ${to} 版`, runSum: (total: number, moved: number, not: number) => `共 ${total} 件，已迁移 ${moved} 件，没有迁移 ${not} 件`, runBy: (who: string, from: string, to: string) => `${who} ${from} 开始${to === '' ? '' : `，${to} 结束`}`, reasonIs: (reason: string) => `理由：${reason}`,
    anyResult: '全部结果', results: { moved: '已迁移', refused: '不能迁移', failed: '出错' }, waiting: ['正在逐件迁移', '结果随后出现在这里。'], noneLooked: ['没有逐件结果', '迁移开始前这些件已经办结，或迁移被停止。'], stop: '停止迁移', stopTitle: '停止这次迁移？', stopLead: '已迁移的件不会退回；其余的保持原样，可以以后再迁移。',
    listColumns: { route: '迁移', state: '状态', sum: '结果', by: '开始' },
  },
  compare: {
    open: '比较版本', title: (name: string) => `${name}：比较两个版本`, from: '旧版', to: '新版', draft: '正在修改的草稿', same: '两个版本没有差别。', sameVersion: '请选两个不同的版本。', onlyOne: '这个流程只有一版，还没有可以比较的。',
    faulty: (which: string) => `${which}还有要改的地方，读不成完整的流程，改好后再比较。`, list: '差别', count: (added: number, removed: number, changed: number) => `新增 ${added} 处，删去 ${removed} 处，改动 ${changed} 处`, moved: '只在图上挪了位置、内容没变的不列。', pick: '点一处，两张图上各移到它的位置。',
    changes: { added: '新增', removed: '删去', changed: '改动' }, kinds: nodeKindLabels, before: '原来', after: '现在', none: '没有写', inBefore: (words: string) => `旧版　${words}`, inAfter: (words: string) => `新版　${words}`, property: '属性', yes: '是', flow: '连线',
    inside: '所在子流程', host: '所在环节', terminate: '结束整个流程', timer: '等待', workingDays: (days: string) => `${days} 个工作日`, message: '消息', correlation: '消息的对应值', output: '每份的结果', outputs: '结果名单',
  },
  variables: { 'departments.acceptance': '受理部门', 'departments.lead': '牵头部门', 'departments.joint': '联办部门名单', 'departments.decision': '决定部门', 'situation': '申请情形', 'flags': '情形的标记', 'applicantKind': '申请人类别', 'projectType': '办件类型', 'channel': '申请渠道', 'guidance': '导办回答', 'numberOfInstances': '会签总数', 'numberOfCompletedInstances': '会签已办数' },
  drawing: {
    kinds, newNames, typeNames, create: (kind: string) => `放置${kind}（点后在画布上放下，或直接拖）`, append: (kind: string) => `在后面加${kind}`,
    tools: { hand: '移动画布（H）', lasso: '框选（L）', space: '挪出或收紧空白（S）', connect: '连线（C）', connectFrom: '从这里连线', remove: '删除（Delete）' },
    library: {
      'Search in diagram': '在图中查找', 'Delete': '删除', 'Change element': '更改类型', 'Connect to other element': '连到其他图形', 'flow elements must be children of pools/participants': '图形要放在泳道里面', 'no diagram to display': '没有可以显示的图', 'no process or collaboration to display': '没有可以显示的流程', 'element {element} referenced by {referenced}#{property} not yet drawn': '图形 {element} 还没有画出来', 'element required': '缺少图形', 'already rendered {element}': '图形 {element} 画了两次', 'failed to import {element}': '图形 {element} 读不进来', 'unsupported bpmnElement for plane: {element}': '这张图不是流程图：{element}', 'more than {count} child lanes': '泳道超过 {count} 条', 'Close': '关闭', 'Open minimap': '打开缩略图', 'Toggle keyboard move selection': '用键盘移动',
    },
  },
};
