export const zhCN = {
  title: '登录与密码', profile: '本人', name: '姓名', organization: '单位', posts: '岗位', roles: '角色', expires: '密码到期', idle: '无操作自动退出', minutes: (n: number) => `${n} 分钟`, noExpiry: '—',
  sessions: { title: '我的登录', current: '当前', ip: '地址', device: '设备', since: '登录时间', last: '最近活动', end: '结束', endOthers: '结束其他登录', ended: (n: number) => `已结束 ${n} 处登录`, endedOne: '已结束该登录', none: '没有其他登录。' },
  password: { title: '修改密码', current: '当前密码', fresh: '新密码', repeat: '再输一次', mismatch: '两次输入不一致，请重新输入。', rule: '至少 10 个字符，包含大写字母、小写字母、数字、符号中的三类；不能与近期用过的相同。', submit: '修改密码', done: '密码已修改，其他登录已结束' },
};
