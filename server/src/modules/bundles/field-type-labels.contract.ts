/** What people call the types of form fields. */
export const fieldTypeLabels = {
  text: '文本', multiline: '多行文本', number: '数字', money: '金额', date: '日期', dateRange: '起止日期', choice: '单选', choices: '多选', boolean: '是否', region: '行政区划',
  identityDocument: '证件', residentId: '身份证号', creditCode: '信用代码', personName: '姓名', mobile: '手机号', address: '地址', organization: '单位', attachment: '附件', image: '图片', signature: '签名', table: '表格',
} as const;
