import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { RuleRow } from '../signals/subject.ts';
import type { SupervisionTables } from '../tables.ts';

/** The rules that are in use, in the order of their numbers; days of validity are the judge's. */
export async function readActiveRules(ctx: Pick<Context, 'kernel'>): Promise<RuleRow[]> {
  return tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.rule').selectAll().where('active', '=', true).orderBy('ruleNo').execute();
}
