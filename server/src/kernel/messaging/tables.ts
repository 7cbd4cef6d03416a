import type { ColumnType, Generated } from 'kysely';
import type { DeliveryState, MessageChannel, OutsideChannel } from './channels.contract.ts';

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
    urgent: Generated<boolean>;
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
    channel: MessageChannel;
    title: string;
    body: string;
    link: string | null;
    secret: boolean;
    /** What the message tells of, e.g. an event id; the same one is not told twice on one channel. */
    dedupeKey: string;
    state: DeliveryState;
    attempts: Generated<number>;
    dueAt: NullableInstant;
    leaseUntil: NullableInstant;
    error: string | null;
    createdAt: Instant;
    sentAt: NullableInstant;
    deliveredAt: NullableInstant;
    readAt: NullableInstant;
    /** The department it concerns, by which a month is counted; null for the platform itself. */
    organizationId: string | null;
    /** Goes first, at any hour and however many went before. */
    urgent: Generated<boolean>;
    /** Afterwards it is of no use and is not sent any more; null in-site. */
    validUntil: NullableInstant;
    mergedInto: string | null;
    /** As how many it is charged. */
    parts: Generated<number>;
    /** Whether the tally of the month knows of it. */
    counted: Generated<boolean>;
  };
  'messaging.channel': {
    code: OutsideChannel;
    position: number;
    enabled: boolean;
    /** Ordinary messages to one recipient in an hour and in a day; the rest wait. */
    hourlyLimit: number;
    dailyLimit: number;
    /** So many ordinary messages waiting for one recipient become one; 0 for never. */
    digestFrom: number;
    ratePerMinute: number;
    /** Price of one, in thousandths of a yuan. */
    priceMills: number;
    revision: Generated<number>;
    pausedAt: NullableInstant;
    pausedBy: string | null;
    pauseReason: string | null;
    upSince: NullableInstant;
    downSince: NullableInstant;
    /** Failures of the gateway in a row. */
    failures: Generated<number>;
    /** Tries since it went down. */
    probes: Generated<number>;
    nextTryAt: NullableInstant;
    lastError: string | null;
    lastSentAt: NullableInstant;
    slotAt: NullableInstant;
    receiptCursor: Generated<string>;
  };
  /** Which channels a group of messages goes by, and which are tried in turn when those fail. */
  'messaging.topicSetting': { topic: string; channels: OutsideChannel[]; fallback: OutsideChannel[]; keepHours: number; revision: Generated<number> };
  /** Where a person or officer is reached, encrypted; a mobile is not among them, since it is the account's own. */
  'messaging.address': { ownerId: string; channel: OutsideChannel; ownerKind: 'person' | 'staff'; address: string; addressIndex: string; boundAt: Instant };
  /** An address that waits for its code. */
  'messaging.pendingAddress': { ownerId: string; channel: OutsideChannel; address: string; codeHash: ColumnType<Buffer, Buffer, Buffer>; attempts: Generated<number>; createdAt: Instant; expiresAt: Instant };
  'messaging.choice': { recipientId: string; topic: string; channel: OutsideChannel; wanted: boolean };
  /** Minutes of the day in China; `workingDays` extends the quiet over days without work. */
  'messaging.quietHours': { ownerId: string; enabled: boolean; starts: number; ends: number; workingDays: boolean };
  'messaging.simulatedMessage': { id: string; channel: OutsideChannel; address: string; addressIndex: string; title: string; text: string; link: string | null; templateKey: string; sentAt: Instant };
  /** Counts of a month, kept by the trigger `message_count`. */
  'messaging.tally': {
    month: string; channel: MessageChannel; topic: string; organizationId: string;
    sent: number; delivered: number; failed: number; suppressed: number; expired: number; merged: number; read: number; waited: number; waitedSeconds: number; costMills: number;
  };
}
