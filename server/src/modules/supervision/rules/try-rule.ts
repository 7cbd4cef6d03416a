import type { ResponseOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf } from '../../../kernel/db/index.ts';
import { loadClockRules } from '../../../kernel/time-accounts/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import { mostTried, type RuleSettings, type tryRule as operation } from '../rules.contract.ts';
import { casesAtATime, gatherCases } from '../signals/evaluate-cases.ts';
import type { SupervisionTables } from '../tables.ts';
import { checkSettings, type RuleColumns } from './check-settings.ts';
import { judgeCase } from './judge.ts';

const sampleSize = 10;

/** How many open cases would carry the signal of such a rule now; writes nothing, looks at no more than `mostTried` cases (SUP-01). */
export async function tryRule(ctx: Context, settings: RuleSettings): Promise<ResponseOf<typeof operation>> {
  const columns = await checkSettings(ctx, settings);
  const rule = { ...columns, id: createId() };
  const { calendar } = await loadClockRules(ctx.kernel);
  const now = ctx.kernel.clock.now();
  const turn = takeTurns();
  const answer: ResponseOf<typeof operation> = { count: 0, examined: 0, partial: false, sample: [] };
  let after: string | undefined;
  while (answer.examined < mostTried) {
    const ids = await openIn(ctx, columns, after);
    for (const { facts, subject, number } of await gatherCases(ctx, ids)) {
      const [held] = judgeCase(facts, [rule], calendar, now).holding;
      if (!held) continue;
      answer.count += 1;
      if (answer.sample.length < sampleSize) answer.sample.push({ caseId: subject.id, number, itemName: subject.itemName, organizationName: subject.organizationName, says: held.says });
    }
    answer.examined += ids.length;
    after = ids.at(-1);
    if (ids.length < casesAtATime) return answer;
    await turn();
  }
  return { ...answer, partial: (await openIn(ctx, columns, after)).length > 0 };
}

async function openIn(ctx: Context, { regionCode, organizationPath, itemId, projectType }: RuleColumns, after: string | undefined): Promise<string[]> {
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.watchedCase').select('caseId').where('live', '=', true)
    .where(scopeFilter(requireScope(ctx, 'supervision.rule.edit'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (regionCode !== null) query = query.where('regionCode', 'like', `${regionPrefix(regionCode)}%`);
  if (organizationPath !== null) query = query.where('organizationPath', 'like', `${organizationPath}%`);
  if (itemId !== null) query = query.where('itemId', '=', itemId);
  if (projectType !== null) query = query.where('projectType', '=', projectType);
  if (after !== undefined) query = query.where('caseId', '>', after);
  return (await query.orderBy('caseId').limit(casesAtATime).execute()).map(({ caseId }) => caseId);
}
