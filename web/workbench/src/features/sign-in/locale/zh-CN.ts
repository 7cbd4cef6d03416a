export const zhCN = {
  title: '登录', lead: '政务服务工作台', account: '账号', password: '密码', next: '登录', submit: '登录', back: '返回上一步',
  totp: { title: '动态口令', lead: '请输入验证器应用上显示的 6 位数字。', label: '动态口令' },
  enrol: {
    title: '绑定动态口令', lead: '首次登录请用验证器应用（如企业微信、FreeOTP）扫描二维码，再输入它显示的 6 位数字。', secret: '不能扫码时手工输入密钥', label: '6 位数字', submit: '绑定并登录',
  },
  change: {
    title: '更换密码', lead: '密码是初始密码或已到期，更换后继续登录。', fresh: '新密码', repeat: '再输一次', mismatch: '两次输入不一致。',
    rule: '至少 10 个字符，包含大写字母、小写字母、数字、符号中的三类；不能与近期用过的相同。', submit: '更换并继续',
  },
  demo: { title: '演示账号', lead: '点一下填入账号、密码和当前动态口令。', fill: '填入' },
  required: { account: '请输入账号。', password: '请输入密码。', code: '请输入 6 位数字。', fresh: '请输入新密码。' },
  expired: '登录步骤已超时，请重新输入账号和密码。',
};
