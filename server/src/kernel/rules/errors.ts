import { defineErrors } from '../errors/index.ts';

export const fail = defineErrors({
  'rules.rule-set-not-found': { kind: 'not-found', title: '没有找到这个规则集', detail: '它可能不在您的查看范围内；请从业务规则列表重新进入。' },
  'rules.version-not-found': { kind: 'not-found', title: '没有找到这个版本', detail: '它可能已经放弃，或不在您的查看范围内；请从业务规则列表重新进入。' },
  'rules.run-not-found': { kind: 'not-found', title: '没有找到这次运行', detail: '它可能不在您的查看范围内；请从规则集的运行记录重新进入。' },
  'rules.code-taken': { kind: 'conflict', title: '编码“{code}”已经有规则集使用', detail: '请换一个编码，或在已有的规则集上新建版本。' },
  'rules.draft-exists': { kind: 'conflict', title: '这个规则集已经有一个草稿', detail: '请在草稿上继续修改，或先放弃它。' },
  'rules.stale': { kind: 'conflict', title: '内容刚刚被其他人修改', detail: '请刷新后查看最新内容，再继续；您填写的内容请先复制保存。' },
  'rules.not-draft': { kind: 'rule-violated', title: '只有草稿可以{action}', detail: '请以现行版本为基础新建草稿。' },
  'rules.not-published': { kind: 'rule-violated', title: '这个版本还没有发布，不能用来作出决定', detail: '请改用已发布的版本。' },
  'rules.not-ready': { kind: 'rule-violated', title: '有 {count} 处需要修改，暂不能发布', detail: '请按提示逐项修改后重新发布。' },
  'rules.own-version': { kind: 'rule-violated', title: '不能发布自己最后修改的版本', detail: '请由另一名有发布权限的人员核对后发布。' },
  'rules.not-runnable': { kind: 'rule-violated', title: '规则写得不对，还不能运行：{reason}', detail: '请按检查结果修改后再试。' },
  'rules.not-same-rule-set': { kind: 'invalid', title: '只能与同一规则集的版本比较', detail: '请重新选择版本。' },
  'rules.dmn-unreadable': { kind: 'invalid', title: '文件不能读入', detail: '{reason}' },
  'rules.inputs-too-large': { kind: 'invalid', title: '填入的数据太多', detail: '请减少列表的行数或文字的长度，总量不超过 20 万个字符。' },
});
