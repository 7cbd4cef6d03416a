import type { Database } from '../db/index.ts';
import type { ModuleDefinition } from '../module/index.ts';
import { fieldsOf } from './message-fields.ts';
import { findUndeclared } from './template-text.ts';

/**
 * Writes the modules' message templates into the database; texts a city has reworded are kept.
 * @throws Error when a template's key lacks its module's name or a text uses a variable that is undeclared or has no name
 */
export async function syncTemplates(db: Database, modules: readonly ModuleDefinition[]): Promise<void> {
  const templates = modules.flatMap((module) => (module.messageTemplates ?? []).map((template) => {
    if (!template.key.startsWith(`${module.name}.`)) throw new Error(`message template ${template.key} must start with its module's name ${module.name}`);
    const stranger = findUndeclared([template.title, template.body, template.sms, template.link], template.variables);
    if (stranger !== undefined) throw new Error(`message template ${template.key} uses {${stranger}}, which it does not declare`);
    const nameless = findUndeclared([template.title, template.body, template.sms], fieldsOf(template.variables).map(({ name }) => name));
    if (nameless !== undefined) throw new Error(`message template ${template.key} uses {${nameless}}, which message-fields.ts gives no name`);
    const { title, body, sms = null } = template;
    return { link: null, secret: false, ...template, sms, default_title: title, default_body: body, default_sms: sms };
  }));
  await db.pool.query(
    `INSERT INTO messaging.template AS t (key, name, topic, variables, title, body, sms, link, secret, default_title, default_body, default_sms)
     SELECT key, name, topic, variables, title, body, sms, link, secret, default_title, default_body, default_sms FROM json_populate_recordset(NULL::messaging.template, $1)
     ON CONFLICT (key) DO UPDATE SET
       name = excluded.name, topic = excluded.topic, variables = excluded.variables, link = excluded.link, secret = excluded.secret,
       default_title = excluded.default_title, default_body = excluded.default_body, default_sms = excluded.default_sms,
       title = CASE WHEN t.edited THEN t.title ELSE excluded.title END,
       body = CASE WHEN t.edited THEN t.body ELSE excluded.body END,
       sms = CASE WHEN t.edited THEN t.sms ELSE excluded.sms END`, [JSON.stringify(templates)]);
}
