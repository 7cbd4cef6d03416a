export const zhCN = {
  title: '登录与密码', profile: '本人', name: '姓名', organization: '单位', posts: '岗位', roles: '角色', expires: '密码到期', idle: '无操作自动退出', minutes: (n: number) => `${n} 分钟`, noExpiry: '—',
  sessions: { title: '我的登录', current: '当前', ip: '地址', device: '设备', since: '登录时间', last: '最近活动', end: '结束', endOthers: '结束其他登录', ended: (n: number) => `已结束 ${n} 处登录`, endedOne: '已结束该登录', none: '没有其他登录。' },
  password: { title: '修改密码', current: '当前密码', fresh: '新密码', repeat: '再输一次', mismatch: '两次输入不一致，请重新输入。', rule: '至少 10 个字符，包含大写字母、小写字母、数字、符号中的三类；不能与近期用过的相同。', submit: '修改密码', done: '密码已修改，其他登录已结束' },
  messages: {
    title: '消息提醒', lead: '工作台里的消息始终保留。绑定钉钉或邮箱后，新待办、督办等也会发到那里。', none: '本单位没有开通工作台以外的消息通道。', unbound: '未绑定', bind: '绑定', change: '换绑', unbind: '解除绑定', unbound_done: '已解除绑定', bound: '已绑定',
    receive: (topic: string) => `“${topic}”发到`, quiet: '免打扰', quietOn: '免打扰时段不发到工作台以外，结束后一并发送', from: '从', until: '到', workingDays: '休息日、节假日全天不打扰', save: '保存', saved: '已保存', cancel: '取消',
    bindTitle: { wechat: '绑定微信', dingtalk: '绑定钉钉', email: '绑定邮箱' }, code: '绑定码', codeHelp: { wechat: '在公众号里发送“绑定”，把收到的 6 位绑定码填在这里。', dingtalk: '在钉钉的政务工作台里打开“绑定”，把看到的 6 位绑定码填在这里。', email: '绑定码已发到邮箱，10 分钟内有效。' },
    simulated: '演示环境：任意 6 位数字都可以绑定。', address: '邮箱地址', send: '发送绑定码', resend: (seconds: number) => `${seconds} 秒后可重发`, needCode: '请填写 6 位绑定码。',
  },
};
