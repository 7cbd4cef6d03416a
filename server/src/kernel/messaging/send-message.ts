import type { Context } from '../context.ts';
import { createId, readRows, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import { enqueueJob } from '../jobs/index.ts';
import { personalDataCipher } from '../personal-data/index.ts';
import { isConnected } from './channels/adapter-of.ts';
import type { MessageChannel, OutsideChannel } from './channels.contract.ts';
import { deliverMessagesJob } from './job-names.ts';
import { fieldsIn, fillMessage, fillText, measureSms } from './message-text.contract.ts';
import { planChannels } from './plan-channels.ts';
import type { MessagingTables } from './tables.ts';
import { isRequiredTopic } from './topics.ts';

/** Whom a message is for. What leaves the platform goes to a company's legal representative. */
export type MessageRecipient = { kind: 'person' | 'staff' | 'company'; id: string };

/** What a message is about: by this its texts are chosen, the closest first (HND-05). */
export interface MessageSubject {
  itemId?: string | null | undefined;
  applicantKind?: 'person' | 'company' | 'agent' | null | undefined;
  step?: string | null | undefined;
  /** The department it concerns, by which a month's messages are counted. */
  organizationId?: string | null | undefined;
  /** Values of the further fields the template offers; asked only when a text uses one. */
  read?: () => Promise<Readonly<Record<string, string>>>;
}

export interface OutgoingMessage {
  /** Key of a declared template, e.g. `handling.case-accepted`. */
  templateKey: string;
  recipient: MessageRecipient;
  /** A value for each variable the template declares; no more personal data than the reader needs. */
  variables: Readonly<Record<string, string>>;
  /** What is told, e.g. the event's id: the same thing is told to one recipient once per channel. */
  dedupeKey: string;
  /** Without a channel outside the platform among them it stays in-site; all channels when absent. */
  channels?: readonly MessageChannel[];
  /** Goes by these outside the platform instead of those of its group, none of them for in-site only; what the recipient chose still counts. */
  instead?: readonly OutsideChannel[];
  /** Afterwards it is of no use outside the platform: what could not be sent by then is not sent any more. */
  validUntil?: Date;
  about?: MessageSubject;
  /** What the message opens instead of what its template says: for who may not open that. */
  link?: string;
}

/** A message without the one it is for. */
export type Message = Omit<OutgoingMessage, 'recipient'>;

type MessageTexts = ReturnType<typeof fillMessage>;

interface Template {
  key: string; topic: string; variables: string[]; offers: string[]; link: string | null; secret: boolean; urgent: boolean;
  keepHours: number | null; channels: OutsideChannel[] | null; fallback: OutsideChannel[] | null; enabled: OutsideChannel[] | null; bound: OutsideChannel[] | null;
  choices: Partial<Record<OutsideChannel, boolean>> | null;
  versionId: string | null; versionNumber: number | null; title: string; body: string; sms: string | null;
}

const smsColumn = 'messaging.message.mobile';
const standardKeepHours = 48;

/** Until when a message that could not be sent is kept. */
export function keptUntil(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * 3_600_000);
}

/**
 * Adds a message to the batch, one row a channel: in-site at once, outside the platform by a job after the commit, by the
 * channels that its group of messages and the recipient's choice name (MSG-01, MSG-02). Sent again with the same dedupe key it
 * does nothing. @throws Error for an unknown template or variables that are not those declared
 */
export async function sendMessage(ctx: Context, batch: WriteBatch, message: OutgoingMessage): Promise<void> {
  await sendMessages(ctx, batch, [message]);
}

/** Adds many messages; what they say, and by which channels each recipient hears of it, is read in one statement. @throws as `sendMessage` */
export async function sendMessages(ctx: Context, batch: WriteBatch, messages: readonly OutgoingMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const templates = await readTemplates(ctx, messages.map(({ templateKey, recipient, about }) => askedOf(templateKey, recipient, about)));
  for (const [place, message] of messages.entries()) {
    const template = templateAt(templates, place, message.templateKey);
    checkVariables(template, message.variables);
    addMessage(ctx, batch, message.recipient, message, template, fillMessage(template, await valuesFor(template, message)));
  }
}

/** As `sendMessage`, to several officers, each once: what is said is read and written once for all of them. */
export async function sendToStaff(ctx: Context, batch: WriteBatch, staffIds: Iterable<string>, message: Message): Promise<void> {
  const ids = [...new Set(staffIds)];
  if (ids.length === 0) return;
  const templates = await readTemplates(ctx, ids.map((id) => askedOf(message.templateKey, { kind: 'staff', id }, message.about)));
  const first = templateAt(templates, 0, message.templateKey);
  checkVariables(first, message.variables);
  const texts = fillMessage(first, await valuesFor(first, message));
  for (const [place, id] of ids.entries()) addMessage(ctx, batch, { kind: 'staff', id }, message, templateAt(templates, place, message.templateKey), texts);
}

function addMessage(ctx: Context, batch: WriteBatch, recipient: MessageRecipient, message: Message, template: Template, { title, body, sms }: MessageTexts): void {
  const { about, validUntil } = message;
  const base = baseRow(ctx, template, recipient, message.dedupeKey, { organizationId: about?.organizationId, validUntil });
  const link = message.link ?? (template.link === null ? null : fillText(template.link, message.variables));
  writesFor<MessagingTables>(batch).insert('messaging.message', {
    ...base, id: createId(), mobile: null, channel: 'in-site', state: 'delivered', dueAt: null, deliveredAt: base.createdAt, title, body, link, parts: 1, validUntil: null,
  }, 'nothing');
  if (message.channels?.every((channel) => channel === 'in-site') || message.instead?.length === 0) return;
  const staff = recipient.kind === 'staff';
  const { send, suppressed } = planChannels({
    channels: message.instead ?? template.channels ?? [], fallback: template.fallback ?? [], choices: template.choices ?? {}, enabled: (template.enabled ?? []).filter((channel) => isConnected(ctx.kernel, channel)), bound: template.bound ?? [],
    required: isRequiredTopic(template.topic), staff, hasShortText: sms !== null,
  });
  for (const channel of [...send, ...suppressed]) {
    addOutside(batch, { ...base, channel, mobile: null, title, link, text: sms !== null && isSpoken(channel) ? sms : body, wanted: send.includes(channel) });
  }
}

/** Whether a channel says the short text; the others have room for the whole of it. */
export function isSpoken(channel: MessageChannel): boolean {
  return channel === 'sms' || channel === 'voice';
}

/** What was given, and where a text uses what is only offered, that as well. */
async function valuesFor({ offers, title, body, sms }: Template, { variables, about }: Message): Promise<Readonly<Record<string, string>>> {
  if (offers.length === 0 || about?.read === undefined || ![title, body, sms ?? ''].flatMap(fieldsIn).some((name) => offers.includes(name))) return variables;
  return { ...await about.read(), ...variables };
}

/** What a template needs to be filled in with; undefined when there is none under the key. */
export async function findTemplateVariables(ctx: Context, key: string): Promise<readonly string[] | undefined> {
  return (await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.template').select('variables').where('key', '=', key).executeTakeFirst())?.variables;
}

/** Adds an SMS to a number that belongs to no account yet, such as a verification code. */
export async function sendSmsToMobile(
  ctx: Context, batch: WriteBatch,
  message: { templateKey: string; mobile: string; variables: Readonly<Record<string, string>>; dedupeKey: string; validUntil?: Date },
): Promise<void> {
  const cipher = personalDataCipher(ctx.kernel);
  const recipient = { kind: 'mobile', id: mobileRecipientId(ctx, message.mobile) } as const;
  const template = await getTemplate(ctx, message.templateKey, recipient);
  checkVariables(template, message.variables);
  if (template.sms === null) throw new Error(`message template ${template.key} has no SMS text`);
  const base = baseRow(ctx, template, recipient, message.dedupeKey, message);
  const id = createId();
  const { sms } = fillMessage(template, message.variables);
  addOutside(batch, { ...base, id, channel: 'sms', mobile: cipher.encrypt(smsColumn, id, message.mobile), title: '', link: null, text: sms ?? '', wanted: true });
}

/** Adds the e-mail or other message that carries a one-time code to an address which is about to be bound; it goes by this channel only. */
export async function sendCodeBy(
  ctx: Context, batch: WriteBatch, channel: OutsideChannel,
  message: { templateKey: string; recipient: MessageRecipient; variables: Readonly<Record<string, string>>; dedupeKey: string; validUntil: Date },
): Promise<void> {
  const template = await getTemplate(ctx, message.templateKey, message.recipient);
  checkVariables(template, message.variables);
  const { title, body } = fillMessage(template, message.variables);
  addOutside(batch, { ...baseRow(ctx, template, message.recipient, message.dedupeKey, message), channel, mobile: null, title, link: null, text: body, wanted: true });
}

/** The recipient id under which messages to a bare number are kept: its blind index. */
export function mobileRecipientId(ctx: Context, mobile: string): string {
  return personalDataCipher(ctx.kernel).index(smsColumn, mobile);
}

/** Decrypts the number of a message of kind `mobile`. */
export function readMobile(ctx: Context, message: { id: string; mobile: string }): string {
  return personalDataCipher(ctx.kernel).decrypt(smsColumn, message.id, message.mobile);
}

const askedNames = ['key', 'recipient', 'kind', 'item', 'applicant', 'step'] as const;
type Asked = Record<(typeof askedNames)[number], string | null>;

function askedOf(key: string, { id, kind }: { kind: string; id: string }, { itemId = null, applicantKind = null, step = null }: MessageSubject = {}): Asked {
  return { key, recipient: id, kind, item: itemId, applicant: applicantKind, step };
}

const templateStatement = `
    SELECT a.place, t.key, t.topic, t.variables, t.offers, t.link, t.secret, t.urgent, s.keep_hours, s.channels, s.fallback, w.version_id, w.version_number,
      coalesce(w.title, t.title) AS title, coalesce(w.body, t.body) AS body, CASE WHEN w.id IS NULL THEN t.sms ELSE w.sms END AS sms,
      (SELECT array_agg(n.code ORDER BY n.position) FROM messaging.channel n WHERE n.enabled) AS enabled,
      (SELECT json_object_agg(o.channel, o.wanted) FROM messaging.choice o WHERE o.recipient_id = a.recipient AND o.topic = t.topic) AS choices,
      (SELECT array_agg(d.channel) FROM messaging.address d
        WHERE d.owner_id = CASE WHEN a.kind = 'company' THEN (SELECT c.legal_representative_id::text FROM identity.company c WHERE c.id = CASE WHEN a.kind = 'company' THEN a.recipient::uuid END) ELSE a.recipient END) AS bound
    FROM json_to_recordset($1::json) AS a (place int, ${askedNames.map((name) => `${name} text`).join(', ')}) JOIN messaging.template t ON t.key = a.key
    LEFT JOIN messaging.topic_setting s ON s.topic = t.topic
    LEFT JOIN LATERAL (
      SELECT * FROM messaging.wording w
      WHERE w.key = t.key AND (w.item_id IS NULL OR w.item_id::text = a.item) AND (w.applicant_kind IS NULL OR w.applicant_kind = a.applicant) AND (w.step IS NULL OR w.step = a.step)
      ORDER BY w.item_id IS NULL, w.applicant_kind IS NULL, w.step IS NULL LIMIT 1
    ) w ON true`;

/** What is said, and by which channels each recipient hears of it, by place in what was asked. */
async function readTemplates(ctx: Context, asked: readonly Asked[]): Promise<ReadonlyMap<number, Template>> {
  const rows = await readRows<Template & { place: number }>(ctx.kernel.db, templateStatement, [JSON.stringify(asked.map((one, place) => ({ place, ...one })))]);
  return new Map(rows.map((row) => [row.place, row]));
}

function templateAt(templates: ReadonlyMap<number, Template>, place: number, key: string): Template {
  const template = templates.get(place);
  if (!template) throw new Error(`unknown message template ${key}`);
  return template;
}

async function getTemplate(ctx: Context, key: string, recipient: { kind: string; id: string }): Promise<Template> {
  return templateAt(await readTemplates(ctx, [askedOf(key, recipient)]), 0, key);
}

function checkVariables(template: Template, variables: Readonly<Record<string, string>>): void {
  const missing = template.variables.find((name) => variables[name] === undefined);
  if (missing !== undefined) throw new Error(`message ${template.key} lacks variable ${missing}`);
  const stranger = Object.keys(variables).find((name) => !template.variables.includes(name));
  if (stranger !== undefined) throw new Error(`message ${template.key} does not declare variable ${stranger}`);
}

function baseRow(
  ctx: Context, template: Template, recipient: { kind: MessageRecipient['kind'] | 'mobile'; id: string }, dedupeKey: string,
  { organizationId = null, validUntil }: { organizationId?: string | null | undefined; validUntil?: Date | undefined },
) {
  const now = ctx.kernel.clock.now();
  const kept = keptUntil(now, template.keepHours ?? standardKeepHours);
  return {
    templateKey: template.key, versionId: template.versionId, versionNumber: template.versionNumber, topic: template.topic, recipientKind: recipient.kind, recipientId: recipient.id,
    organizationId, secret: template.secret, urgent: template.secret || template.urgent, validUntil: validUntil && validUntil < kept ? validUntil : kept, dedupeKey, error: null, createdAt: now,
  } as const;
}

type OutsideRow = ReturnType<typeof baseRow> & { id?: string; channel: OutsideChannel; mobile: string | null; title: string; link: string | null; text: string; wanted: boolean };

/** Adds the row of one channel, and the job that works its channel off: one a batch, however many messages there are. */
export function addOutside(batch: WriteBatch, { wanted, text, id = createId(), ...row }: OutsideRow): void {
  writesFor<MessagingTables>(batch).insert('messaging.message', {
    ...row, id, body: text, parts: row.channel === 'sms' ? Math.max(1, measureSms(text).parts) : 1, state: wanted ? 'queued' : 'suppressed', dueAt: wanted ? row.createdAt : null, deliveredAt: null,
  }, 'nothing');
  if (wanted) wakeChannel(batch, row.channel, row.urgent);
}

const woken = new WeakMap<WriteBatch, Set<string>>();

/** Has a channel worked off after the commit; asked again in one batch it does nothing. */
export function wakeChannel(batch: WriteBatch, channel: OutsideChannel, urgent = false): void {
  const known = woken.get(batch) ?? new Set();
  woken.set(batch, known);
  const key = `${channel} ${urgent}`;
  if (known.has(key)) return;
  known.add(key);
  enqueueJob(batch, deliverMessagesJob, { channel }, urgent ? { priority: 'urgent' } : {});
}
