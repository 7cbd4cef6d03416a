import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

const common = ['matterId', 'matterNumber', 'matterAbout'] as const;
const link = '/stuck-matters/{{matterId}}';
const toOffice = (key: string, name: string, title: string, body: string, more: readonly string[] = []): MessageTemplateDefinition => (
  { key: `stuck-matters.${key}`, name, topic: 'work', variables: [...common, ...more], title, body, link });
const toReporter = (key: string, name: string, title: string, body: string, more: readonly string[] = []): MessageTemplateDefinition => (
  { key: `stuck-matters.${key}`, name, topic: 'notice', variables: [...common, ...more], title, body, sms: body, link });

export const stuckMattersMessages: readonly MessageTemplateDefinition[] = [
  toOffice('registered', '办不成事待分派', '收到办不成事反映 {{matterNumber}}', '群众反映“{{matterAbout}}”办不成，请分派办理。'),
  toOffice('assigned', '办不成事待办理', '办不成事反映 {{matterNumber}} 交您办理', '群众反映“{{matterAbout}}”办不成，请签收，并在 {{dueOn}} 前办理、反馈结果。', ['dueOn']),
  toOffice('companion-named', '帮办代办', '请为反映 {{matterNumber}} 帮办代办', '群众反映“{{matterAbout}}”办不成，已指定您陪同帮办代办，请联系办理人员。'),
  toOffice('urged', '办不成事催办', '催办：办不成事反映 {{matterNumber}}', '“{{matterAbout}}”：{{text}}', ['text']),
  toOffice('signal', '办不成事预警和红黄牌', '{{level}}：办不成事反映 {{matterNumber}}', '“{{matterAbout}}”{{level}}，期限 {{dueOn}}，请尽快办理、反馈结果。', ['level', 'dueOn']),
  toOffice('answered', '办不成事待审核', '反映 {{matterNumber}} 已反馈结果，待审核', '“{{matterAbout}}”已反馈办理结果，请审核。'),
  toOffice('sent-back', '办不成事审核退回', '反映 {{matterNumber}} 的办理结果被退回', '“{{matterAbout}}”需要重新办理：{{text}}', ['text']),
  toOffice('handed-back', '办不成事退回分派', '反映 {{matterNumber}} 被退回，待重新分派', '“{{matterAbout}}”被退回：{{text}}', ['text']),
  toOffice('dissatisfied', '办不成事不满意', '反映人对 {{matterNumber}} 的办理不满意，待二次指派', '“{{matterAbout}}”的办理结果反映人不满意，请二次指派。'),
  toOffice('withdrawn', '办不成事撤回', '反映 {{matterNumber}} 已撤回', '“{{matterAbout}}”的反映人已撤回反映，不用再办理。'),
  toReporter('received', '办不成事反映已收到', '您的反映已收到，编号 {{matterNumber}}', '您反映的“{{matterAbout}}”办不成事已收到，编号{{matterNumber}}，我们会尽快安排办理并告知您结果。'),
  toReporter('result', '办不成事办理结果', '您的反映 {{matterNumber}} 有了办理结果', '您反映的“{{matterAbout}}”已有办理结果，请在{{wordUntil}}前登录政务服务网“我的反映”查看并评价；没有账号的，工作人员会电话告知。', ['wordUntil']),
  toReporter('rejected', '办不成事反映未予办理', '您的反映 {{matterNumber}} 未予办理', '您反映的“{{matterAbout}}”（编号{{matterNumber}}）经审核未予办理，理由请登录政务服务网“我的反映”查看，或致电咨询。'),
];
