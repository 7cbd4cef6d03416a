import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'recognition.type-not-found': { kind: 'not-found', title: '智审目录中没有这种材料', detail: '它可能已被删除，请从列表重新进入。' },
  'recognition.type-stale': { kind: 'conflict', title: '这种材料的识别规则刚刚被其他人修改', detail: '请刷新页面查看最新内容，再决定是否继续。' },
  'recognition.code-taken': { kind: 'invalid', title: '代码“{code}”已被使用', detail: '请换一个代码。' },
  'recognition.field-doubled': { kind: 'invalid', title: '字段代码“{key}”出现了两次', detail: '请为每个字段使用不同的代码。' },
  'recognition.element-unknown': { kind: 'invalid', title: '没有数据元“{element}”', detail: '请从数据元列表中选择。' },
  'recognition.region-without-sample': { kind: 'invalid', title: '画了区域但没有样本图片', detail: '请先上传样本图片，或者清除区域。' },
  'recognition.sample-not-picture': { kind: 'invalid', title: '识别模板的样本应是 JPG 或者 PNG 图片', detail: '请另选一张清晰、端正、不含真实个人信息的样本图片。' },
  'recognition.file-not-found': { kind: 'not-found', title: '没有找到这个文件的识别结果', detail: '文件可能已从申请中移除，请刷新页面。' },
  'recognition.page-not-found': { kind: 'not-found', title: '这个文件没有这一页图片', detail: '请刷新页面后重试，或者下载原文件查看。' },
  'recognition.reading-stale': { kind: 'conflict', title: '识别结果刚刚有变化', detail: '请刷新后核对最新结果，再更正。' },
  'recognition.not-read-yet': { kind: 'rule-violated', title: '这个文件还没有识别完', detail: '请稍后再更正。' },
  'recognition.field-unknown': { kind: 'invalid', title: '这种材料没有字段“{key}”', detail: '请刷新页面后重新填写。' },
  'recognition.value-unfit': { kind: 'invalid', title: '“{label}”的内容不符合格式', detail: '{message}' },
  'recognition.sample-not-found': { kind: 'not-found', title: '没有找到这个样本', detail: '请刷新样本列表。' },
  'recognition.too-few-samples': { kind: 'rule-violated', title: '样本还不够训练', detail: '至少要有两种材料，每种 {least} 个以上样本；现在够数的只有 {enough} 种。' },
  'recognition.already-training': { kind: 'conflict', title: '正在训练一个版本', detail: '请等它完成后再训练。' },
  'recognition.model-not-found': { kind: 'not-found', title: '没有找到这个分类模型', detail: '请刷新列表。' },
  'recognition.model-not-ready': { kind: 'rule-violated', title: '这个版本不能启用或者停用', detail: '请刷新列表查看它的状态。' },
});
