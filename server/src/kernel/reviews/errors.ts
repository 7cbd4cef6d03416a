import { defineErrors } from '../errors/index.ts';

/** Errors of reviews. */
export const fail = defineErrors({
  'reviews.not-under-review': { kind: 'rule-violated', title: '现在没有正在进行的审核', detail: '请刷新页面，按当前状态可用的操作继续。' },
  'reviews.already-under-review': { kind: 'conflict', title: '已经在审核中', detail: '请等待审核结束，或先撤回再提交。' },
  'reviews.own-review': { kind: 'rule-violated', title: '不能审核自己提交的内容', detail: '请由其他审核人员审核。' },
  'reviews.not-your-turn': { kind: 'rule-violated', title: '现在不由您审核', detail: '当前由{handler}审核；如需由您办理，请联系他们转办。' },
  'reviews.stale': { kind: 'conflict', title: '这项审核刚刚被其他人推进', detail: '请刷新后查看最新进展。' },
  'reviews.process-without-return': { kind: 'rule-violated', title: '审核流程“{process}”没有处理退回', detail: '请联系流程管理员：每个环节之后按 decision 分支，退回时流程结束。' },
  'reviews.unknown-process': { kind: 'invalid', title: '没有可用于审核的流程“{key}”', detail: '请从列出的流程中选择。' },
  'reviews.comments-closed': { kind: 'rule-violated', title: '这个版本已不在编制或审核中，不能再批注', detail: '请在正在编制或审核的版本上批注。' },
  'reviews.unknown-part': { kind: 'invalid', title: '这个版本里没有“{path}”这一处', detail: '请从列出的各处中选择。' },
  'reviews.comment-not-found': { kind: 'not-found', title: '没有找到这条批注', detail: '请刷新后查看最新的批注。' },
  'reviews.setting-not-found': { kind: 'not-found', title: '没有找到这项设置', detail: '它可能刚刚被取消，请刷新。' },
});
