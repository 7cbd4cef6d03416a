import type { Context } from '../context.ts';
import { createId, findRow, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import { enqueueJob } from '../jobs/index.ts';
import { personalDataCipher } from '../personal-data/index.ts';
import type { MessageChannel } from './contract.ts';
import { deliverSmsJob } from './job-names.ts';
import { isRequiredTopic } from './topics.ts';
import { fieldsIn, fillMessage, fillText } from './message-text.contract.ts';
import type { MessagingTables } from './tables.ts';

/** Whom a message is for. A company's SMS goes to its legal representative; officers are told in the workbench only. */
export type MessageRecipient = { kind: 'person' | 'staff' | 'company'; id: string };

/** What a message is about: by this its texts are chosen, the closest first (HND-05). */
export interface MessageSubject {
  itemId?: string | null | undefined;
  applicantKind?: 'person' | 'company' | 'agent' | null | undefined;
  step?: string | null | undefined;
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
  /** The channels it may go by; all that the template has texts for when absent. */
  channels?: readonly MessageChannel[];
  about?: MessageSubject;
}

interface Template {
  key: string; topic: string; variables: string[]; offers: string[]; link: string | null; secret: boolean; wantsSms: boolean | null;
  versionId: string | null; versionNumber: number | null; title: string; body: string; sms: string | null;
}

const smsColumn = 'messaging.message.mobile';

/**
 * Adds a message to the batch: in-site at once, SMS by a job after the commit, both as the recipient's preference says
 * (MSG-01, MSG-02). Sent again with the same dedupe key it does nothing. @throws Error for an unknown template or
 * variables that are not those declared
 */
export async function sendMessage(ctx: Context, batch: WriteBatch, message: OutgoingMessage): Promise<void> {
  const template = await getTemplate(ctx, message.templateKey, message.recipient.id, message.about);
  checkVariables(template, message.variables);
  const base = baseRow(ctx, template, message.recipient, message.dedupeKey);
  const { title, body, sms } = fillMessage(template, await valuesFor(template, message));
  writesFor<MessagingTables>(batch).insert('messaging.message', {
    ...base, id: createId(), mobile: null, channel: 'in-site', state: 'delivered', dueAt: null, deliveredAt: base.createdAt, title, body,
    link: template.link === null ? null : fillText(template.link, message.variables),
  }, 'nothing');
  if (sms === null || message.recipient.kind === 'staff' || message.channels?.includes('sms') === false) return;
  const wanted = isRequiredTopic(template.topic) || template.wantsSms !== false;
  addSms(ctx, batch, { ...base, mobile: null }, sms, wanted);
}

/** What was given, and where a text uses what is only offered, that as well. */
async function valuesFor({ offers, title, body, sms }: Template, { variables, about }: OutgoingMessage): Promise<Readonly<Record<string, string>>> {
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
  message: { templateKey: string; mobile: string; variables: Readonly<Record<string, string>>; dedupeKey: string },
): Promise<void> {
  const cipher = personalDataCipher(ctx.kernel);
  const recipientId = mobileRecipientId(ctx, message.mobile);
  const template = await getTemplate(ctx, message.templateKey, recipientId);
  checkVariables(template, message.variables);
  if (template.sms === null) throw new Error(`message template ${template.key} has no SMS text`);
  const base = baseRow(ctx, template, { kind: 'mobile', id: recipientId }, message.dedupeKey);
  const id = createId();
  addSms(ctx, batch, { ...base, id, mobile: cipher.encrypt(smsColumn, id, message.mobile) }, fillMessage(template, message.variables).sms ?? '', true);
}

/** The recipient id under which messages to a bare number are kept: its blind index. */
export function mobileRecipientId(ctx: Context, mobile: string): string {
  return personalDataCipher(ctx.kernel).index(smsColumn, mobile);
}

/** Decrypts the number of a message of kind `mobile`. */
export function readMobile(ctx: Context, message: { id: string; mobile: string }): string {
  return personalDataCipher(ctx.kernel).decrypt(smsColumn, message.id, message.mobile);
}

async function getTemplate(ctx: Context, key: string, recipientId: string, { itemId = null, applicantKind = null, step = null }: MessageSubject = {}): Promise<Template> {
  const template = await findRow<Template>(ctx.kernel.db, `
    SELECT t.key, t.topic, t.variables, t.offers, t.link, t.secret, p.sms AS wants_sms, w.version_id, w.version_number,
      coalesce(w.title, t.title) AS title, coalesce(w.body, t.body) AS body, CASE WHEN w.id IS NULL THEN t.sms ELSE w.sms END AS sms
    FROM messaging.template t
    LEFT JOIN messaging.preference p ON p.recipient_id = $2 AND p.topic = t.topic
    LEFT JOIN LATERAL (
      SELECT * FROM messaging.wording w
      WHERE w.key = t.key AND (w.item_id IS NULL OR w.item_id::text = $3) AND (w.applicant_kind IS NULL OR w.applicant_kind = $4) AND (w.step IS NULL OR w.step = $5)
      ORDER BY w.item_id IS NULL, w.applicant_kind IS NULL, w.step IS NULL LIMIT 1
    ) w ON true
    WHERE t.key = $1`, [key, recipientId, itemId, applicantKind, step]);
  if (!template) throw new Error(`unknown message template ${key}`);
  return template;
}

function checkVariables(template: Template, variables: Readonly<Record<string, string>>): void {
  const missing = template.variables.find((name) => variables[name] === undefined);
  if (missing !== undefined) throw new Error(`message ${template.key} lacks variable ${missing}`);
  const stranger = Object.keys(variables).find((name) => !template.variables.includes(name));
  if (stranger !== undefined) throw new Error(`message ${template.key} does not declare variable ${stranger}`);
}

function baseRow(ctx: Context, template: Template, recipient: { kind: MessageRecipient['kind'] | 'mobile'; id: string }, dedupeKey: string) {
  return {
    templateKey: template.key, versionId: template.versionId, versionNumber: template.versionNumber, topic: template.topic, recipientKind: recipient.kind, recipientId: recipient.id,
    link: null, secret: template.secret, dedupeKey, error: null, createdAt: ctx.kernel.clock.now(),
  } as const;
}

function addSms(ctx: Context, batch: WriteBatch, row: ReturnType<typeof baseRow> & { id?: string; mobile: string | null }, text: string, wanted: boolean): void {
  const now = ctx.kernel.clock.now();
  const id = row.id ?? createId();
  writesFor<MessagingTables>(batch).insert('messaging.message', {
    ...row, id, channel: 'sms', title: '', body: text, state: wanted ? 'queued' : 'suppressed', dueAt: wanted ? now : null,
  }, 'nothing');
  if (wanted) enqueueJob(batch, deliverSmsJob, { messageId: id });
}
