/** Words of the user's own space. */
export const zhCN = {
  title: '我的空间',
  parts: {
    overview: '总览', cases: '我的办件', drafts: '草稿', licences: '电子证照', messages: '消息', mandates: '授权', dataUse: '谁用过我的数据', stuckMatters: '我的反映', account: '账号与安全',
  },
  navigation: '我的空间栏目',
  acting: {
    label: '当前办事身份',
    self: '本人',
  },
  greeting: (name: string) => `${name}，您好`,
  counts: { supplementing: '待补正', open: '正在办理', drafts: '未提交的草稿', unread: '未读消息', offered: '待您接受的授权' },
  cases: {
    bundles: '一件事', bundlesLead: '一次申请的几个事项在这里看总进度；其中每一件也列在下面。', bundleItems: (settled: number, all: number) => `${all} 个事项，已有结果 ${settled} 个`,
    ofSelf: '这里是您本人的办件', of: (name: string) => `这里是“${name}”的办件`,
    elsewhere: '以企业或者委托人名义提交的办件，在对应的身份下查看。', elsewhereOwn: '您本人和其他身份的办件，切换身份后查看。',
    groups: { open: '正在办理', closed: '已结束', all: '全部' },
    group: '按状态查看',
    empty: '这里还没有办件',
    emptyDetail: '在线申请或到窗口办理后，可以在这里看进度。',
    find: '去找要办的事',
    unit: '件',
    number: '办件编号',
    submittedAt: '提交于',
    due: (date: string) => `承诺 ${date}前办结`,
    filedBy: (name: string) => `由${name}提交`,
    supplement: '去补正',
    rate: '去评价',
    late: '已超期',
    soon: '即将到期',
  },
  stuckMatters: {
    lead: '办不成的事在这里反映，看办理进度，评价结果。', report: '反映办不成事', number: '编号', at: (date: string) => `${date}反映`, giveWord: '去评价', unit: '件', empty: '您还没有反映过办不成的事', emptyDetail: '符合条件却没办成、反复跑、超期没有结果的，可以反映，由专人督促办理。',
  },
  drafts: {
    empty: '没有未提交的草稿', emptyDetail: '填写申请时会自动保存，随时可以回来接着填。', resume: '继续填写', savedAt: (time: string) => `保存于 ${time}`,
    applicant: (name: string) => `申请人：${name}`,
  },
  licences: {
    empty: '还没有电子证照', emptyDetail: '办结后出具的证照会自动出现在这里。', unit: '份', open: '查看和出示', issuer: '颁发机构', number: '编号', until: '有效期至', forever: '长期有效',
    issuedOn: '颁发日期', identifier: '证照标识', holder: '持证主体', validFrom: '有效期起', show: '出示二维码', showLead: '请让对方扫描二维码核验。对方只能看到证照真伪、状态和可公开的内容。',
    qrAlt: '证照核验二维码', download: '下载证照（PDF）', verify: '核验这份证照', face: '证照内容', versions: '版本记录', version: (number: number) => `第 ${number} 版`, case: '查看办件', signedBy: '签名证书',
  },
  messages: {
    empty: '没有消息', emptyDetail: '受理、补正、办结等通知会出现在这里。', unit: '条', unread: '未读', readAll: '全部标为已读', open: '查看', all: '全部', unreadOnly: '只看未读',
    show: '显示范围', allRead: '已全部标为已读。',
  },
  mandates: {
    lead: '授权别人代您或代您的企业办事。代理人接受后生效，您可以随时撤销，每次使用都有记录。',
    grant: '新增授权', granted: '我给出的授权', received: '我收到的授权', noneGranted: '没有给出过授权。', noneReceived: '没有收到过授权。',
    principal: '委托方', agent: '代理人', until: '有效期', scope: '可办事项', allItems: '全部事项', uses: (count: number) => `已使用 ${count} 次`, lastUse: (time: string) => `最近一次 ${time}`,
    states: { offered: '待接受', accepted: '有效', declined: '已拒绝', revoked: '已撤销', expired: '已到期' },
    accept: '接受', decline: '拒绝', revoke: '撤销', resign: '辞去代理', accepted: '已接受授权，可以代为办事了。', declined: '已拒绝授权。', revoked: '授权已撤销，立即生效。',
    revokeTitle: '撤销授权', revokeLead: '撤销后代理人立即不能再代办，已提交的办件继续办理。', reason: '撤销原因', confirm: '确认撤销', cancel: '取消', records: '使用记录', noRecords: '还没有使用过。',
    form: {
      title: '新增授权', for: '以谁的名义授权', self: '本人', agentName: '代理人姓名', agentMobile: '代理人手机号码', agentHint: '代理人须已在本平台实名注册',
      from: '开始日期', until: '截止日期', scope: '可办事项范围', everything: '全部事项', some: '只限以下类型', submit: '发出授权', done: '授权已发出，等待代理人接受。',
      needName: '请填写代理人姓名。', needFrom: '请填写完整的开始日期，今天或以后。', needUntil: '请填写完整的截止日期，不早于开始日期。', needScope: '请至少选择一类事项。',
    },
    range: (from: string, to: string) => `${from}至${to}`,
    since: (from: string) => `${from}起`,
  },
  dataUse: {
    lead: '您的证照和数据每一次被使用，都在这里留下记录；个人扫码核验的只记时间，不记是谁。如有疑问请拨打 12345。',
    empty: '还没有使用记录', emptyDetail: '部门办理或他人扫码核验时，会在这里留下记录。', unit: '条', at: '时间', licence: '证照', by: '使用方', purpose: '用途', case: '办件编号',
    severalTimes: (purpose: string, times: number) => `${purpose}（当日 ${times} 次）`,
  },
  offers: {
    title: '为您找到的服务', lead: '根据政务服务平台掌握的信息，您可能可以办理下列事项。确认一次即可办理，不用填表、不用交材料。', empty: '现在没有为您找到的服务。', find: '查找事项', guide: '办事指南', until: (date: string) => `请在${date}前确认。`,
    basis: (office: string, law: string) => `${office}办理，依据：${law}`, declare: '确认即表示您申请办理这个事项，并确认以上信息真实、准确。', accept: '确认办理', accepted: '已提交申请', unfinished: '已为您填好大部分内容，请补充后提交。', decline: '不需要', declineTitle: '不再提示这项服务？', declineLead: '谢绝后不再就同一情况提示您；您以后仍可以自行申请。', cancel: '再想想', declined: '已谢绝，不再提示。',
  },
};
