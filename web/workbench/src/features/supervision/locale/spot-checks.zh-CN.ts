export const spotWords = {
  title: '办件抽查', create: '抽取办件', back: '返回', export: '导出 Excel', empty: ['还没有抽查', '抽取一批办件，检查全程留痕。'],
  columns: { number: '编号', name: '名称', range: '范围', size: '抽取', done: '已检查', problems: '有问题', drawn: '抽取时间', by: '抽取人' },
  form: { name: '名称', scope: '抽哪些', organization: '部门', item: '事项', from: '申请日期从', to: '到', size: '抽取件数', inspectors: '检查人', seed: '种子', seedWrong: '种子是 8 到 64 位字母或数字，请照原来的抽查填写，或者留空。', seedHint: '不填则随机生成；填写以前的种子，可以抽出同样的办件。', draw: '抽取', everywhere: '全部' },
  of: (size: number, population: number) => `从 ${population} 件中抽取 ${size} 件`, seed: (seed: string) => `种子 ${seed}`, progress: (done: number, size: number) => `已检查 ${done} / ${size} 件`,
  cases: '抽到的办件', results: '检查结果统计', caseColumns: { number: '办件编号', item: '事项', department: '部门', inspector: '检查人', result: '结果' }, pointColumns: { point: '检查内容', fine: '符合', problem: '有问题', notApplicable: '不涉及' },
  waiting: '待检查', fine: '没有问题', problems: (n: number) => `${n} 处问题`, inspect: '检查', look: '查看', order: '发督办单', ordered: '督办单', record: '办理全程', notices: '文书', points: '逐条检查', conclusion: '检查结论', note: '说明', save: '登记结果', saved: '已登记',
  answers: { 'fine': '符合', 'problem': '有问题', 'not-applicable': '不涉及' }, incomplete: '请逐条选择检查结果。', noteLack: '有问题的请写明情况。', openCase: '打开办件',
};
