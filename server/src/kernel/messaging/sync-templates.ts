import type { Database } from '../db/index.ts';
import type { ModuleDefinition } from '../module/index.ts';
import { fieldsOf } from './message-fields.ts';
import { fieldsIn } from './message-text.contract.ts';

/**
 * Writes the kinds of messages and the platform's own words for them into the database.
 * @throws Error when a template's key lacks its module's name or a text uses a variable that is undeclared or has no name
 */
export async function syncTemplates(db: Database, modules: readonly ModuleDefinition[]): Promise<void> {
  const templates = modules.flatMap((module) => (module.messageTemplates ?? []).map((template) => {
    if (!template.key.startsWith(`${module.name}.`)) throw new Error(`message template ${template.key} must start with its module's name ${module.name}`);
    const stranger = [template.title, template.body, template.sms ?? '', template.link ?? ''].flatMap(fieldsIn).find((name) => !template.variables.includes(name));
    if (stranger !== undefined) throw new Error(`message template ${template.key} uses {{${stranger}}}, which it does not declare`);
    const offers = (template.offers ?? []).filter((name) => !template.variables.includes(name));
    const named = new Set(fieldsOf([...template.variables, ...offers]).map(({ path }) => path));
    const nameless = [...[template.title, template.body, template.sms ?? ''].flatMap(fieldsIn), ...offers].find((name) => !named.has(name));
    if (nameless !== undefined) throw new Error(`message template ${template.key} uses {{${nameless}}}, which message-fields.ts gives no name`);
    return { link: null, secret: false, urgent: false, sms: null, about: null, steps: [], ...template, offers };
  }));
  await db.pool.query(
    `INSERT INTO messaging.template AS t (key, name, topic, variables, title, body, sms, link, secret, urgent, about, steps, offers)
     SELECT key, name, topic, variables, title, body, sms, link, secret, urgent, about, steps, offers FROM json_populate_recordset(NULL::messaging.template, $1)
     ON CONFLICT (key) DO UPDATE SET
       name = excluded.name, topic = excluded.topic, variables = excluded.variables, title = excluded.title, body = excluded.body, sms = excluded.sms, link = excluded.link,
       secret = excluded.secret, urgent = excluded.urgent, about = excluded.about, steps = excluded.steps, offers = excluded.offers`, [JSON.stringify(templates)]);
}
