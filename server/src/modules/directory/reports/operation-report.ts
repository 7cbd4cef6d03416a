import { requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { countCasesOfOrganizations } from '../../cases/index.ts';
import { countItems } from '../../catalog/index.ts';
import type { OperationRow } from '../change.contract.ts';
import type { Period } from './period.ts';

/** 事项运行统计表 (CAT-09): by department, items in each state, the share that can be handled online, and the cases of a period. */
export async function readOperationReport(ctx: Context, period: Period): Promise<OperationRow[]> {
  const scope = requireScope(ctx, 'directory.report.view');
  const [items, cases] = await Promise.all([countItems(ctx, scope, ctx.actor, period.regionPrefix), countCasesOfOrganizations(ctx, scope, ctx.actor, period)]);
  return items.map((row) => ({
    ...row, onlineShare: row.published === 0 ? null : Math.round(row.online / row.published * 1000) / 10,
    cases: cases.get(row.organizationId)?.cases ?? 0, closedCases: cases.get(row.organizationId)?.closed ?? 0,
  }));
}
