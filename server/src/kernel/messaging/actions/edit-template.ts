import type { Static } from '@tongban/contract-kit';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { MessageTemplate } from '../contract.ts';
import { fail } from '../errors.ts';
import type { MessagingTables } from '../tables.ts';
import { findUndeclared } from '../template-text.ts';

type View = Static<typeof MessageTemplate>;

function present({ key, name, topic, title, body, sms, variables, revision }: View): View {
  return { key, name, topic, title, body, sms, variables, revision };
}

/** All message templates. */
export async function listTemplates(ctx: Context): Promise<View[]> {
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.template').selectAll().orderBy('key').execute();
  return rows.map(present);
}

/** Rewords a template. @throws messaging.template-not-found, messaging.undeclared-variable, kernel.conflict */
export async function editTemplate(ctx: Context, key: string, input: { revision: number; title: string; body: string; sms: string | null }): Promise<View> {
  const template = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.template').selectAll().where('key', '=', key).executeTakeFirst();
  if (!template) throw fail('messaging.template-not-found');
  const stranger = findUndeclared([input.title, input.body, input.sms], template.variables);
  if (stranger !== undefined) throw fail('messaging.undeclared-variable', { name: stranger, allowed: template.variables.join('、') || '（无）' });
  const { revision, ...texts } = input;
  const next = { ...texts, revision: revision + 1 };
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.template', { ...next, edited: true }, { key, revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  recordAudit(ctx, batch, { action: 'messaging.edit-template', objectType: 'message-template', objectId: key, detail: { before: { title: template.title, body: template.body, sms: template.sms } } });
  await commit(ctx, batch);
  return present({ ...template, ...next });
}
