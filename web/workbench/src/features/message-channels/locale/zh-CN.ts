const shares = (share: number | null): string => (share === null ? '—' : `${share}%`);

/** Words of the channels by which messages leave the platform. */
export const zhCN = {
  title: '消息通道', refresh: '刷新', cancel: '取消', save: '保存', saved: '已保存',
  tabs: { channels: '通道', topics: '消息类别', deliveries: '发送记录', statistics: '统计', simulated: '模拟通道' },
  channel: '通道', allChannels: '全部通道',
  channels: { 'in-site': '站内', sms: '短信', wechat: '微信', dingtalk: '钉钉', email: '邮件', voice: '语音电话' },
  state: {
    names: { up: '正常', down: '不通', paused: '已暂停', disabled: '未启用', unconnected: '未接网关', idle: '还没有发过' },
    simulated: '模拟：消息只存在平台里，没有真正发出', unconnected: '没有配置网关，群众和工作人员都选不到；配置网关后自动提供', since: '起始时间', up: '正常自', down: '不通自', nextTry: '下次尝试', error: '最近的错误', lastSent: '最近发出',
    paused: '暂停自', reason: '暂停原因', waiting: '等候发送', oldest: '等得最久', deferred: '顺延', failed: '近 7 天失败', count: (count: number) => (count >= 10_000 ? '1 万条以上' : `${count} 条`),
    limits: '每人上限', limitsOf: (hour: number, day: number) => `每小时 ${hour} 条，每天 ${day} 条`, digest: '合并发送', digestOf: (from: number) => (from === 0 ? '不合并' : `满 ${from} 条合成一条`),
    rate: '发送速度', rateOf: (rate: number) => `每分钟 ${rate} 条`, price: '单价', priceOf: (mills: number) => (mills === 0 ? '不计费' : `${mills / 1000} 元`),
  },
  settings: {
    open: '设置', title: (name: string) => `${name}通道的设置`, enabled: '启用这个通道', enabledLead: '停用后，排队的消息改走备用通道；没有备用的记为失败。', hourlyLimit: '每人每小时最多（条）', dailyLimit: '每人每天最多（条）',
    digestFrom: '满几条合成一条（0 为不合并）', ratePerMinute: '每分钟最多发出（条）', price: '单价（元）', priceLead: '只影响今后发出的消息；短信按计费条数计算。',
  },
  pause: { open: '暂停', title: (name: string) => `暂停${name}通道`, lead: '暂停期间消息照常生成、排队等候；恢复后按发送速度依次发出，已经过时的不再发。', reason: '原因', done: '已暂停' },
  resume: { open: '恢复', retry: '立即再试', done: '已恢复，正在发送排队的消息' },
  resend: { open: '重发失败的', title: (name: string) => `重发${name}通道失败的消息`, lead: '最近几天失败的消息重新排队，一次最多 1000 条；验证码不重发。', days: '最近几天', missing: '请填写天数，1 至 7 天。', done: (count: number) => (count === 0 ? '没有可以重发的消息' : `已重新排队 ${count} 条`), ok: '重发' },
  topics: {
    lead: '个人没有自己选择时，各类消息走默认通道；须送达的通知在默认通道都不能送达时，依次改走备用通道。', name: '消息类别', whom: '发给', staff: '工作人员', citizens: '群众和企业', required: '须送达', channels: '默认通道', fallback: '备用通道（依次）',
    keepHours: '最长等候', hours: (hours: number) => `${hours} 小时`, none: '只发站内', edit: '修改', title: (name: string) => `“${name}”走哪些通道`, keepLabel: '通道不通时最长等候（小时，24–168）',
  },
  columns: {
    at: '发送时间', address: '地址', text: '内容', template: '模板', recipient: '收件人', state: '状态', attempts: '次数', error: '原因', created: '生成时间', action: '操作', ended: '发出／送达',
  },
  states: { queued: '待发', sent: '已提交', delivered: '已送达', failed: '失败', suppressed: '按偏好不发', expired: '过时不发', merged: '并入汇总' },
  read: '已读', filter: { to: '手机号、邮箱或账号', state: '全部状态' }, retry: '重发', retried: '已重新排队', version: (number: number) => `第 ${number} 版`,
  noSimulated: ['没有消息', '没有配置网关的通道，平台“发出”的消息都在这里；请先到门户办一件事。'], noDeliveries: ['没有发送记录', '换个条件，或稍后刷新。'],
  detail: { title: '消息内容', recorded: '查看消息内容已留痕。证件号码、手机号码已隐去部分。', heading: '标题', text: '内容', others: '同一消息的其他通道', due: '计划发送', sent: '发出', delivered: '送达', readAt: '已读' },
  statistics: {
    by: { month: '按月', channel: '按通道', topic: '按类别', organization: '按部门' }, first: { month: '月份', channel: '通道', topic: '消息类别', organization: '部门' }, period: '统计时段',
    periods: { 1: '本月', 3: '近 3 个月', 12: '近 12 个月', 36: '近 36 个月' } as Record<number, string>, export: '导出 Excel', anyTopic: '全部类别',
    columns: { sent: '发送', delivered: '送达', failed: '失败', share: '送达率', read: '已读', suppressed: '按偏好不发', expired: '过时不发', merged: '并入汇总', wait: '平均等候', cost: '费用（元）' },
    tiles: { sent: '发送', share: '送达率', failed: '失败', wait: '平均等候', cost: '费用（元）' }, share: shares,
    wait: (seconds: number | null) => (seconds === null ? '—' : seconds < 60 ? `${seconds} 秒` : seconds < 5_400 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 360) / 10} 小时`),
    cost: (mills: number) => (mills / 1000).toFixed(2), total: '合计', chart: '各月发送和失败', none: ['这段时间没有消息', '换一个时段或条件再看。'],
    note: '月份以消息生成的时间为准；失败后重发的按发送次数计，费用按发出时的单价计。',
  },
};
