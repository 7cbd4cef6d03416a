/** Groups of messages a recipient chooses channels for; required ones always go out. */
export const messageTopics = {
  account: { name: '账号安全', required: true },
  mandate: { name: '授权代理', required: true },
  progress: { name: '办件进度', required: false },
  notice: { name: '补正、不予受理等须知悉的通知', required: true },
  rating: { name: '评价与回访', required: false },
  work: { name: '待办提醒', required: false },
} as const;

export type MessageTopic = keyof typeof messageTopics;

/** A message a module can send; texts use `{{name}}` for each declared variable, and a city words them as versions (`modules/templates`). */
export interface MessageTemplateDefinition {
  /** `module.event`, e.g. `handling.case-accepted`. */
  key: string;
  /** What operators read, e.g. 受理通知. */
  name: string;
  topic: MessageTopic;
  variables: readonly string[];
  /** What it tells of, by which its texts may be tailored: a case by item, applicant and step, an item by itself. */
  about?: 'case' | 'item';
  /** Steps that may have a wording of their own, such as those of a task. */
  steps?: readonly string[];
  /** Further fields that texts may use; they are read only for a text that does. */
  offers?: readonly string[];
  /** In-site message. */
  title: string;
  body: string;
  /** Text of the SMS; absent when the message is in-site only. No more personal data than the reader needs. */
  sms?: string;
  /** Path opened by the in-site message, e.g. `/cases/{{caseId}}`; its variables are declared too. */
  link?: string;
  /** The SMS carries a secret: the text is wiped once it has been sent, and nothing is shown in-site. */
  secret?: boolean;
  /** Goes out at any hour and before others, as secrets do. */
  urgent?: boolean;
}
