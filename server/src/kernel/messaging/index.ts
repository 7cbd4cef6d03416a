import { defineModule } from '../module/index.ts';
import { messagingJobs } from './jobs.ts';
import { messagingMessages } from './message-templates.ts';
import { messagingMigrations } from './migrations.ts';
import { messagingPermissions } from './permissions.ts';
import { messagingRoutes } from './routes.ts';

export { checkMessage, messageVocabulary, samplesOf, type MessageField, type MessageWords } from './check-message.contract.ts';
export { findMessageKind, listMessageKinds, type MessageKind } from './message-kinds.ts';
export { fillMessage, measureSms, type MessageDefinition, type MessageTexts } from './message-text.contract.ts';
export { dropWording, putWording, type Wording } from './put-wording.ts';
export { findTemplateVariables, sendMessage, sendMessages, sendSmsToMobile, sendToStaff } from './send-message.ts';
export type { MessageRecipient, MessageSubject, OutgoingMessage } from './send-message.ts';
export { messageTopics } from './template-definition.ts';
export type { MessageTemplateDefinition, MessageTopic } from './template-definition.ts';

/** Messages in-site, by SMS, WeChat, DingTalk, e-mail and voice (MSG-01, MSG-02). */
export const messagingModule = defineModule({
  name: 'messaging', uses: ['personal-data', 'access'],
  permissions: messagingPermissions, routes: messagingRoutes, jobs: messagingJobs, migrations: messagingMigrations, messageTemplates: messagingMessages,
});
