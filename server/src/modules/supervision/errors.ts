import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'supervision.signal-not-found': { kind: 'not-found', title: '没有找到这条预警', detail: '它可能不在您的查看范围内。' },
  'supervision.already-demanded': { kind: 'conflict', title: '这条预警已经发出督办', detail: '请刷新页面查看督办和反馈。' },
  'supervision.bad-period': { kind: 'invalid', title: '时间范围不对', detail: '开始日期不能晚于结束日期，最长一年。' },
  'supervision.not-demanded': { kind: 'rule-violated', title: '这条预警没有待反馈的督办', detail: '请刷新页面查看最新情况。' },
});
