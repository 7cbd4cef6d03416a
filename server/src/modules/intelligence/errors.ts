import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'intelligence.no-engine': { kind: 'unavailable', title: '还没有接入{what}', detail: '请系统管理员用环境变量 {variable} 指明接口地址后重新启动；在此之前平台用自带的办法。' },
  'intelligence.engine-away': { kind: 'unavailable', title: '{what}现在用不了：{reason}', detail: '请稍后再试；平台每 30 秒重新连接一次。' },
  'intelligence.push-not-failed': { kind: 'rule-violated', title: '只有没有送到的可以重推', detail: '请刷新后查看最新状态。' },
  'intelligence.indicator-not-found': { kind: 'not-found', title: '城市大脑没有“{code}”这个指标', detail: '请核对指标代码，或与城市大脑的管理单位确认。' },
});
