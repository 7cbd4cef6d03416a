import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { MessagingTables } from '../../messaging/tables.ts';
import { listResults } from '../../rules/rule-results.ts';
import type { RulesTables } from '../../rules/tables.ts';
import { stepMessageFields, type StepChoices } from '../definition.contract.ts';

/** Message templates whose every field a step can fill in, and the rule sets in force with their decisions (WFL-01). */
export async function listStepChoices(ctx: Context): Promise<StepChoices> {
  const tables = tablesOf<MessagingTables & RulesTables>(ctx.kernel.db);
  const [templates, versions] = await Promise.all([
    tables.selectFrom('messaging.template').select(['key', 'name', 'title', 'variables', 'topic', 'sms', 'secret']).orderBy('name').execute(),
    tables.selectFrom('rules.ruleSet as s').innerJoin('rules.version as v', 'v.ruleSetId', 's.id').select(['s.code', 's.name', 'v.number', 'v.content']).where('v.state', '=', 'published').orderBy('s.name').execute(),
  ]);
  return {
    messages: templates.filter(({ variables, secret }) => !secret && variables.every((name) => name in stepMessageFields))
      .map(({ key, name, title, variables, topic, sms }) => ({ key, name, title, to: topic === 'work' ? 'staff' as const : 'applicant' as const, sms: sms !== null, note: variables.includes('note') })),
    ruleSets: versions.map(({ code, name, number, content }) => ({
      code, name, number, inputs: content.inputs.map((input) => input.name), decisions: listResults(content),
    })),
  };
}
