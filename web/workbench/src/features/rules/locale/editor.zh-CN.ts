import type { FailureCode, FindingCode, HitPolicy, ValueType } from '@tongban/decision-tables';

const policies: Readonly<Record<HitPolicy, string>> = {
  U: '每种情况只能有一行适用；两行同时适用就是错误，检查会指出。一般用它。', A: '可以有几行适用，但结果必须相同。', P: '几行适用时，取结果列“允许的值”里排在前面的。', F: '从上往下，取第一行适用的；行的先后有意义。',
  R: '适用的各行的结果，按行的先后列成一个列表。', O: '适用的各行的结果，按“允许的值”的先后列成一个列表。', C: '适用的各行的结果列成一个列表，如“缺少的材料”。', 'C+': '适用的各行的结果加在一起，如计分。', 'C<': '取适用的各行里最小的。', 'C>': '取适用的各行里最大的。', 'C#': '数一数有几行适用。',
};
const examples: Readonly<Record<ValueType, string>> = { text: '"低保", "特困"', number: '>= 0', integer: '[0..150]', boolean: '', date: '>= date("2026-01-01")', record: '', any: '' };
const failures: Readonly<Record<FailureCode, string>> = {
  'missing-input': '缺少数据', 'wrong-type': '数据类型不对', 'not-allowed': '数据不在允许的值之内', 'no-rule': '没有规则适用', 'several-rules': '几行规则同时适用', 'different-outputs': '适用的规则结果不同', 'cell-failed': '条件无法判断', 'expression-failed': '无法计算', 'null-result': '没有算出结果', 'unknown-decision': '没有这个决策',
};
const codes: Readonly<Record<FindingCode, string>> = { overlap: '重叠', conflict: '冲突', gap: '缺口', impossible: '自相矛盾', unreachable: '轮不到', duplicate: '重复', unjudged: '不能判断', budget: '没有查完' };
const merge: Readonly<Record<string, string>> = { inputs: '数据', decisions: '决策', testCases: '测试用例', note: '修改说明', gone: '（已删除）', more: '……' };

const cellOf = (decision: string, rule: number | undefined, column: { kind: 'input' | 'output'; index: number } | undefined) =>
  `“${decision}”${rule === undefined ? '' : `第 ${rule} 行`}${column === undefined ? '' : `${column.kind === 'input' ? '条件' : '结果'}第 ${column.index + 1} 列`}`;

/** Words of the editor of a version. */
export const editorZhCN = {
  version: {
    back: '返回列表', export: '导出', excel: '导出 Excel', dmn: '导出 DMN', print: '打印本页', readOnly: '这是草稿，您可以查看和试算，不能修改。',
    discardTitle: (n: number) => `放弃第 ${n} 版草稿？`, discardLead: '草稿的规则和测试用例将删除，不能恢复；已发布的版本不受影响。', discardOnly: '草稿的规则和测试用例将删除，不能恢复。这个规则集没有别的版本，将一并删除。',
  },
  publish: {
    title: (name: string, n: number) => `发布“${name}”第 ${n} 版`, lead: '发布后立即生效，新的办件按这个版本判断；已经按旧版本判断的不变。发布后的版本不能再修改。', done: (n: number) => `第 ${n} 版已发布，立即生效`,
  },
  obstacles: { noTests: '还没有测试用例，请至少添加一个。', test: (name: string, message: string) => `测试用例“${name}”没有通过：${message}`, input: (name: string) => `数据“${name}”`, cell: cellOf },
  merge,
  nav: { label: '规则的各部分', inputs: '数据', decisions: '决策', nameless: '（没有名称）', add: '＋ 添加决策', addTable: '决策表', addExpression: '表达式', tests: '测试用例', dryRun: '试运行', versions: '版本', wrong: (count: number) => `${count} 处要改` },
  desk: {
    side: '检查和试算', check: (count: number) => `检查（${count}）`, checked: '检查', try: '试算', kept: '已存为测试用例', newNames: { table: '决策', expression: '计算' }, description: '说明', legalBasis: '依据', none: '没有写', editFacts: '修改名称、依据和说明', factsTitle: '名称、依据和说明', factsLead: '只改怎么称呼和说明，不改规则，不用发布；改前的内容留在审计日志。', factsSave: '保存', factsSaved: '已保存',
  },
  shape: { examples },
  values: { none: '没有填写', yes: '是', no: '否', any: '文字、数字或 JSON', entry: (label: string, n: number) => `${label} 第 ${n} 项`, remove: (label: string, n: number) => `删除${label}第 ${n} 项`, add: '添加一项', emptyList: '空的列表' },
  inputs: {
    lead: '规则判断时用到的数据：办理时由系统填入，试算时由您填入。金额写成以分为单位的整数。', columns: ['名称', '显示为', '类型', '允许的值', '要求', '操作'], newName: '新数据', add: '添加数据', empty: ['还没有数据', '先写明规则要看哪些数据，如“年龄”“户籍在本区”；也可以在决策表里添加条件时一并新建。'],
    name: (name: string) => `数据名称 ${name}`, label: (name: string) => `${name}显示为`, type: (name: string) => `${name}的类型`, allowed: (name: string) => `${name}允许的值`, list: '列表', ofList: '的列表', optional: '可以为空', up: (name: string) => `上移${name}`, down: (name: string) => `下移${name}`, remove: '删除', removeOne: (name: string) => `删除${name}`,
    removeTitle: (name: string) => `删除数据“${name}”？`, removeUsed: (users: string) => `${users}还在用它，删除后要逐处修改。`, fields: (name: string) => `“${name}”的各项`, fieldName: (n: number) => `第 ${n} 项的名称`, fieldNew: (n: number) => `第${n}项`, addField: '添加一项',
  },
  column: {
    addCondition: '添加条件', editCondition: '修改条件', addResult: '添加结果', editResult: '修改结果', expression: '看哪个数据', expressionHelp: '输入名称选择；写一个新的名称就新建这个数据；也可以写表达式，如 count(缺少的材料)', needExpression: '请写明看哪个数据。', fresh: (name: string) => `“${name}”还不在数据里，确定后一并新建。`,
    label: '显示为', type: '类型', allowed: '允许的值', inherited: (values: string) => `没有填写时按数据的规定：${values}`, optional: '可以为空', name: '名称', needName: '请填写结果的名称。', nameTaken: '已有同名的结果列，请换一个。', priority: '写全允许的值，检查才能查出缺口和写错的结果；按优先级取结果时，先写的优先。', defaultValue: '默认结果', defaultHelp: '没有一行适用时的结果；没有就留空',
  },
  decision: {
    name: '决策名称', label: '显示为', requires: '依赖', requiresHelp: '写进条件后自动加上', inputs: '数据', decisions: '决策', more: '更多', up: '上移', down: '下移', remove: '删除这个决策', removeTitle: (name: string) => `删除决策“${name}”？`, removeLead: '它的规则将一并删除；按 Ctrl+Z 可以恢复。', removeUsed: (users: string) => `${users}依赖它，删除后要逐处修改；按 Ctrl+Z 可以恢复。`,
    expression: '表达式', expressionHelp: '如 age(出生日期, 申请日期)', type: '结果类型', allowed: '允许的值', list: '结果是列表', ofList: '的列表', optional: '结果可以为空',
  },
  table: {
    tools: '决策表工具', hitPolicy: '命中策略', policyOf: (label: string) => `命中策略：${label}`, policies, addCondition: '添加条件', addResult: '添加结果', insert: '插入行', duplicate: '复制行', up: '上移行', down: '下移行', remove: '删除行', result: '结果', removed: (name: string) => `已删除“${name}”列，按 Ctrl+Z 可以恢复。`,
    keys: { insert: 'Ctrl+Enter 在下面插入，Ctrl+Shift+Enter 在上面', duplicate: 'Ctrl+D', up: 'Alt+↑', down: 'Alt+↓', remove: 'Ctrl+Delete' },
    help: '方向键移动，直接输入即改写；Enter、F2 修改，Esc 取消，Tab 到下一格（先按 Esc 再按 Tab 离开表格）；可与 Excel 互相复制粘贴。可以写“80以上”“不满18”“60至79”，文字会自动加引号，“-”表示不限。', readKeys: '方向键移动，Ctrl+C 复制到 Excel。',
  },
  grid: {
    number: '行', annotation: '说明', defaults: '默认', defaultsHelp: '没有一行适用时', cut: '超出表格的部分没有粘贴：最多 1,000 行，列数以表格为准。', cell: (row: number, column: string, value: string, problem: string) => `第 ${row} 行 ${column}：${value === '' ? '空' : value === '-' ? '不限' : value}${problem === '' ? '' : `，${problem}`}`,
    column: (title: string) => `修改“${title}”列`, columnActions: (title: string) => `“${title}”列的操作`, width: (title: string) => `“${title}”列的宽度`, columnMenu: { edit: '修改……', left: '左移', right: '右移', duplicate: '复制这一列', remove: '删除这一列' }, tones: { marked: '检查提到的行', fits: '试算时适用', decided: '试算时由这一行决定' },
  },
  check: {
    problemsLead: '先改好下面这些写法，再检查缺口和冲突。', more: (count: number) => `还有 ${count} 处。`, fine: '没有缺口、重叠和冲突。', codes, fill: '补一行', remove: (row: number) => `删去第 ${row} 行`,
  },
  trial: {
    noInputs: '还没有数据，直接试算。', optional: '（可以为空）', run: '试算', clear: '清空', keep: '存为测试用例', broken: '规则还有写法要改，改好后才能试算。', lead: '填入数据，看由哪一行决定、每个条件看到了什么。', decided: (row: number) => `第 ${row} 行决定`, fitted: (row: number) => `第 ${row} 行适用`,
    condition: (label: string, test: string, value: string) => `${label}：${test}（实际 ${value}）`, seen: (words: string) => `看到：${words}`,
  },
  tests: {
    lead: '发布前至少要有一个测试用例：填入什么，应当得出什么。规则一改就自动重新运行。', broken: '规则还有写法要改，改好后自动运行。', allPassed: (count: number) => `${count} 个测试用例全部通过。`, someFailed: (failed: number, all: number) => `${all} 个测试用例中有 ${failed} 个没有通过。`, columns: ['结果', '名称', '填入', '期望', '实际', ''], passed: '通过', failed: '未通过',
    empty: ['还没有测试用例', '点“添加测试用例”，或在右边“试算”后存为测试用例。'], add: '添加测试用例', try: '试算', edit: '修改', copy: '复制', remove: '删除', copyName: (name: string) => `${name}（副本）`, fails: (why: string) => `没有结果：${why}`, failures,
    dialog: '测试用例', name: '名称', nameHelp: '说明这是什么情况，如 八十岁生日当天', needName: '请填写名称。', needExpected: '请至少勾选一个决策，写明应当得出什么。', inputs: '填入', expected: '应当得出', take: '用现在的结果', byResult: '这些结果', byFailure: '没有结果，原因是', expects: (label: string) => `${label}应当是`,
  },
  dryRun: {
    lead: '用办过的数据运行这个版本，与另一个版本比较，看哪些结果会不同。当事人填写的内容不显示；每次试运行都会留下审计记录。', alone: ['没有可以比较的版本', '试运行要与另一个版本比较；这个规则集还只有一个版本。'], none: ['还没有记录可以试运行', '规则发布并在办件中用过之后，每次判断都会记录在这里；这个规则集还没有用过。'],
    against: '与', limit: '比较', latest: (count: number) => `最近 ${count} 次`, version: (n: number, state: string) => `第 ${n} 版（${state}）`, run: '试运行', broken: '规则还有写法要改，改好后才能试运行。', summary: (total: number, same: number, changed: number) => `看了 ${total} 次判断：${same} 次结果相同，${changed} 次不同。`,
    turns: (failing: number, decided: number) => `其中 ${failing} 次从有结果变成没有结果，${decided} 次从没有结果变成有结果。`, leftOut: (recorded: number, total: number) => `一共记录了 ${recorded} 次，只看了最近 ${total} 次。`, tooLong: (recorded: number, total: number) => `运行时间太长，只看了 ${total} 次，一共记录了 ${recorded} 次。`, listed: (count: number) => `下面列出最近的 ${count} 次。`,
    columns: ['办件', '判断时间', '结果的变化', '现在由哪些行决定'], unnumbered: '没有记下编号', notOpenable: '没有链接的办件不在您可以查看的范围内，只列出编号。', subject: (type: string, id: string) => `${type} ${id}`,
  },
  versions: {
    note: '修改说明', noteHelp: '这一版改了什么、为什么，发布的人和以后查看的人都会看到',
  },
  compare: {
    all: '也显示没有变化的行', same: '两个版本完全相同。', inputs: '数据', tests: '测试用例', kinds: { added: '新增', removed: '删除', changed: '修改', same: '相同' }, ofList: '的列表', optional: '可以为空', renamed: (from: string, to: string) => `名称由“${from}”改为“${to}”。`, requires: '依赖：', tableOf: (rows: number) => `决策表，${rows} 行`,
    hitPolicy: '命中策略：', columns: (names: string) => `列的设置有修改：${names}`, rowsSame: '各行相同。', before: '原行号', after: '新行号',
  },
};
