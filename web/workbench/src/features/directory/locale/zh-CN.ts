import { changesZhCN } from './changes.zh-CN.ts';
import { claimsZhCN } from './claims.zh-CN.ts';

export const zhCN = {
  title: '基本目录',
  sections: { entries: '目录事项', claims: '认领', changes: '变更比对', imports: '导入记录', reports: '统计表' },
  none: '—', cancel: '取消', confirm: '确定', yes: '是', no: '否', required: '必填',
  done: { created: '已新增草稿', saved: '已保存', submitted: '已提交审核', withdrawn: '已撤回', approve: '已审核通过', return: '已退回修改', discarded: '已丢弃草稿', drafted: '已新建草稿' },
  states: { 'new': '尚未生效', 'in-force': '在用', 'cancelled': '已取消' },
  paused: '暂停',
  subItems: (n: number) => `${n} 个子项`, expand: (name: string) => `展开“${name}”的子项`, collapse: (name: string) => `收起“${name}”的子项`, loadingSubs: '正在加载子项',
  columns: { name: '目录事项', code: '编码', type: '类型', guidance: '业务指导部门', levels: '行使层级', state: '状态', latest: '最新版本', updated: '更新时间' },
  filter: { q: '名称、编码、法律名称', type: '全部类型', level: '全部层级', state: '全部状态', region: '全部目录', guidance: '业务指导部门', waiting: '待审核', reset: '清除筛选' },
  empty: ['还没有目录事项', '请导入国家或省的基本目录。'],
  regions: { '000000000000': '国家目录' } as Record<string, string>, directoryOf: (region: string) => `${region}目录`,
  create: '新增目录事项', template: '下载模板', upload: '导入目录', uploading: '正在读取文件……', tooBig: '文件超过 20 MB，请拆分后分次导入。',
  entry: {
    back: '返回目录', versions: '版本', version: (n: number) => `第 ${n} 版`, cancels: '拟取消', main: '所属主项', subItems: '子项', region: '目录', codes: '编码', catalogCode: '基本编码', localCatalogCode: '地方基本编码',
    newVersion: '新建版本', cancel: '取消事项', cancelLead: '将新建一个拟取消的版本，审核通过后目录事项不再使用；已认领的实施清单会提示取消。', edit: '编辑', submit: '提交审核', withdraw: '撤回', review: '审核', discard: '丢弃草稿', discardLead: '丢弃后不能恢复。',
    approve: '审核通过', return: '退回修改', approveDefault: '编码、名称和依据准确，同意生效。', createdBy: (name: string) => `${name} 编制`, inForce: (at: string) => `${at} 生效`,
    elements: '目录要素', publicElements: '公共要素', bases: '设定依据', locked: '锁定', lockedHint: '下级实施清单不能修改', claims: '认领情况', differs: '与上一版不同',
    noPublic: '没有规定公共要素，由实施部门自行填写。', noBases: '没有填写设定依据。', remark: '备注', reform: '证照分离改革方式', plan: '计划生效', planCancel: '计划取消', guidance: '业务指导部门', levels: '行使层级', type: '事项类型',
  },
  review: { title: '审核' },
  editor: {
    createTitle: '新增目录事项', editTitle: '编辑目录事项', save: '保存草稿', directory: '所属目录', name: '事项名称', catalogCode: '基本编码', catalogHelp: '12 位：区划 2、事项类型 2、业务指导部门 2、主项 3、子项 3', localCatalogCode: '地方基本编码', parentCode: '主项编码', parentHelp: '有基本编码的子项可以不填',
    type: '事项类型', guidance: '业务指导部门', guidanceHint: '输入名称或两位代码查找，没有的直接填写', levels: '行使层级', bases: '设定依据', addBasis: '添加依据', lawName: '法律法规名称', documentNumber: '文号', clauseNumber: '条款号', clauseContent: '条款内容',
    publicTitle: '公共要素', publicLead: '填写后由下级实施清单继承；打开“锁定”的，下级不能修改。', lock: '锁定', serviceObjects: '服务对象', legalLimit: '法定办结时限', workingDays: '工作日', conditions: '受理条件（每行一条）', materials: '申请材料', addMaterial: '添加材料', materialName: '材料名称',
    charged: '是否收费', unset: '不规定', reform: '证照分离改革方式', paused: '暂停使用（暂不认领）', plan: '计划生效日期', planCancel: '计划取消日期', remark: '备注', remove: '移除', others: (names: string) => `另有公共要素“${names}”沿用原内容。`,
  },
  imports: {
    columns: { file: '文件', region: '目录', state: '状态', counts: '新增 / 变更 / 不变 / 未导入', by: '导入人', at: '导入时间' },
    states: { 'in-review': '待审核', 'approving': '正在生效', 'approved': '已生效', 'returned': '已退回', 'empty': '没有变化' },
    formats: { directory: '基本目录', items: '由事项清单归并' }, empty: ['还没有导入过目录', '点“导入目录”，选择 JSON 或按模板填写的 Excel 文件。'],
    title: (file: string) => `导入：${file}`, chooseTitle: '导入目录', chooseLead: '国家、省的基本目录（JSON 或 Excel），或政务服务网导出的事项清单（JSON，自动归并）。变化的行成为待审核的版本，经另一人审核后生效；同一文件再次导入不会重复。', region: '导入到', file: '选择文件', needFile: '请先选择要导入的文件。', look: '预览', back: '重新选择', close: '关闭', send: (n: number) => `确认导入 ${n} 项`,
    previewTitle: (file: string) => `预览：${file}`, previewed: (n: number) => `读取 ${n} 行，还没有写入任何内容。`, created: '新增', changed: '变更', unchanged: '不变', rejected: '不能导入', toReject: (n: number) => `不能导入的 ${n} 行`, toChange: (n: number) => `变更的 ${n} 项`,
    cancels: '取消', differs: (n: number) => `${n} 处不同`, now: '现有目录', then: '导入后', takeLead: '确认后，新增和变更的成为待审核的版本，经另一人审核后生效；不能导入的行不写入，改正后可以再导入。', nothingToTake: '没有可以导入的新增或变更。',
    rejections: (n: number) => `未导入的 ${n} 行`, row: (n: number, sheet?: string) => `${sheet === undefined ? '' : `“${sheet}”`}第 ${n} 行`, first: '这里列出前 200 行。', failures: '没有生效的', effect: '生效结果', approved: (n: number) => `已生效 ${n} 项`, review: '审核这次导入', opinion: '审核意见', approveDefault: '与公布的目录核对一致，同意生效。', reviewed: (name: string) => `审核意见（${name}）`, done: '已处理，正在生效', imported: '文件已导入，等待审核', nothing: '文件与现有目录一致，没有变化',
  },
  ...claimsZhCN,
  ...changesZhCN,
};
