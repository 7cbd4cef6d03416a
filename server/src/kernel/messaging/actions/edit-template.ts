import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { MessageTemplate } from '../contract.ts';
import { fail } from '../errors.ts';
import { fieldsOf } from '../message-fields.ts';
import { findTemplate, getTemplateRow, type TemplateRow } from '../queries/templates.ts';
import type { MessagingTables } from '../tables.ts';
import { variablesIn } from '../template-text.ts';

/** The texts of a template as somebody words them; no SMS where `sms` is null. */
export interface TemplateTexts {
  title: string;
  body: string;
  sms: string | null;
}

/** What stands in braces: a field, or what somebody took for one. */
function bracesIn(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => [...(text ?? '').matchAll(/\{([^{}]*)\}/g)].map(([, inside]) => inside ?? ''));
}

/**
 * Refuses texts that use what is not there, or leave out what the reader cannot do without.
 * @throws messaging.undeclared-variable, messaging.field-missing
 */
export function checkTexts(template: TemplateRow, { title, body, sms }: TemplateTexts): void {
  const fields = fieldsOf(template.variables);
  const stranger = bracesIn([title, body, sms]).find((inside) => !fields.some(({ name }) => name === inside));
  if (stranger !== undefined) throw fail('messaging.undeclared-variable', { name: stranger, allowed: fields.map(({ label }) => label).join('、') || '（无）' });
  const before = new Set(variablesIn(template.defaultSms ?? ''));
  const kept = new Set(variablesIn(sms ?? ''));
  const missing = fields.find(({ name, essential }) => essential && before.has(name) && !kept.has(name));
  if (missing) throw fail('messaging.field-missing', { label: missing.label });
}

async function write(ctx: Context, template: TemplateRow, revision: number, texts: TemplateTexts & { edited: boolean }, action: string): Promise<MessageTemplate> {
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.template', { ...texts, revision: revision + 1 }, { key: template.key, revision },
    { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  const { title, body, sms } = template;
  recordAudit(ctx, batch, { action, objectType: 'message-template', objectId: template.key, detail: { before: { title, body, sms } } });
  await commit(ctx, batch);
  return findTemplate(ctx, template.key);
}

/** Rewords a template; messages sent from now on have the new words. @throws messaging.template-not-found, messaging.undeclared-variable, messaging.field-missing, kernel.conflict */
export async function editTemplate(ctx: Context, key: string, { revision, ...texts }: TemplateTexts & { revision: number }): Promise<MessageTemplate> {
  const template = await getTemplateRow(ctx, key);
  checkTexts(template, texts);
  return write(ctx, template, revision, { ...texts, edited: true }, 'messaging.edit-template');
}

/** Gives a template the platform's own words back, and those of later versions. @throws messaging.template-not-found, kernel.conflict */
export async function resetTemplate(ctx: Context, key: string, revision: number): Promise<MessageTemplate> {
  const template = await getTemplateRow(ctx, key);
  const texts = { title: template.defaultTitle, body: template.defaultBody, sms: template.defaultSms, edited: false };
  return write(ctx, template, revision, texts, 'messaging.reset-template');
}
