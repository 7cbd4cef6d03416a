import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'guidance.not-proved': { kind: 'rule-violated', title: '情形引导还有 {count} 处问题，不能送部门确认', detail: '请按“检查”里的说明逐处改好，再送确认。' },
  'guidance.none': { kind: 'rule-violated', title: '这个版本没有情形引导', detail: '请先配置问题和情形。' },
  'guidance.changed': { kind: 'conflict', title: '情形引导刚刚有修改', detail: '请刷新后核对最新的内容，再确认。' },
  'guidance.not-asked': { kind: 'rule-violated', title: '这个版本的情形引导没有在等部门确认', detail: '请刷新页面，查看它现在的状态。' },
  'guidance.closed': { kind: 'rule-violated', title: '这个版本已不在编制中，不能送部门确认', detail: '请在正在编制的版本上送确认。' },
});
