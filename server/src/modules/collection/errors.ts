import { defineErrors } from '../../kernel/errors/index.ts';
import { checkMinutes } from './contract.ts';

export const fail = defineErrors({
  'collection.not-waiting': { kind: 'rule-violated', title: '这个办件现在不在等待领取', detail: '请刷新页面；只有已作出决定、结果还没有送达的才能发证。' },
  'collection.bad-document': { kind: 'invalid', title: '{problem}', detail: '请对照证件原件逐位核对后重新输入。' },
  'collection.not-entitled': { kind: 'rule-violated', title: '{name}不能领取这个办件的结果', detail: '领取的要是申请人本人、企业的法定代表人，或者申请人授权并已接受授权的代理人。请核对姓名和证件号码；需要代领的，请申请人先在网上授权。' },
  'collection.check-again': { kind: 'rule-violated', title: '身份核验已失效', detail: `核验后 ${checkMinutes} 分钟内有效，由同一位工作人员发证。请重新核验领取人的证件。` },
  'collection.no-signature': { kind: 'invalid', title: '没有收到签名', detail: '请领取人在签名板上签名，再点确认；签名要清楚可辨；空白、损坏的图片不能用。' },
  'collection.not-to-sign': { kind: 'rule-violated', title: '选中的文书不能在这里签收', detail: '请刷新页面后重新选择；决定书和证照在“发证”时签收。' },
  'collection.already-signed': { kind: 'conflict', title: '《{title}》已经签收', detail: '签收之后不能更换签名；请刷新页面查看由谁签收。' },
  'collection.already-declined': { kind: 'conflict', title: '《{title}》的拒收已经登记', detail: '当事人改为愿意签收的，请其在签名板上签名。' },
  'collection.not-the-signer': { kind: 'rule-violated', title: '没有找到这位签收人', detail: '签收的要是申请人本人、企业的法定代表人，或者办件登记的经办人、代理人；请刷新页面后重新选择。' },
  'collection.no-mail-service': { kind: 'unavailable', title: '没有接入邮寄服务', detail: '请在办件页“送达”中手工填写快递单号；要接入的，请系统管理员用环境变量 MAIL_SERVICE_URL 指明接口地址。' },
  'collection.no-address': { kind: 'rule-violated', title: '这个办件没有收件地址', detail: '申请人没有要求邮寄。请与申请人核对，改为窗口领取或者电子送达。' },
  'collection.posted': { kind: 'conflict', title: '这个办件已经登记寄件', detail: '请刷新页面，查看快递单号。' },
  'collection.not-registered': { kind: 'rule-violated', title: '还没有取得快递单号', detail: '邮寄服务登记成功、打印面单后，再确认已交寄。' },
  'collection.not-posted': { kind: 'rule-violated', title: '这个办件的结果不是邮寄送达的', detail: '只有已经交寄、办结的才登记邮件退回；请刷新页面查看最新情况。' },
  'collection.collected': { kind: 'conflict', title: '这个办件的结果刚刚已经发放', detail: '请刷新页面，查看由谁领取。' },
});
