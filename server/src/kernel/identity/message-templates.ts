import type { MessageTemplateDefinition } from '../messaging/template-definition.ts';

export const identityMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'identity.verification-code', name: '短信验证码', topic: 'account', variables: ['code'], secret: true,
    title: '短信验证码', body: '验证码已发送至您的手机。', sms: '验证码 {{code}}，5 分钟内有效。请勿告诉他人，工作人员不会向您索要。',
  },
  {
    key: 'identity.password-changed', name: '密码已修改', topic: 'account', variables: ['time'],
    title: '您的密码已修改', body: '您的登录密码已于 {{time}} 修改。如非本人操作，请立即找回密码并检查登录记录。', sms: '您的登录密码已于 {{time}} 修改，如非本人操作请立即找回密码。',
    link: '/account/security',
  },
  {
    key: 'identity.mobile-changed', name: '手机已换绑', topic: 'account', variables: ['time'],
    title: '您的手机号码已换绑', body: '您的手机号码已于 {{time}} 换绑。如非本人操作，请立即联系政务服务大厅。', link: '/account/security',
  },
  {
    key: 'identity.mandate-offered', name: '收到授权', topic: 'mandate', variables: ['principal', 'until'],
    title: '{{principal}}请您代为办事', body: '{{principal}}授权您代为办理政务服务，期限至 {{until}}。接受后生效，您也可以拒绝。',
    sms: '{{principal}}授权您代办政务服务，期限至 {{until}}，请登录平台接受或拒绝。', link: '/account/mandates',
  },
  {
    key: 'identity.mandate-answered', name: '授权得到答复', topic: 'mandate', variables: ['agent', 'answer'],
    title: '{{agent}}已{{answer}}您的授权', body: '{{agent}}已{{answer}}您给出的授权。您可以随时查看代理人办过什么，并可随时撤销。', link: '/account/mandates',
  },
  {
    key: 'identity.mandate-revoked', name: '授权被撤销', topic: 'mandate', variables: ['by', 'counterpart'],
    title: '与{{counterpart}}之间的授权已撤销', body: '{{by}}已撤销授权，即时生效。', link: '/account/mandates',
  },
];
