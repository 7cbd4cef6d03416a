import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface MessagingTables {
  'messaging.template': {
    key: string;
    name: string;
    topic: string;
    variables: string[];
    title: string;
    body: string;
    sms: string | null;
    link: string | null;
    secret: boolean;
    /** The platform's own texts, of the version that runs. */
    defaultTitle: Generated<string>;
    defaultBody: Generated<string>;
    defaultSms: string | null;
    /** Reworded by the city; a new version of the platform keeps its text. */
    edited: Generated<boolean>;
    revision: Generated<number>;
  };
  /** One row per channel of a message. */
  'messaging.message': {
    id: string;
    templateKey: string;
    topic: string;
    recipientKind: 'person' | 'staff' | 'company' | 'mobile';
    /** Id of the recipient; of kind `mobile` the blind index of the number. */
    recipientId: string;
    /** Encrypted number, for kind `mobile` only. */
    mobile: string | null;
    channel: 'in-site' | 'sms';
    title: string;
    body: string;
    link: string | null;
    secret: boolean;
    /** What the message tells of, e.g. an event id; the same one is not told twice on one channel. */
    dedupeKey: string;
    state: 'queued' | 'sent' | 'delivered' | 'failed' | 'suppressed';
    attempts: Generated<number>;
    dueAt: NullableInstant;
    leaseUntil: NullableInstant;
    error: string | null;
    createdAt: Instant;
    sentAt: NullableInstant;
    deliveredAt: NullableInstant;
    readAt: NullableInstant;
  };
  'messaging.preference': { recipientId: string; topic: string; sms: boolean };
  'messaging.simulatedSms': { id: string; mobile: string; mobileIndex: string; text: string; templateKey: string; sentAt: Instant };
  'messaging.receiptCursor': { one: Generated<boolean>; cursor: string };
}
