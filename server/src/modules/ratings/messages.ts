import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';
import { caseMessages } from '../cases/index.ts';

export const ratingsMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'ratings.invitation', name: '邀请评价', topic: 'rating', variables: ['caseId', 'itemName', 'site', 'token'], ...caseMessages,
    title: '请评价“{{itemName}}”的办理', body: '您申请的“{{itemName}}”已办结，请对办理过程作出评价。评价自愿，一件一次，30 天内有效。',
    sms: '您申请的“{{itemName}}”已办结，请评价：{{site}}/rating/{{token}}（自愿评价，30天内有效）', link: '/cases/{{caseId}}/rating',
  },
  {
    key: 'ratings.reminder', name: '提醒评价', topic: 'rating', variables: ['caseId', 'itemName', 'site', 'dueOn'], ...caseMessages,
    title: '“{{itemName}}”还没有评价', body: '您申请的“{{itemName}}”已办结，还没有评价。愿意的，请在 {{dueOn}} 前评价。评价自愿，不评价不影响办事，只提醒这一次。',
    sms: '您申请的“{{itemName}}”已办结，愿意的请在{{dueOn}}前登录{{site}}，在“我的办件”中评价（自愿评价，只提醒这一次）', link: '/cases/{{caseId}}/rating',
  },
  {
    key: 'ratings.rectification-opened', name: '差评待核实整改', topic: 'work', variables: ['rectificationId', 'itemName', 'dueOn'],
    title: '收到差评：“{{itemName}}”', body: '“{{itemName}}”收到差评，请在 {{dueOn}} 前回访核实、整改并反馈。', link: '/rectifications/{{rectificationId}}',
  },
  {
    key: 'ratings.rectification-replied', name: '差评整改反馈', topic: 'rating', variables: ['caseId', 'itemName'], ...caseMessages,
    title: '您对“{{itemName}}”的评价已有反馈', body: '办理部门已就您的评价完成整改，请查看反馈内容。',
    sms: '您对“{{itemName}}”的评价，办理部门已整改并反馈，请登录查看。', link: '/cases/{{caseId}}/rating',
  },
];
