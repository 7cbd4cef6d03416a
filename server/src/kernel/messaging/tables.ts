import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface MessagingTables {
  /** Kinds of messages with the platform's own words. */
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
    about: 'case' | 'item' | null;
    steps: string[];
    offers: string[];
  };
  /** Words in force that a city has published, for all or for some; the version they are of is kept by whoever puts them here. */
  'messaging.wording': {
    id: string; versionId: string; versionNumber: number; key: string; itemId: string | null; applicantKind: string | null; step: string | null; title: string; body: string; sms: string | null;
  };
  /** One row per channel of a message. */
  'messaging.message': {
    id: string;
    templateKey: string;
    /** The version of its texts; null before there were versions. */
    versionId: string | null;
    versionNumber: number | null;
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
