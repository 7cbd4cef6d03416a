import { defineErrors } from '../errors/index.ts';

/** Errors of following changes. */
export const fail = defineErrors({
  'live.unknown-topic': { kind: 'not-found', title: '没有“{topic}”这个主题', detail: '请按接口文档检查主题的名称和编号。' },
  'live.too-many-topics': { kind: 'invalid', title: '一次最多订阅 {most} 个主题', detail: '请分成几个连接订阅。' },
  'live.busy': { kind: 'unavailable', title: '实时连接已满', detail: '页面会改为定时刷新，无需处理。' },
});
