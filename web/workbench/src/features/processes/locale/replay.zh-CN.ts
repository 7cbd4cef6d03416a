/** Working seconds as people say them: a working day is one whole day of the calendar. */
function workingTime(seconds: number): string {
  if (seconds < 60) return '不到 1 分钟';
  if (seconds < 3_600) return `${Math.round(seconds / 60)} 分钟`;
  if (seconds < 86_400) return `${Math.round(seconds / 360) / 10} 小时`;
  return `${Math.round(seconds / 8_640) / 10} 个工作日`;
}

/** Words of the pages on which past cases are tried. */
export const replayWords = {
  open: '用办过的件试算', title: (name: string) => `${name}：用办过的件试算`, run: (name: string, version: number | null) => `试算：${name}${version === null ? '（草稿）' : ` 第 ${version} 版`}`,
  lead: '每一件按它当时的数据和各环节的结果重走一遍：会走哪条路、在哪里卡住、用多少时间。不改变任何办件，也不显示申请人。',
  target: '试算哪一版', draft: '正在修改的草稿', noTarget: '这个流程还没有草稿或版本可以试算。', cases: '选哪些件', items: '事项', itemsHelp: '事项：不选时取走过这个流程的件', numbers: '办件编号', numbersHelp: '办件编号：只试这几件时填写，用空格分开', from: '申请日期从', to: '到',
  state: '状态', states: { over: '已办结的', open: '在办的', all: '全部' }, limit: '最多几件', limitHelp: '从最近的开始，1 至 1,000', badLimit: '请填 1 至 1,000 的整数。', look: '看有多少件', chosen: (cases: number, more: boolean) => (cases === 0 ? '没有符合条件的办件，请放宽条件。' : `选中 ${cases} 件${more ? '（还有更多，只取最近的）' : ''}`),
  assumptions: '没有记录的环节怎样算', assumptionsLead: '有记录的环节按本件当时的结果和用时；没有记录的按这里的设定，不设定时结果按多数件，时间按多数件或时限。', columns: { step: '环节', record: '选中的件的记录', most: '多数结果', days: '用时（工作日）', outcome: '结果的比例（%）', pair: '对应原来的环节' },
  visits: (n: number) => (n === 0 ? '没有记录' : `${n} 次`), spread: (median: string, p90: string) => `中位 ${median}，90% 不超过 ${p90}`, asRecorded: '按记录', asLimit: (days: string) => `按时限 ${days}`, noTime: '按 0', asCommon: '按多数件', values: '写入的数据', valuesHelp: '每行“名称 = 值”，值是 FEEL', badSum: (name: string, sum: number) => `“${name}”的比例合计 ${sum}%，请改为 100%，或全部清空。`,
  outcomes: { review: { pass: '通过', fail: '不通过' }, decision: { approved: '准予', denied: '不予' } }, pairNone: '没有对应', pairOf: (name: string) => `“${name}”对应原来的环节`, daysOf: (name: string) => `“${name}”用几个工作日`, percentOf: (name: string, outcome: string) => `“${name}”${outcome}的比例`,
  start: (n: number) => `试算 ${n} 件`, started: '已开始试算', earlier: '我做过的试算', noEarlier: '还没有试算过。', earlierColumns: ['开始', '对象', '件数', '结果', '状态'], draftShort: '草稿', version: (n: number) => `第 ${n} 版`,
  sum: (same: number, changed: number, stuck: number, loop: number) => `${same} 件路径不变，${changed} 件路径改变，${stuck} 件卡住${loop > 0 ? `，${loop} 件走不出一圈` : ''}`, progress: (done: number, total: number) => `已算 ${done} / ${total} 件`, by: (who: string, from: string, to: string) => `${who} ${from} 开始${to === '' ? '' : `，${to} 结束`}`, chosenBy: (words: string) => `选件：${words}`,
  stop: '停止', stopTitle: '停止这次试算？', stopLead: '已经算出的结果保留。', again: '改设定再算', waiting: ['正在逐件试算', '结果随后出现。'], none: ['还没有结果', '这次试算在算出第一批之前结束了。'],
  results: { same: '路径不变', changed: '路径改变', stuck: '卡住', loop: '走不出一圈' }, anyResult: '全部结果', picture: '图上：每条连线是试算会走的件数，括号里是当时走的件数（没有记录走向的老件不计）；绿色是多走的，红色虚线是不再走的，红色环节是有件卡住的。点一条连线或一个环节，下面只列经过它的件。', flowCount: (cases: number, before: number) => (cases === before ? `${cases}` : `${cases}（${before}）`), stepCount: (cases: number) => `${cases} 件`, stuckCount: (n: number) => `卡住 ${n}`, pictureLabel: (name: string) => `${name}：试算的走向`,
  times: '总时间', timesLead: (cases: number) => `当时办完、现在也走得完的 ${cases} 件`, timeColumns: ['', '中位', '90% 不超过'], then: '当时', now: '试算', noTimes: '没有当时办完、现在也走得完的件，比不出总时间。', difference: '相差', more: (words: string) => `多 ${words}`, less: (words: string) => `少 ${words}`, equal: '一样', duration: workingTime,
  steps: '各环节的时间', stepColumns: ['环节', '试算经过', '当时经过', '中位', '90% 不超过', '时间的依据', '结果的依据'], count: (n: number) => `${n} 件`, bases: { recorded: '本件记录', assumed: '设定', ruled: '环节规则', common: '多数件', limit: '时限', none: '没有依据' }, basisCount: (basis: string, n: number) => `${basis} ${n} 次`, workingNote: '时间只算工作日，一个工作日按 24 小时计，和“环节耗时”的等待、办理一样。',
  groups: '走向对比', groupColumns: ['件数', '结果', '当时的路径', '试算的路径', '例如'], stuck: '走不到结束的', stuckColumns: ['件数', '原因', '例如'], unhandled: '没有人办的环节', unhandledColumns: ['件数', '环节', '会怎样', '例如'], passedOver: '跳过', toLeader: '交给大厅负责人',
  dispatched: '按现行规则交给谁', dispatchedLead: '分发规则和场景拆单按今天的版本判断；没有规则适用的按流程。只列各环节会交给谁，不改变任何办件。', dispatchedColumns: ['件数', '环节', '交给', '依据', '例如'], dispatchOutcomes: { 'by-rule': '按规则', 'by-process': '按流程', 'fell-back': '规则用不上，按流程', 'nobody': '没有人能办', 'by-person': '人工改派' },
  ruled: (rule: string | null, reason: string | null) => [rule, reason].filter((part) => part !== null && part !== '').join('：'), joint: '并联审查的部门',
  checked: '环节的规则会怎样', checkedLead: '按现行版本。会拦住的件照当时的结果往下走，因为办理人改好就能办完。', checkedColumns: ['件数', '环节', '规则', '会怎样', '例如'],
  checkWords: { block: ['会拦住，不能办完', '放行'], warn: ['提示办理人', '不提示'], outcome: ['建议通过', '建议不通过'] }, checkFailed: '得不出结果',
  unsure: '没有记录、无从得知的', unsureLead: '下面这些当时没有记下来，没有猜：', unsureLine: (words: string, cases: number) => `${words}（${cases} 件）`,
  rulesOfCase: '分发与环节规则', rulesColumns: ['环节', '交给', '依据', '环节的规则'],
  list: '逐件', caseColumns: { number: '办件编号', item: '事项', result: '结果', change: '差别', before: '当时用时', after: '试算用时' }, added: (names: string) => `多走 ${names}`, dropped: (names: string) => `不走 ${names}`, partial: '没有办完，只比已走的部分', narrowed: (words: string) => `只列：${words}`, clear: '全部列出', through: (name: string) => `经过“${name}”的`, alike: (before: string) => `与“${before}”同样走向的`, noCases: ['没有这样的件', '请换一个条件。'], casePage: '打开办件', caseTitle: (number: string) => `${number} 的走向`, detailColumns: ['环节', '用时', '结果', ''], was: '当时', wouldBe: '试算', returned: '退回', stillOpen: '还没有办', nobody: '没有人能办', noResult: '—',
};
