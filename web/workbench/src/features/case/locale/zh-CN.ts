export const zhCN = {
  bundle: { partOf: (name: string) => `一件事：${name}`, sisters: '同一件事的各事项' },
  paper: { title: '纸质材料', holder: '现在在：', since: (on: string) => `，${on} 起`, transit: (name: string) => `正交往${name}，签收前由递交人负责。`, submit: '递交期限：', sign: '签收期限：', add: {
    open: '补收纸质材料', lead: '受理后收到的原件、纸质材料。材料袋还在本窗口的放进去，已经递交的另生成一个材料袋。', which: '收到的材料', other: '清单以外的材料', placeholder: '例如：户口簿原件', press: '收下', done: '已登记补收的纸质材料', cancel: '取消', missing: '请选择或者写明收到的材料。',
  } },
  back: '返回', refresh: '刷新', print: '打印', transfer: '转办', more: '更多',
  channels: { portal: '网上申请', mobile: '手机申请', window: '窗口登记', kiosk: '自助终端', phone: '电话登记', api: '接口' } as Record<string, string>,
  applicant: { title: '申请人', person: '个人', company: '企业', agent: '代办人', clerk: '窗口登记', mandated: '平台已授权', letter: '授权委托书', reveal: '查看完整信息', postTo: (line: string) => `结果邮寄给：${line}`, situation: '情形' },
  outcome: { approved: '准予', denied: '不予许可' },
  documents: {
    application: '申请表', conditions: '受理条件', materials: '申请材料', notices: '文书', results: '办理结果', earlier: '补正前', none: '未提供', round: (n: number) => (n === 0 ? '首次提交' : `第 ${n} 次补正`),
    source: { upload: '上传', licence: '证照免交', paper: '收纸质件', form: '表单生成', none: '未提供' },
    shared: ' · 凭共享码',
    paper: '窗口已收取纸质原件，没有电子文件。', noneDetail: '申请人没有提供这份材料。', formMaterial: '由申请表生成，见“申请表”。',
    earlierApplication: (n: number) => `申请表（${n === 0 ? '首次提交' : `第 ${n} 次补正`}）`, standard: '受理标准', empty: '从左侧选择材料、申请表或文书。',
    specialDocument: '特别程序文件',
  },
  recognition: {
    title: '材料识别', kind: (name: string, share: number, person: boolean) => (person ? `${name} 人工` : `${name} ${Math.round(share * 100)}%`), unknownKind: '不像所需的材料', same: (n: number) => `${n} 项一致`, differs: (n: number) => `${n} 项不一致`, acknowledged: '申请人看过，仍然提交',
    open: '查看比对', details: '查看说明', close: '看原件', page: (n: number) => `第 ${n} 页`, noPicture: '没有可显示的图片，请看原件。', notFound: '没有找到', corrected: '人工', columns: ['内容', '材料上', '申请表、证照', '比对'], sure: (share: string) => `把握 ${share}`,
    because: (share: string, learnt: boolean, signs: string) => `${learnt ? '分类模型' : '标志词'}判断，把握 ${share}${signs === '' ? '' : `：${signs}`}`, byPerson: '人工确定', engine: (name: string) => `识别引擎 ${name}　`, pages: (read: number, total: number) => `共 ${total} 页，识别了前 ${read} 页　`,
    correctedBy: (name: string, at: string) => `${name} ${at} 更正`, correct: '更正', again: { label: '重新识别', done: '已开始重新识别' }, correctTitle: '更正识别结果', correctOk: '保存更正', correctDone: '已更正，并留作标注样本', correctType: '这是什么材料', otherType: '不在智审目录中的材料', absent: '材料上没有',
    correctLead: '只填写需要更正的内容，其余保持识别结果。去除个人信息后的文字会留作标注样本，用于改进识别。', otherFields: '改成另一种材料后，系统按它的规则重新查找内容；保存后可以再更正。',
  },
  samples: { ofCondition: '核对受理条件的样本', ofMaterial: '事项的示例样表', kinds: { 'blank-form': '空白表格', 'example': '示例样表', 'pass-sample': '合格样本', 'fail-sample': '不合格样本' } },
  points: { condition: (condition: string) => `核对受理条件：${condition}`,
    title: '审查要点', satisfied: '符合', unsatisfied: '不符合', open: '未核对', remark: '哪里不符合（可写入意见）', all: '全部符合', progress: (done: number, total: number) => `要点 ${done}/${total}`, failed: (n: number) => `${n} 条不符合`, allKey: '本材料要点全部符合', conditionKey: '本条件要点全部符合',
    missing: (n: number) => `还有 ${n} 条审查要点没有核对`, cannotAccept: (n: number) => `有 ${n} 条审查要点不符合，不能受理；请一次性告知补正，或者不予受理。`,
    cannotApprove: (n: number) => `有 ${n} 条审查要点不符合，不能准予许可；请不予许可或者退回重新审查。`, tickFirst: (n: number) => `还有 ${n} 条审查要点没有核对，请先在左侧的条件和材料下逐条核对。`,
  },
  clock: {
    title: '办理时限', promised: '承诺', legal: '法定', days: (n: number) => `${n} 个工作日`, left: '剩余', over: '超过', unit: '个工作日', until: '截止', notStarted: '尚未受理，未开始计时', paused: '已停止计时', stopped: '计时结束',
    acceptBy: '最迟受理或告知', deliverBy: '最迟送达', supplementBy: '补正截止', used: '已用', provisional: '期限跨入尚未公布放假安排的年份，公布后将重新计算。', immediate: '即办件，当场办结',
    segments: '计时记录', running: '计时', suspended: '停止计时', extended: '延长', now: '至今', todayLast: '今天到期',
    tasks: '当前环节', noTasks: '没有待办环节', mine: '我',
  },
  reviews: { title: '审查意见', none: '还没有审查意见', pass: '通过', fail: '不通过', superseded: '已退回重审', steps: { acceptance: '受理', review: '审查', decision: '决定' }, points: { count: (total: number, failed: number) => `核对要点 ${total} 条，${failed === 0 ? '全部符合' : `${failed} 条不符合`}` } },
  timeline: { title: '办理过程' },
  rating: { title: '评价', invite: '请申请人扫码评价', hint: (until: string) => `请申请人用手机扫码自行评价，${until}前一次有效。` },
  special: {
    title: '特别程序', state: { proposed: '待批准', running: '进行中，停止计时', ended: '已结束', rejected: '未同意' }, days: (n: number) => `${n} 天`, documents: '书面文件', result: '结果', by: '提出', since: '起',
  },
  supplement: { title: '待申请人补正', due: '截止', items: '补正内容' },
  bar: {
    opinion: '意见', accept: '受理', refuse: '不予受理', requestSupplement: '一次性告知补正', review: '提交审查意见', conclusion: '审查结论', pass: '通过', fail: '不通过',
    decide: '作出决定', deliver: '登记送达', returnForRework: '退回重新审查', handleStep: '办完这个环节', propose: '申请特别程序', approve: '审批特别程序', end: '登记特别程序结束', extend: '延长期限', terminate: '终止办理',
    supplementFor: '代申请人补正', unsent: '您未提交的意见', waiting: '当前没有需要您办理的环节', opinionNeeded: '请填写审查意见', failNeedsOpinion: '结论为不通过，请写明理由',
    placeholder: { acceptance: '受理意见（选填）', review: '审查意见' },
  },
  phrases: {
    acceptance: ['申请材料齐全，符合法定形式，予以受理。', '经核对原件，材料真实有效，予以受理。'],
    review: ['经审查，申请材料齐全、内容真实，符合法定条件，同意。', '经现场核查，与申报内容一致，同意。', '经审查，不符合规定的条件，不同意。理由：'],
    decision: ['经审查，符合法定条件、标准，准予许可。', '申请符合有关规定，准予。', '经审查，不符合法定条件、标准，不予许可。'],
    denial: ['申请事项不符合《   》第  条规定的条件，具体为：'],
    supplement: ['材料内容不清晰，请重新提交。', '请加盖单位公章。', '已超过有效期，请提交有效期内的文件。', '填写内容与证明文件不一致，请核对后修改。'],
  },
  done: {
    step: '已办完这个环节', accept: '已受理，受理通知书已出具', refuse: '已作出不予受理决定，决定书已出具', supplement: '已告知补正，通知书已出具', review: '审查意见已提交', decide: '决定已作出，决定书已出具', deliver: '已登记送达，办件办结',
    return: '已退回重新审查', propose: '特别程序申请已提交', approve: '已批准，停止计时并书面告知申请人', reject: '已登记不同意', end: '特别程序已结束，恢复计时', extend: '期限已延长，告知书已出具', terminate: '已终止办理',
    transfer: '已转办',
  },
  cancel: '取消',
  refuseForm: {
    title: '不予受理', ground: '不予受理的情形', reasons: '理由（写明事实和依据）', competent: '应当向哪个机关申请', needReasons: '请写明理由，至少 5 个字。', confirm: '作出不予受理决定',
    grounds: { 'not-required': '依法不需要取得许可', 'not-competent': '不属于本机关职权范围', 'not-qualified': '不符合法定申请条件' },
    notice: '将出具加盖印章的《不予受理决定书》，写明复议和诉讼途径（行政许可法第三十二条）。',
  },
  supplementForm: {
    title: '一次性告知补正', notice: '只能告知一次，请写全所有需要补正的内容（行政许可法第三十二条）。', deadline: (date: string) => `须在 ${date} 前告知；逾期不告知的，自收到申请材料之日起即为受理。`,
    materials: '需要补正的材料', fields: '需要修改的申请表内容', other: '其他需要补正的内容', add: '添加', reason: '补正要求', explanation: '总体说明', days: '补正期限', daysUnit: '个工作日', confirm: (n: number) => `发出补正通知（${n} 项）`,
    pickFields: '选择申请表中的项目', otherName: '其他', fromPoint: '来自不符合的审查要点', need: '请至少选择一项，并逐项写明补正要求。',
    defaultExplanation: '您的申请材料不齐全或不符合法定形式，请按下列要求一次性补正。',
  },
  specialForm: {
    propose: '申请特别程序', kind: '特别程序', reason: '理由和依据', days: '所需时间（天）', documents: '书面文件（必附）', needDocuments: '请上传书面文件，没有它不能停止计时。', confirm: '提交申请', listed: (days: number, unit: string, basis: string) => `指南列明：${days} 个${unit}。${basis}`,
    units: { 'working-day': '工作日', 'calendar-day': '自然日' }, notice: '批准后停止计时，所需时间书面告知申请人（行政许可法第四十五条）。', none: '办事指南没有列明特别程序，不能停止计时。',
    approve: '审批特别程序', opinion: '审批意见', yes: '批准并停止计时', no: '不同意', end: '登记特别程序结束', result: '结果', endDocuments: '结果文件', endConfirm: '登记结束并恢复计时',
    agreed: '同意启动特别程序。', proposal: '申请内容',
  },
  extendForm: { title: '延长办理期限', days: '延长的工作日', reason: '延长理由', confirm: '批准延长', notice: '经本机关负责人批准可以延长，最多十个工作日，只能一次，并将理由告知申请人（行政许可法第四十二条）。' },
  decideForm: {
    title: '作出决定', outcome: '决定', approved: '准予许可', denied: '不予许可', opinion: '决定意见', reasons: '不予许可的理由（写入决定书）', validity: '有效期', from: '起始日期', until: '截止日期', to: '至', noEnd: '不填时按证照类型的规定', endNeeded: '由本决定写明，起止日期都要填写', needUntil: (licence: string) => `请填写《${licence}》的有效期截止日期。`, remark: '许可内容（写入决定书和证照）',
    approve: '准予许可，出具决定书', deny: '不予许可，出具决定书', remedies: '决定书将告知的救济途径', reconsideration: '行政复议', litigation: '行政诉讼', reviewsFailed: '有部门审查意见为不通过，不能准予许可；请不予许可或退回重新审查。',
    noRemedies: '按法定途径告知：六十日内申请行政复议，六个月内提起行政诉讼。', result: '结果', reviews: '各部门意见', guideValidity: '指南列明有效期',
  },
  deliverForm: {
    title: '登记送达', method: '送达方式', methods: { electronic: '电子送达', counter: '窗口领取', express: '邮寄' }, receiver: '签收人', tracking: '快递单号', confirm: '登记送达并办结', hints: { electronic: '', counter: '窗口领取请核验领取人身份。', express: '' }, postTo: '邮寄给', noPost: '申请人没有要求邮寄，没有留收件地址；请与申请人核对。',
  },
  returnForm: { title: '退回重新审查', node: '退回到', reason: '退回原因', confirm: '退回', none: '没有可以退回的环节。', needNode: '请选择退回到哪个环节。' },
  terminateForm: { title: '终止办理', reason: '法定原因', confirm: '终止办理', notice: '终止后不能恢复。', phrases: ['申请人书面放弃。', '申请人死亡或者法人终止。', '赋予公民特定资格的行政许可，该公民死亡或者丧失行为能力。'] },
  stepForm: { title: (name: string) => `办完“${name}”`, opinion: '办理情况', confirm: '办完' },
  steps: {
    title: '环节要求', fill: '填写', read: '查看', unsaved: '还没有填', saved: (when: string, who: string) => `${who} ${when} 保存`, savedAt: (step: string, when: string, who: string) => `${step}　${who} ${when} 保存`, save: '保存', savedNow: '已保存', formLead: '填好后保存；可以先存一部分。办完这个环节时要填全。',
    proposes: (pass: boolean, result: string) => `规则结果“${result}”，默认结论为${pass ? '通过' : '不通过'}，可以改`, passes: (result: string) => `规则没有发现问题：${result}`, blocks: (message: string) => `现在还不能办完：${message}`, basis: (name: string, version: number | null) => `依据“${name}”${version === null ? '' : `第 ${version} 版`}`, live: '按现在填的内容', why: '看依据', less: '收起', earlier: (n: number) => `已办环节的规则结果（${n}）`,
  },
  progress: {
    open: '流程进展', title: (item: string, number: string) => `流程进展　${item} ${number}`, which: '流程', called: (name: string) => `调用：${name}`, none: '这件没有办理流程。', diagram: (name: string) => `${name}：这件走到哪里`,
    ended: '流程已经结束。', standing: (names: string) => `停在：${names}`, suspended: (names: string) => `流程已挂起，停在：${names}`, version: (n: number) => `流程第 ${n} 版`,
    migrated: (from: number, to: number, when: string, by: string) => `${when} 由${by}从流程第 ${from} 版迁移到第 ${to} 版`, legend: '蓝色是走过的环节和连线，黄底粗框是停在的环节；图上的时间从到达算起，含非工作时间。', noWays: '这件开始得较早，没有记录走过的连线。',
    here: '停在这里', times: (n: number) => `办了 ${n} 次`, again: '退回重办', nobody: '待签收', table: '每个环节的时间', columns: ['环节', '状态', '办理人', '到达', '办完', '总用时', '工作日', '停止计时'],
    days: (n: number) => `${n} 个工作日`, note: (at: string) => `截至 ${at}。到达当天不计工作日；停止计时的工作日不计入“工作日”一栏。`,
    duration: (seconds: number) => {
      const minutes = Math.floor(seconds / 60);
      const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
      if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
      if (hours > 0) return minutes % 60 > 0 ? `${hours} 小时 ${minutes % 60} 分钟` : `${hours} 小时`;
      return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟';
    },
  },
  reasonRule: '至少 5 个字。',
  typedKept: '已保留您上次填写的内容',
  revoked: '决定已撤销',
  automation: {
    title: '系统自动', rules: (number: number) => `业务规则第 ${number} 版`, favourable: '建议通过', doubtful: '需要人工判断', more: '查看依据', less: '收起依据', adopt: '采用建议', adopted: (count: number) => (count === 0 ? '已填入意见，请核对后提交' : `已填入 ${count} 个审查要点和意见，请核对后提交`),
    takeOver: '转由人工办理', takeOverLead: '系统不再办理这个办件，环节保持不变，由工作人员继续。', reason: '原因', takenOver: '已转由人工办理',
  },
};
