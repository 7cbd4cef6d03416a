import { messageTopics, type MessageTopic } from './template-definition.ts';

/** Whether `code` is one of the groups of messages. */
export function isTopic(code: string): code is MessageTopic {
  return Object.hasOwn(messageTopics, code);
}

/** Whether messages of this group go out whatever the recipient prefers. */
export function isRequiredTopic(code: string): boolean {
  return !isTopic(code) || messageTopics[code].required;
}
