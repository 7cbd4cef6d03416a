export const zhCN = {
  title: '办件档案', tabs: { list: '档案', figures: '归档情况', retention: '保管期限' }, search: '档号、办件编号、申请人或事项', export: '导出目录', none: '—',
  which: { all: '全部', waiting: '待归档', faulty: '质检不通过', archived: '已归档' },
  columns: { number: '档号', case: '办件编号', item: '事项', applicant: '申请人', department: '部门', ending: '办结方式', ended: '办结时间', state: '状态', kept: '保管期限', from: '办结日期从', to: '到' },
  any: { department: '全部部门', kept: '全部期限' }, kept: { 'permanent': '永久', '30': '30 年', '10': '10 年', 'other': '其他年限' }, expiring: '快到期和已到期',
  empty: ['还没有档案', '办件办结后自动列在这里，当天夜里归档。'], notNumbered: '归档后编号', untilDay: (day: string) => `到 ${day}`, faults: (count: number) => `${count} 处`,
  drawer: {
    title: '档案', facts: { case: '办件编号', item: '事项', applicant: '申请人', department: '部门', ending: '办结方式', ended: '办结时间', kept: '保管期限', archived: '归档时间', size: '档案包', digest: 'SM3 摘要' },
    until: (years: string, date: string | undefined) => (date === undefined ? years : `${years}，到 ${date}`), checks: '归档质检', notChecked: '归档时逐项检查真实性、完整性、可用性和安全性。', verdicts: { passed: '通过', remark: '提示', fault: '不通过' },
    files: (count: number) => `包内文件（${count}）`, path: '位置', size: '大小', editions: '历次归档', edition: (number: number) => `第 ${number} 次`, waiting: '办件已办结，当天夜里自动归档；急用时可以现在归档。', again: '办件在归档后又有变化，当天夜里自动重新归档。',
  },
  make: { first: '立即归档', again: '重新归档', reason: '重新归档的理由', lead: '重新读取办件的全部内容，做成新的一包；以前的包都保留。', confirm: '重新归档', done: '已归档', faulty: '档案包已做好，质检没有通过，请按提示处理' },
  download: '下载档案包', downloadEdition: '下载',
  extend: { open: '到期鉴定', title: '延长保管', lead: (date: string) => `保管期限到 ${date}。仍有查考价值的可以延长。`, years: '延长', options: { '10': '10 年', '30': '30 年', 'permanent': '永久保管' }, reason: '鉴定意见', confirm: '延长', done: '已延长' },
  figures: {
    tiles: { waiting: '待归档', archived: '已归档', faulty: '质检不通过', expiring: '快到期和已到期' }, department: '部门', ended: '已办结', archived: '已归档', faulty: '质检不通过', share: '归档率', departments: '各部门归档率', empty: ['还没有办结的办件', '有办件办结后，这里按部门统计归档率。'],
  },
  retention: {
    lead: '归档时按事项的规定、事项类别的规定、通用规定的先后确定保管期限；修改只管以后归档的办件。', scope: { 'default': '通用', 'task-type': '事项类别', 'item': '事项' }, columns: { scope: '范围', name: '名称', years: '保管期限', changed: '最近修改' },
    by: (name: string, at: string) => `${name}　${at}`, edit: '修改', remove: '取消规定', removeTitle: (name: string) => `不再单独规定“${name}”？`, removeText: '以后归档的按事项类别或通用的规定保管。', add: '增加规定', title: '保管期限', kind: '适用于', type: '事项类别', item: '事项', years: '保管期限',
    choices: { permanent: '永久', 30: '30 年', 10: '10 年', other: '其他年限' }, own: '年数', save: '保存', saved: '已保存，对以后归档的办件有效', yearsUnit: '年',
  },
  close: '关闭',
};
