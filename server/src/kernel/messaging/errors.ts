import { defineErrors } from '../errors/index.ts';

/** Refusals of preferences, addresses, channels and deliveries. */
export const fail = defineErrors({
  'messaging.unknown-topic': { kind: 'not-found', title: '没有这类消息', detail: '请刷新页面后重新选择。' },
  'messaging.required-topic': { kind: 'rule-violated', title: '“{name}”类通知至少要留一个通道', detail: '这类通知关系到您的权利，除站内消息外，还须以短信等一种方式送达本人。' },
  'messaging.not-offered': { kind: 'rule-violated', title: '不能选择{channel}', detail: '本市没有开通这个通道，或者您还没有绑定。请先绑定，再选择。' },
  'messaging.not-failed': { kind: 'rule-violated', title: '只有发送失败的消息可以重发', detail: '请刷新后查看最新状态；验证码已经过时，不能重发。' },
  'messaging.own-only': { kind: 'forbidden', title: '绑定和免打扰只能由本人设置', detail: '请切换回本人身份后再设置。' },
  'messaging.bad-address': { kind: 'invalid', title: '邮箱地址不正确', detail: '请填写完整的邮箱地址，例如 name@example.cn。' },
  'messaging.bad-code': { kind: 'rule-violated', title: '绑定码不正确或已过期', detail: '请核对后重新输入，或者重新获取。' },
  'messaging.code-too-soon': { kind: 'rate-limited', title: '获取得太频繁', detail: '请在 {seconds} 秒后再获取。' },
  'messaging.bound-elsewhere': { kind: 'conflict', title: '这个账号已经绑定到别人', detail: '请先由原来绑定的人解除绑定，或者换一个账号。' },
  'messaging.gateway-down': { kind: 'unavailable', title: '{channel}暂时连接不上', detail: '请稍后再试。' },
  'messaging.quiet-hours': { kind: 'invalid', title: '免打扰的开始和结束不能相同', detail: '请选择不同的时间，或者关闭免打扰。' },
  'messaging.limits': { kind: 'invalid', title: '条数上限不合理', detail: '每天的上限不能小于每小时的上限；合并发送从 2 条起，0 表示不合并。' },
  'messaging.already-paused': { kind: 'rule-violated', title: '这个通道已经暂停', detail: '请刷新后查看最新状态。' },
  'messaging.required-channel': { kind: 'rule-violated', title: '“{name}”类通知须有短信或语音电话', detail: '这类通知依法须送达本人，默认通道和备用通道中至少要有一个人人都有的通道。' },
  'messaging.period': { kind: 'invalid', title: '统计的起止月份不正确', detail: '起始月份不能晚于截止月份，一次最多统计 36 个月。' },
});
