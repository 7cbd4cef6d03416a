import { defineErrors } from '../errors/index.ts';

const accepted = '请上传 PDF、JPG、PNG、OFD 或 Word、Excel、PPT（docx、xlsx、pptx）文件。';

/** Errors of stored files. */
export const fail = defineErrors({
  'files.empty': { kind: 'invalid', title: '“{name}”是空文件', detail: '请检查文件能否正常打开，然后重新选择文件上传。' },
  'files.one-at-a-time': { kind: 'invalid', title: '每次请求应上传一个文件', detail: '请逐个上传文件。' },
  'files.type-not-allowed': { kind: 'invalid', title: '“{name}”实际是{found}，不能作为材料上传', detail: accepted },
  'files.type-unknown': { kind: 'invalid', title: '无法识别“{name}”的文件类型', detail: accepted },
  'files.damaged': { kind: 'invalid', title: '“{name}”已损坏，无法打开', detail: '请在自己的设备上确认文件能正常打开，重新保存后再上传。' },
  'files.encrypted': { kind: 'invalid', title: '“{name}”设有打开密码', detail: '请去除密码后重新上传，否则工作人员无法查看。' },
  'files.expands-too-far': { kind: 'invalid', title: '“{name}”解开后的内容异常庞大，已拒绝', detail: '请重新保存为普通文档，或打印为 PDF 后上传。' },
  'files.has-macros': { kind: 'invalid', title: '“{name}”中含有宏程序，不能上传', detail: '请另存为不含宏的文档（docx、xlsx、pptx）或 PDF 后上传。' },
  'files.image-too-large': { kind: 'invalid', title: '图片“{name}”有 {megapixels} 百万像素，超过 {limit} 百万', detail: '请降低扫描或拍照的分辨率后重新上传。' },
  'files.infected': { kind: 'invalid', title: '“{name}”中发现病毒，已拒绝', detail: '请用杀毒软件检查您的设备，换用干净的文件后重新上传。' },
  'files.too-many-unused': { kind: 'rate-limited', title: '您已上传但未使用的文件过多', detail: '请先提交或保存正在填写的申请；未使用的文件 7 天后自动清除。' },
  'files.not-found': { kind: 'not-found', title: '没有找到这个文件', detail: '它可能已被清除，或不在您的查看范围内；请重新上传。' },
  'files.not-yours': { kind: 'invalid', title: '所附文件中有的不存在、已过期或不是您上传的', detail: '请重新上传这些文件后再提交。' },
  'files.unreadable': { kind: 'unavailable', title: '文件暂时无法读取', detail: '请稍后重试；如仍有问题，请联系管理员检查文件存储。' },
});
