import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'bundle-applications.not-found': { kind: 'not-found', title: '没有找到这件事的申请', detail: '它可能不在您的查看范围内，请核对编号。' },
  'bundle-applications.not-a-bundle': { kind: 'rule-violated', title: '这不是一件事的申请', detail: '请从单个事项的申请页面提交。' },
  'bundle-applications.retired': { kind: 'rule-violated', title: '这件事已停办', detail: '您填写的内容仍然保存在草稿里；请从事项列表分别申请，或者咨询窗口。' },
  'bundle-applications.stale': { kind: 'conflict', title: '这件事刚刚有了新的进展', detail: '请刷新页面，查看最新情况后再操作。' },
  'bundle-applications.nothing-to-supplement': { kind: 'rule-violated', title: '现在没有需要补正的内容', detail: '可能已经补正过了，请返回进度页查看。' },
  'bundle-applications.other-notices': { kind: 'conflict', title: '又有部门提出了补正要求', detail: '请刷新页面，把新要求的内容一并补齐，再一次提交；已填写的内容请先留存。' },
  'bundle-applications.nothing-to-withdraw': { kind: 'rule-violated', title: '没有可以撤回的事项', detail: '已作出决定的事项不能撤回。' },
  'bundle-applications.not-all-done': { kind: 'rule-violated', title: '还有 {count} 个事项没有办完', detail: '等全部办完一次送达；申请人同意先送达已办好的，可以先送。' },
  'bundle-applications.nothing-to-deliver': { kind: 'rule-violated', title: '没有等待送达的结果', detail: '已作出决定的事项都已送达。' },
  'bundle-applications.nothing-left': { kind: 'rule-violated', title: '不需要同意先送达', detail: '全部事项已有结果，或者还没有办好的事项，或者已经同意过。' },
  'bundle-applications.not-rateable': { kind: 'rule-violated', title: '现在不能评价', detail: '全部办结后可以评价一次；已经评价过的不能再评。' },
});
