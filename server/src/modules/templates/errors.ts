import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'templates.template-not-found': { kind: 'not-found', title: '没有找到这个模板', detail: '它可能不在您的查看范围内；请从模板列表重新进入。' },
  'templates.version-not-found': { kind: 'not-found', title: '没有找到这个版本', detail: '它可能已经放弃，或不在您的查看范围内；请从模板列表重新进入。' },
  'templates.unknown-kind': { kind: 'invalid', title: '没有这种文书或消息', detail: '请从列表中选择种类。' },
  'templates.item-not-found': { kind: 'not-found', title: '没有找到这个事项', detail: '它可能不在您的管理范围内；请重新选择事项。' },
  'templates.not-tailored': { kind: 'invalid', title: '请选择这个模板给谁用', detail: '通用模板已经有了；请选择事项、申请人类型或环节中的至少一项。' },
  'templates.no-such-step': { kind: 'invalid', title: '“{kind}”不分环节', detail: '它只在一个环节发出，不用选择环节。' },
  'templates.no-such-applicant': { kind: 'invalid', title: '“{kind}”不能只给{applicant}', detail: '文书写给申请人；只有告知办件的消息可以为代办人另写。' },
  'templates.not-about-items': { kind: 'invalid', title: '“{kind}”不能按事项定制', detail: '它告知的不是某个事项的事，全平台用同一个模板；需要改内容的，请在通用模板上新建草稿。' },
  'templates.already-tailored': { kind: 'conflict', title: '已经有一个这样的模板', detail: '请在列表中找到它，在它上面新建草稿。' },
  'templates.draft-exists': { kind: 'conflict', title: '这个模板已经有一个草稿', detail: '请在草稿上继续修改，或先放弃它。' },
  'templates.stale': { kind: 'conflict', title: '内容刚刚被其他人修改', detail: '请刷新后查看最新内容，再继续；您填写的内容请先复制保存。' },
  'templates.not-draft': { kind: 'rule-violated', title: '只有草稿可以{action}', detail: '请以现行版本为基础新建草稿。' },
  'templates.other-kind': { kind: 'invalid', title: '这份内容不是“{kind}”', detail: '请刷新页面后重新修改。' },
  'templates.not-ready': { kind: 'rule-violated', title: '有 {count} 处需要修改，暂不能发布', detail: '请按提示逐项修改后重新发布。' },
  'templates.own-version': { kind: 'rule-violated', title: '不能发布自己最后修改的版本', detail: '请由另一名有发布权限的人员核对后发布。' },
  'templates.not-shown': { kind: 'rule-violated', title: '模板还有 {count} 处要修改，暂时不能预览', detail: '{first}' },
  'templates.general-stays': { kind: 'rule-violated', title: '通用模板不能停用', detail: '每种文书、消息都要有一个通用模板；需要改内容的，请新建草稿。' },
  'templates.not-in-force': { kind: 'conflict', title: '这个模板现在没有已发布的版本', detail: '请刷新后查看最新状态。' },
});
