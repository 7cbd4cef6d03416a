import { editorZhCN } from './editor.zh-CN.ts';
import { formsZhCN } from './forms.zh-CN.ts';
import { guidanceZhCN } from './guidance.zh-CN.ts';
import { managementZhCN } from './management.zh-CN.ts';

export const zhCN = {
  title: '事项清单',
  states: { 'draft': '草稿', 'in-review': '审核中', 'approved': '审核通过', 'published': '已发布', 'superseded': '已被替代', 'retired': '已取消' },
  sources: { platform: '本平台', import: '导入' },
  columns: { name: '事项名称', type: '类型', department: '实施部门', state: '最新版本', source: '来源', findings: '导入提示', code: '地方编码', updated: '更新时间' },
  filter: { q: '名称、编码', state: '全部状态', type: '全部类型', source: '全部来源', findings: '有导入提示', department: '全部部门' },
  version: (n: number) => `第 ${n} 版`, processVersion: (name: string, n: number | undefined) => (n === undefined ? name : `${name}（第 ${n} 版）`), inUse: '在用', empty: ['还没有事项', '点“新建事项”逐个编制，或在“导入导出”上传事项清单。'], reset: '清除筛选', findingCount: (n: number) => `${n} 条`,
  item: { back: '事项列表', versions: '版本', published: '发布于', created: '建立于', newDraft: '新建草稿', rollback: '以此版为基础新建草稿', drafted: '已新建草稿', retire: '取消事项', retireTitle: '取消这个事项？', retireLead: '取消后不能再申请；在办件不受影响。', retireReason: '取消原因', retired: '已取消事项', openCases: (n: number) => (n > 0 ? `还有 ${n} 件在办，将按受理时的版本继续办理。` : '没有在办件。'), importFindings: '导入时的提示' },
  tabs: { elements: '要素', findings: '质量检查', differences: '与其他版本比较', comments: '批注', guidance: '情形引导检查' },
  actions: { withdraw: '撤回', submit: '提交审核', publish: '发布', edit: '编辑要素', review: '审核', approveDefault: '要素完整、依据准确，同意发布。' },
  done: { withdraw: '已撤回，可以继续修改', submit: '已提交审核', approve: '已审核通过', return: '已退回修改', publish: '已发布', edit: '草稿已保存' },
  findings: { none: '没有发现问题。', error: '必须修改', warning: '建议修改', count: (errors: number, warnings: number) => `必须修改 ${errors} 处，建议修改 ${warnings} 处`, path: '位置', rule: '规则', mend: '怎么改', go: '去修改', goto: (element: string) => `去修改${element}`, exception: (name: string, reason: string) => `${name}已认可为例外：${reason}` },
  differences: { onlyDifferences: '只看差异', everything: '全部要素', element: '要素', against: '比较对象', none: '两个版本没有差异。', only: '只有一个版本，没有可比较的。', kinds: { added: '新增', removed: '删除', changed: '修改' }, before: '原', after: '现', empty: '（空）', file: '已上传的文件', entries: (n: number) => `${n} 处不同` },
  guidance: { fine: (paths: number) => `共 ${paths} 条路径，互斥、完备、无死路。`, faults: (n: number) => `发现 ${n} 处问题` },
  review: { by: '编制与审核', author: '编制人' },
  sections: {
    base: '基本信息', bases: '设定依据', conditions: '受理条件', materials: '申请材料', flow: '办理流程', limits: '时限与收费', special: '特别程序', results: '审批结果', departments: '办理部门', windows: '办理窗口', guidance: '情形引导', forms: '表单', faqs: '常见问题', remedies: '权利救济',
  },
  fields: {
    name: '事项名称', aliases: '俗称', summary: '简介', mainItem: '主项', code: '地方实施编码', taskCode: '实施编码', catalogCode: '基本编码', type: '事项类型', project: '办件类型', department: '实施主体', level: '行使层级', objects: '服务对象', agent: '代办', online: '网上办理', visits: '到现场次数', visitReason: '必须现场原因',
    legal: '法定时限', promised: '承诺时限', fee: '收费', forms: '办理形式', consult: '咨询电话', supervise: '监督投诉电话', process: '办理流程', licence: '结果证照', region: '行政区划', tags: '标签', reconsideration: '行政复议', litigation: '行政诉讼', mode: '办理方式',
  },
  materials: { name: '材料', necessity: '必要性', form: '形式', source: '来源', copies: '份数', when: '适用情形', points: '审查要点', condition: (condition: string) => `核对条件：${condition}`, standard: '受理标准', always: '全部情形', or: '，或者', filled: '在线填写', replaced: '可由证照替代', original: (n: number) => `原件 ${n}`, copy: (n: number) => `复印件 ${n}` },
  yes: '是', no: '否', days: (n: number, unit: 'working-day' | 'calendar-day') => `${n} 个${unit === 'working-day' ? '工作日' : '自然日'}`, immediate: '即办', limitExplained: (limit: string, explanation: string) => `${limit}（${explanation}）`, free: '不收费', none: '—',
  roles: { acceptance: '受理', lead: '牵头审查', joint: '联合审查', decision: '决定', delegated: '受委托', entrusting: '委托机关' }, modes: { platform: '本平台办理', external: '其他网站办理', window: '窗口办理' },
  stages: { acceptance: '受理', review: '审查', decision: '决定' },
  editing: editorZhCN,
  guiding: guidanceZhCN,
  forming: formsZhCN,
  ...managementZhCN,
  parts: {
    key: '标识', name: '名称', text: '内容', type: '类型', form: '形式', necessity: '必要性', source: '来源', sourceExplanation: '来源说明', issuingAuthority: '出具机构', originals: '原件份数', copies: '复印件份数', pageFormat: '规格',
    fillingInstructions: '填报须知', acceptanceStandard: '受理标准', basis: '依据', when: '适用条件', handlingItemId: '业务办理项', alternative: '第几组', formKey: '表单', replacedByLicenceTypes: '可替代的证照', sample: '样例', fileTypes: '文件格式', maxFiles: '最多文件数', reviewPoints: '审查要点', stage: '环节',
    lawName: '法律名称', documentNumber: '文号', clauseNumber: '条款', clauseContent: '条款内容', content: '内容', days: '天数', unit: '单位', explanation: '说明', responsible: '责任单位', kind: '种类', departmentName: '部门', standard: '标准', reducible: '可减免', reductionBasis: '减免依据',
    licenceTypeCode: '证照类型', licenceStage: '与证照的关系', validity: '有效期', telephone: '电话', address: '地址', openingHours: '办公时间', directions: '交通', question: '问题', answer: '回答', options: '选项', help: '提示', questions: '引导问题', situations: '情形', notes: '提示', flags: '标记', refused: '不可办理', withoutLicence: '不核发证照',
    definition: '表单定义', sampleData: '示例数据', mode: '方式', url: '网址', processKey: '流程', processVersion: '流程版本', noticeTemplates: '文书模板', organizationId: '机构标识', role: '分工', title: '标题', label: '名称',
    standardCode: '标准材料', blankFormFileId: '空白表格', fileId: '文件', sampleFileId: '样本', condition: '受理条件', libraryPointId: '材料库的要点', behaviour: '违法行为', kinds: '处罚种类', range: '幅度',
  } as Record<string, string>,
  values: { 'working-day': '工作日', 'calendar-day': '自然日', 'acceptance': '受理', 'review': '审查', 'decision': '决定', 'lead': '牵头', 'joint': '联合', 'platform': '本平台', 'external': '其他网站', 'window': '窗口', 'person': '个人', 'company': '企业', 'file': '文件', 'text': '文字说明', 'form': '表单的示例' } as Record<string, string>,
  cancel: '取消', confirm: '确定',
};
