import { defineErrors } from './index.ts';

/** Errors of the kernel itself. */
export const fail = defineErrors({
  'kernel.invalid-input': { kind: 'invalid', title: '提交的内容有 {count} 处需要修改', detail: '请按提示逐项修改后重新提交。' },
  'kernel.malformed-request': { kind: 'invalid', title: '请求的格式不正确', detail: '请按接口文档检查请求内容。' },
  'kernel.body-too-large': { kind: 'invalid', title: '提交的内容过大', detail: '请减少内容后重新提交；文件请通过上传功能提交。' },
  'kernel.unauthenticated': { kind: 'unauthenticated', title: '您还没有登录，或登录已过期', detail: '请重新登录后继续；已填写的内容不会丢失。' },
  'kernel.forbidden': { kind: 'forbidden', title: '您没有进行这项操作的权限', detail: '如工作需要，请联系本单位的系统管理员开通。' },
  'kernel.mandate-ended': { kind: 'forbidden', title: '您代理的授权已被撤销或到期', detail: '请切换回本人身份后继续；已填写的内容不会丢失。' },
  'kernel.route-not-found': { kind: 'not-found', title: '没有找到您访问的地址', detail: '请检查地址是否完整，或从首页重新进入。' },
  'kernel.not-found': { kind: 'not-found', title: '没有找到{what}', detail: '它可能已被删除，或不在您的查看范围内。' },
  'kernel.conflict': { kind: 'conflict', title: '内容刚刚被其他人修改', detail: '请刷新后查看最新内容，再决定是否继续。' },
  'kernel.idempotency-mismatch': { kind: 'conflict', title: '重复的请求内容与第一次不一致', detail: '请刷新页面后重新提交。' },
  'kernel.bad-cursor': { kind: 'invalid', title: '翻页位置无效', detail: '请回到第一页重新查询。' },
  'kernel.cross-site': { kind: 'forbidden', title: '请求来自其他网站，已拒绝', detail: '请在本平台的页面中操作。' },
  'kernel.unavailable': { kind: 'unavailable', title: '系统正忙，暂时无法处理', detail: '请稍后重试；已提交的内容不会丢失。' },
});
