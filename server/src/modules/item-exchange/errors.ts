import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'item-exchange.one-file': { kind: 'invalid', title: '每次请上传一个文件', detail: '请选择一个 xlsx、csv 或 json 文件。' },
  'item-exchange.import-not-found': { kind: 'not-found', title: '没有找到这次导入', detail: '它可能已被清除，或不在您的查看范围内；请从导入记录重新进入。' },
  'item-exchange.row-not-found': { kind: 'not-found', title: '没有找到这一行', detail: '请从导入的预览重新进入。' },
  'item-exchange.stale': { kind: 'conflict', title: '这次导入的状态刚刚变了', detail: '请刷新后查看最新进度，再决定下一步。' },
  'item-exchange.state-refused': { kind: 'rule-violated', title: '“{state}”的导入不能{action}', detail: '请刷新页面，按当前可用的操作继续。' },
  'item-exchange.has-refused': { kind: 'rule-violated', title: '有 {count} 行有错误，不能按“全部成功才算”导入', detail: '请下载结果，改正这些行后重新上传；或者选择“跳过有错误的行”。' },
  'item-exchange.nothing-to-write': { kind: 'rule-violated', title: '没有需要写入或核对的行', detail: '文件与平台现有内容一致，或者各行都有错误。' },
  'item-exchange.out-of-scope': { kind: 'forbidden', title: '这个部门的事项不在您可以编制的范围内', detail: '请由有权限的人员导入这一行。' },
  'item-exchange.not-json': { kind: 'invalid', title: '“{name}”不是有效的 JSON', detail: '{reason}。请检查文件是否完整，并保存为 UTF-8 编码。' },
  'item-exchange.not-a-list': { kind: 'invalid', title: '“{name}”里没有事项清单', detail: '应是一个数组 [ {…}, {…} ]，或者本平台导出的 JSON。' },
  'item-exchange.too-many-rows': { kind: 'invalid', title: '文件有 {count} 个事项，一次最多 {limit} 个', detail: '请拆分为几个文件分次导入。' },
  'item-exchange.locked': { kind: 'rule-violated', title: '“{label}”由上级清单统一规定，不能采用', detail: '请由目录管理人员按上级清单更新；这一项可以选择“保留平台内容”。' },
  'item-exchange.fixed': { kind: 'rule-violated', title: '“{label}”说明这是哪里的事项，不能采用清单的内容', detail: '要在别的区划实施，请在那里另建实施清单；这一项可以选择“保留平台”。' },
  'item-exchange.difference-gone': { kind: 'conflict', title: '选中的差异有的已经核对过', detail: '请刷新差异清单后再选择。' },
});
