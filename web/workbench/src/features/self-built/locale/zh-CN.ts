/** Words of the registry of self-built systems. */
export const zhCN = {
  title: '自建系统', refresh: '刷新', cancel: '取消', save: '保存', close: '关闭', saved: '已保存', add: '登记自建系统', edit: '设置', open: '待处理', back: '返回列表',
  empty: ['还没有登记自建系统', '事项在部门自己的系统里办理的，登记那个系统，申请人从办件页面跳转过去，办理情况回传到这里。'] as const,
  states: { up: '正常', down: '不通', idle: '还没有连接过', disabled: '停用' },
  facts: { department: '部门', items: '办理的事项', noItems: '还没有选择', disclosure: '提供的内容', entry: '进入地址', service: '服务地址', lastOk: '最近应答', down: '不通自', nextTry: '下次询问', error: '最近的错误', keys: '有效密钥', keyCount: (count: number) => (count === 0 ? '没有' : `${count} 把`) },
  groups: { 'not-entered': '没有进入', 'silent': '没有消息', 'troubled': '有问题', 'open': '全部未办结' },
  count: (count: number) => `${count} 件`,
  form: {
    addTitle: '登记自建系统', editTitle: (name: string) => `“${name}”的设置`, name: '名称', department: '部门', entry: '进入地址', entryLead: '申请人跳转到的地址；平台在后面加上一次性票据。', service: '服务地址', serviceLead: '平台查询健康、补取回传、对账的地址。', items: '由它办理的事项', itemsPlaceholder: '输入名称查找已发布的事项',
    disclosure: '提供的内容', disclosureLead: '申请人进入之前同意的就是这些内容，对方只能取得同意过的。', disclosureChanged: (open: number) => `申请人须按新的内容同意${open > 0 ? `：没有办结的 ${open} 件下次进入时重新征得同意，之前仍按原来同意的、不超过新设置的提供` : ''}。`,
    enabled: '启用', enabledLead: '先保存并生成密钥，再启用。停用后新办件在平台办理，已经在对方系统的不能再回传。', needName: '请填写名称，至少 2 个字。', needDepartment: '请选择部门。', needAddress: '请填写完整的 https 地址，例如 https://bdc.example.gov.cn/entry，不带账号、密码和“#”。', added: '已登记，请生成密钥并交给对方',
  },
  keys: {
    open: '密钥', title: (name: string) => `“${name}”的签名密钥`, lead: '更换时先生成第二把交给对方，对方换好之后再作废旧的。', make: '生成密钥', end: '作废', ended: (at: string) => `${at} 作废`, never: '没有用过', used: (at: string) => `最近使用 ${at}`, made: (by: string, at: string) => `${by} ${at} 生成`,
    once: '密钥只显示这一次，请现在复制并用安全的方式交给对方。', secret: '密钥', keyId: '密钥编号', none: '还没有密钥。', endConfirm: '作废后用它签名的消息都不再认，确定吗？', done: '已作废',
  },
  trial: { run: '试连', ok: '已连通', failed: (reason: string) => `没有连通：${reason}` },
  list: {
    number: '办件编号', item: '事项', state: '状态', registered: '登记', entered: '进入', reported: '最近回传', sequence: '回传次数', next: '下次补取', trouble: '问题', action: '操作', pull: '补取', pullAll: '补取全部',
    pulled: (asked: number, taken: number, refused: number) => `问了 ${asked} 件，收到 ${taken} 次回传${refused > 0 ? `，${refused} 次没有收下` : ''}`,
    empty: { 'not-entered': ['没有登记后未进入的办件'], 'silent': ['没有超过一天没有消息的办件'], 'troubled': ['没有回传有问题的办件'], 'open': ['没有未办结的办件'] } as const,
  },
  tabs: { outstanding: '待处理', reconciliations: '对账', refusals: '被拒绝的回传' },
  reconcile: {
    from: '从', to: '到', run: '对账', needDays: '请选择起止日期。', title: (from: string, to: string) => `${from} 至 ${to}`, by: (by: string, at: string) => `${by}　${at}`, counts: (ours: number, theirs: number, taken: number) => `平台 ${ours} 件，对方 ${theirs} 件${taken > 0 ? `，补取回传 ${taken} 次` : ''}`, same: '双方一致',
    kinds: { 'missing-there': '对方没有', 'missing-here': '平台没有', 'behind': '平台少了回传', 'ahead': '对方少了记录' }, sequences: (ours: number | null, theirs: number | null) => `平台 ${ours ?? '—'} 次，对方 ${theirs ?? '—'} 次`, empty: ['还没有对过账', '每天凌晨自动核对最近七天，也可以现在选日期核对。'] as const,
  },
  refusals: { at: '时间', kind: '回传', reason: '原因', empty: ['没有被拒绝的回传'] as const },
};
