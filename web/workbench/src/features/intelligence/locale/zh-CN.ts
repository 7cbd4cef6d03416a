/** Words of the page for capabilities that others provide. */
export const zhCN = {
  title: '智能能力', tabs: { engines: '接入情况', pushes: '城市大脑推送', trial: '试用' },
  states: { ready: '可以使用', away: '接入了，现在用不了', none: '没有接入' }, variable: (name: string) => `接入：用环境变量 ${name} 指明接口地址`, use: '用来', without: '没有时', reason: '原因', engine: '对方', version: (name: string, version: string) => `${name} ${version}`,
  labels: { 'ocr': '文字识别（OCR）', 'nlp': '自然语言处理（NLP）', 'city-brain': '城市大脑' }, refresh: '重新检查',
  pushes: {
    columns: { created: '生成时间', kind: '种类', title: '内容', state: '状态', attempts: '次数', sent: '送达时间', error: '原因', action: '操作' }, kinds: { indicators: '指标', event: '事件' }, states: { queued: '待推送', sent: '已送达', failed: '没有送到' }, anyState: '全部状态', state: '状态',
    retry: '重推', retried: '已重新排队', empty: ['还没有推送', '接入城市大脑后，每 10 分钟推送一次办件数量，红黄牌预警随时推送。'],
  },
  trial: {
    text: '一段文字', textHint: '如：家里老人过了八十岁有没有补贴', discreet: '证件、手机、银行卡等号码不发给引擎；姓名、住址会发出，请不要填写真实的。', classify: '说的是哪些事项', wording: '检查用词', need: '请填写文字。', noItem: '看不出是哪个事项。', noFinding: '没有发现要改的用词。', by: { engine: '按语义（自然语言引擎）', 'built-in': '按字面（平台自带）' }, items: '可能的事项', findings: '用词',
    suggest: (problem: string, suggestion: string) => `${problem}，建议：${suggestion}`, indicator: '城市指标代码', indicatorHint: '如 city.population', find: '查询', needCode: '请填写指标代码，只用字母、数字、点、横线。', value: (name: string, value: string, unit: string, at: string) => `${name}：${value} ${unit}（${at}）`,
  },
} as const;
