import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'ratings.case-not-found': { kind: 'not-found', title: '没有找到可以评价的办件', detail: '请从“我的办件”进入，或使用短信中的评价链接。' },
  'ratings.not-closed': { kind: 'rule-violated', title: '办件还没有办结，暂时不能评价', detail: '办结后我们会短信提醒您评价。' },
  'ratings.too-late': { kind: 'rule-violated', title: '办结已超过 {days} 天，评价已截止', detail: '如仍有意见，可以拨打 12345 反映。' },
  'ratings.already-rated': { kind: 'conflict', title: '这个办件已经评价过', detail: '一个办件只能评价一次，感谢您的参与。' },
  'ratings.visit-rated': { kind: 'conflict', title: '这次服务已经评价过', detail: '一次服务只能评价一次，感谢您的参与。' },
  'ratings.wrong-options': { kind: 'invalid', title: '所选的评价选项与等级不符', detail: '请重新选择等级后，再从该等级的选项中选择。' },
  'ratings.unknown-finding': { kind: 'invalid', title: '请从差评选项中选择查实的问题', detail: '选项可能刚刚调整，请刷新页面后重新选择。' },
  'ratings.link-not-found': { kind: 'not-found', title: '评价链接无效或已过期', detail: '请登录后从“我的办件”评价。' },
  'ratings.rectification-not-found': { kind: 'not-found', title: '没有找到这张整改单', detail: '它可能不在您的查看范围内。' },
  'ratings.stale': { kind: 'conflict', title: '整改单刚刚有了新的处理', detail: '请刷新页面，查看最新情况后再处理。' },
  'ratings.wrong-state': { kind: 'rule-violated', title: '整改单当前为“{state}”，不能进行这一步', detail: '请刷新页面，按当前环节处理。' },
  'ratings.appealed-once': { kind: 'rule-violated', title: '对同一条评价只能申诉一次', detail: '请按复核意见完成整改。' },
});
