import { editorZhCN } from './editor.zh-CN.ts';

/** Words of the catalogue of bundles. */
export const zhCN = {
  title: '一件事目录', cancel: '取消', confirm: '确定', close: '关闭', notFilled: '未填写',
  audiences: { person: '个人', company: '企业' },
  columns: { code: '编码', name: '一件事', batch: '批次', audience: '服务对象', suggested: '清单牵头部门', lead: '认领部门', state: '状态', items: '事项', version: '版本', updated: '更新' },
  filter: { q: '编码、名称或部门', state: '全部状态', batch: '全部批次', audience: '全部对象', mine: '本部门认领的', reset: '清除筛选' },
  renewalHint: '公众现在看到的仍是已发布的版本',
  progress: { label: '进展', all: '全部' },
  empty: ['没有符合条件的一件事', '换个条件或清除筛选；目录还是空的时，由事项管理员新增或导入清单。'],
  more: '更多', add: '新增', import: '导入清单', export: '导出', template: '下载模板',
  row: { claim: '认领', configure: '开始配置', open: '查看' },
  detail: {
    facts: '目录信息', cooperating: '配合部门', suggested: '清单牵头部门', lead: '认领部门', unclaimed: '尚未认领', versions: '版本', noVersions: '还没有配置。', version: (n: number) => `第 ${n} 版`,
    saved: (at: string) => `${at} 保存`, published: (at: string) => `${at} 发布`, newDraft: '新建版本', configure: '开始配置', portal: '在门户查看', transfer: '更换牵头部门', edit: '修改目录信息', retire: '停办',
    openFirst: '已有正在配置的版本，请在它上面继续。', drafted: '已新建草稿',
  },
  versionStates: { draft: '草稿', 'in-review': '审核中', published: '已发布', superseded: '已被替代', retired: '已停办' },
  claim: {
    title: (name: string) => `认领：${name}`, lead: '认领后由这个部门牵头：关联事项、配置问卷、表单和材料，提交审核并维护。一件事只能由一个部门牵头。', suggested: (name: string) => `清单要求的牵头部门：${name}`,
    department: '牵头部门', confirm: '确认认领', done: (name: string) => `已由${name}认领`, sure: '我确认本部门承担这件事的牵头职责', needSure: '请先确认上面这一项。',
    pick: '输入名称查找部门', transferTo: '新的牵头部门', sameLead: '现在就由这个部门牵头，请选择其他部门。',
    transferTitle: (name: string) => `更换牵头部门：${name}`, transferLead: (lead: string) => `现由${lead}牵头。更换后由新的部门维护，已有的配置和版本保留，原部门不能再修改。`, transfer: '确认更换', transferSure: '两个部门都已同意', transferReview: '正在审核的版本会退回草稿，由新的部门核对后重新提交。',
  },
  entry: {
    addTitle: '新增一件事', editTitle: '修改目录信息', code: '编码', codeHelp: '字母、数字和短横线，如 2024-1-03；保存后不能修改', badCode: '编码只能用字母、数字和短横线，如 2024-1-03。', name: '名称', batch: '批次', batchHelp: '如 2024年度第一批、地方特色', audience: '服务对象',
    lead: '牵头部门', leadHelp: '清单规定的部门', cooperating: '配合部门', cooperatingHelp: '每输入一个按回车', save: '保存', created: '已新增', updated: '已更新', unchanged: '没有变化', duplicate: (name: string) => `编码已是“${name}”的，请换一个；要改已有的，请在目录里打开它。`, refused: '没有保存',
  },
  imports: {
    title: '导入目录清单', lead: '按模板填写的 Excel（xlsx）或 csv 文件，一次最多 1000 行。没有问题的行写入目录，有问题的行不写入并说明原因；编码已有的更新名称、批次和部门；同一文件再次导入不产生变化。',
    choose: '选择文件', needFile: '请先选择要导入的文件。', send: '开始导入', sending: '正在导入……', tooBig: '文件超过 20 MB，请拆分后分次导入。', again: '再导入一个', summary: (created: number, updated: number, unchanged: number, refused: number) => `新增 ${created} 条，更新 ${updated} 条，不变 ${unchanged} 条，未导入 ${refused} 条。`,
    columns: { number: '行', code: '编码', name: '名称', outcome: '结果', reasons: '原因' }, outcomes: { created: '新增', updated: '更新', unchanged: '不变', refused: '未导入' }, onlyRefused: '只看未导入的', none: '文件里没有数据行。',
  },
  retire: { title: (name: string) => `停办：${name}`, lead: '停办后公众看不到这件事，各个事项仍可单独办理；以后可以新建版本再发布。', renewal: (n: number) => `第 ${n} 版还没有发布，会一并关闭；内容保留，以后新建版本时以它为基础。`, reason: '停办原因', confirm: '确认停办', done: '已停办' },
  ...editorZhCN,
};
