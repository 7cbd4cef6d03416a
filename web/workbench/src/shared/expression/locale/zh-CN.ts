const functions: Readonly<Record<string, string>> = {
  'if': '如果……就……否则……', 'count': '列表有几个', 'sum': '数字求和', 'total': '数字求和，空的不算', 'min': '最小的', 'max': '最大的', 'mean': '平均数', 'list contains': '列表里有没有这个', 'contains': '文字里有没有这几个字',
  'starts with': '文字以此开头', 'ends with': '文字以此结尾', 'matches': '文字符合正则表达式', 'string length': '文字的字数', 'substring': '从第几个字起取几个字', 'substring before': '此前的文字', 'substring after': '此后的文字',
  'upper case': '改成大写字母', 'floor': '舍去小数', 'ceiling': '小数进一', 'round half up': '四舍五入到几位小数', 'decimal': '取几位小数（四舍六入五成双）', 'abs': '绝对值', 'modulo': '除以后的余数', 'date': '一个日期，如 date("2026-01-01")',
  'age': '从出生日期到某一天的周岁', 'birthDateOf': '身份证号里的出生日期', 'sexOf': '身份证号里的性别', 'not': '不是', 'some x in': '列表里有一个满足', 'every x in': '列表里每个都满足',
};

export const zhCN = {
  functions,
  suggestions: '可以填的内容',
  kinds: { value: '值', name: '数据', function: '函数' },
  keys: '↑↓ 选择，Enter 填入',
};
