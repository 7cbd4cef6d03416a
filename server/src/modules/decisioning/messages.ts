import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const decisioningMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'decisioning.automation-stopped', name: '自动审批自行停用', topic: 'work', variables: ['settingId', 'itemName', 'reason'], about: 'item', link: '/workbench/automation/settings/{{settingId}}',
    title: '自动审批已自行停用：{{itemName}}', body: '事项或者业务规则有了新版本，原来的设置不再成立：{{reason}}新的申请由工作人员办理，请修改设置后重新启用。',
  },
  {
    key: 'decisioning.offer', name: '主动服务', topic: 'progress', variables: ['offerId', 'itemName', 'why', 'confirmBy'], about: 'item', link: '/space/offers/{{offerId}}',
    title: '您可以办理：{{itemName}}', body: '{{why}}确认一次即可办理，不用填表、不用交材料。请在 {{confirmBy}} 前确认；不需要的可以谢绝，以后不再提示。',
    sms: '您可以办理“{{itemName}}”，登录平台确认一次即可，截止 {{confirmBy}}。',
  },
];
