import { editorZhCN } from './editor.zh-CN.ts';

/** Words of the pages for business rules. */
export const zhCN = {
  cancel: '取消', ok: '确定',
  list: {
    title: '业务规则', search: '编码、名称或说明', state: '状态', anyState: '全部状态', states: { draft: '有草稿', published: '已发布', 'never-published': '从未发布' }, reset: '清除筛选', create: '新建规则集',
    columns: { name: '规则集', code: '编码', published: '现行版本', draft: '正在修改的草稿' }, by: (at: string, who: string) => `${at} ${who}`, never: '还没有发布',
    empty: ['还没有业务规则', '点“新建规则集”，从一张空表开始，或读入 DMN 文件。'], emptyReader: ['还没有业务规则', '由事项管理员新建并发布后，在这里查看和试算。'],
  },
  create: {
    title: '新建规则集', create: '新建', name: '名称', nameHelp: '如 高龄津贴申领条件', code: '编码', codeHelp: '如 elderly-allowance；系统按它调用规则，保存后不能修改', badCode: '编码以小写英文字母开头，只用小写字母、数字和短横线，如 elderly-allowance。',
    legalBasis: '依据', legalBasisHelp: '法律、法规或文件的名称和条款', description: '说明', start: '从哪里开始', empty: '一张空的决策表', dmn: '读入 DMN 文件', choose: '选择 DMN 文件', needFile: '请选择要读入的 DMN 文件。', fileSize: '文件是空的，或超过 200 万个字符；请拆成几个文件。',
    found: (inputs: number, decisions: number, rows: number) => `读到 ${inputs} 项数据、${decisions} 个决策、${rows} 行规则`, leftOut: (count: number) => `有 ${count} 处放不进规则集，没有读入`, problems: (count: number) => `有 ${count} 处还要修改，新建后可以在编辑页逐处改好`,
  },
  runs: {
    open: '运行记录', title: (name: string) => `运行记录：${name}`, back: '返回规则', search: '办件编号', export: '导出 Excel', from: '开始日期', to: '结束日期', version: '版本', anyVersion: '全部版本', outcome: '结果', anyOutcome: '全部结果', outcomes: { decided: '得出结果', failed: '没有得出' },
    columns: { at: '时间', subject: '办件', actor: '由谁引起', version: '规则版本', outcome: '结果', summary: '结论' }, unknown: '没有记录', empty: ['还没有运行记录', '自动审批等按这个规则集判断过办件以后，每一次都在这里。'],
    one: '一次运行', inputs: '规则用到的数据', explanation: '命中解释', full: '完整显示', hiddenLead: '个人信息已隐去；有权限的人填写用途后可以完整显示，查看会留痕。', noInputs: '这个版本不用数据。', toCase: '打开办件', input: { name: '数据', value: '值' },
  },
  ...editorZhCN,
};
