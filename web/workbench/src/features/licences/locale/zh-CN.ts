import { typesZhCN } from './types.zh-CN.ts';

export const zhCN = {
  title: '已发证照', types: typesZhCN,
  columns: { type: '证照名称', number: '证号', holder: '持证人', issuer: '发证机关', issued: '发证日期', valid: '有效期至', state: '状态', version: '版本' },
  filter: { q: '证号、持证人或证照标识', state: '全部状态' },
  reset: '清除筛选', refresh: '刷新', longTerm: '长期',
  versionNumber: (n: number) => `第 ${n} 版`,
  empty: ['还没有签发过证照', '办件决定准予并制证后，证照会出现在这里。'],
  face: '照面信息', versions: '版本', code: '二维码', preview: '带签章的证照',
  facts: { identifier: '证照标识', holder: '持证人', issuer: '发证机关', issued: '发证日期', valid: '有效期', signedBy: '签章', reason: '状态说明', case: '来源办件' },
  toCase: '查看办件', toVerify: '打开查验页', verifyHint: '任何人扫码都能查验真伪，只显示可以公开的内容。',
  period: (from: string, to: string) => `${from} 至 ${to}`,
  download: '下载证照', noPreview: ['不能查看证照文件', '持证人和发证机关可以查看带签章的证照。'],
  current: '本版',
  revoke: {
    suspended: '暂扣', revoked: '撤销', cancelled: '注销',
    titles: { suspended: '暂扣证照', revoked: '撤销证照', cancelled: '注销证照' },
    lead: {
      suspended: '暂扣期间证照不再有效，扫码查验显示“已暂扣”。',
      revoked: '撤销后证照不能恢复，扫码查验立即显示“已撤销”。作出撤销前应当听取持证人的陈述和申辩。',
      cancelled: '注销后证照不能恢复，扫码查验立即显示“已注销”。',
    },
    reason: '法定理由', reasonHint: '写明事实和依据的条款，持证人可以看到', confirm: '确认', done: { suspended: '已暂扣', revoked: '已撤销', cancelled: '已注销' },
    phrases: {
      suspended: ['发现申请材料涉嫌不实，核查期间暂扣。', '持证人涉嫌违反许可条件，立案调查期间暂扣。'],
      revoked: ['被许可人以欺骗、贿赂等不正当手段取得行政许可，依据《中华人民共和国行政许可法》第六十九条第二款撤销。', '对不具备申请资格或者不符合法定条件的申请人准予行政许可，依据《中华人民共和国行政许可法》第六十九条第一款撤销。'],
      cancelled: ['行政许可有效期届满未延续，依据《中华人民共和国行政许可法》第七十条注销。', '法人或者其他组织依法终止，依据《中华人民共和国行政许可法》第七十条注销。'],
    },
  },
  seals: {
    title: '电子印章', uses: '用章记录',
    columns: { name: '印章名称', kind: '种类', organization: '所属单位', state: '状态', valid: '有效期', serial: '证书序列号' },
    kinds: { official: '公章', special: '专用章' }, states: { active: '启用', frozen: '冻结', cancelled: '注销' },
    useColumns: { at: '用章时间', kind: '文书种类', document: '文书', case: '办件编号', by: '用章人', digest: '文件摘要（SM3）' },
    empty: ['本单位没有电子印章', '印章由系统管理员按制章备案录入；没有印章时不能出具带签章的文书。'],
    noUses: ['这枚印章还没有用过', '每次签章都会在这里留下一条不能更改的记录。'],
    choose: '选择一枚印章查看用章记录',
  },
};
