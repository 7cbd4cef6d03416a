import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { countItemsInUse, loadRuleSet } from '../../catalog/index.ts';
import { accuracyFormula, type getQualityOverview, type QualityRates } from '../contract.ts';
import type { ItemQualityTables } from '../tables.ts';
import { countByRule } from './list-rules.ts';

type Area = QueryOf<typeof getQualityOverview>;
type Overview = ResponseOf<typeof getQualityOverview>;
type Counts = Omit<QualityRates, 'accuracy' | 'guideAccuracy' | 'materialAccuracy'> & { guideAccurate: number; materialAccurate: number };
type Department = Counts & { organizationId: string; organizationName: string };

const nothing: Counts = { inUse: 0, accurate: 0, guideAccurate: 0, materialAccurate: 0, errors: 0, warnings: 0, accepted: 0, overdueRectifications: 0 };

/** 办事指南准确率 now, within the officer's scope: all, by department (the least accurate first) and by rule (IND-01). */
export async function readOverview(ctx: Context, area: Area): Promise<Overview> {
  const [departments, inUse, rules] = await Promise.all([readDepartments(ctx, area), countWithinScope(ctx, area), readRules(ctx, area)]);
  const total = departments.reduce(add, nothing);
  return {
    at: ctx.kernel.clock.now().toISOString(), formula: { ...accuracyFormula }, unchecked: Math.max(0, inUse - total.inUse), total: toRates(total),
    departments: departments.map(({ organizationId, organizationName, ...counts }) => ({ organizationId, organizationName, ...toRates(counts) }))
      .sort((one, other) => (one.accuracy ?? 101) - (other.accuracy ?? 101) || other.errors - one.errors || one.organizationName.localeCompare(other.organizationName, 'zh')),
    rules,
  };
}

async function readDepartments(ctx: Context, { organizationId, regionCode }: Area): Promise<Department[]> {
  let query = tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.itemCheck').select([
    'organizationId', sql<string>`max(organization_name)`.as('organizationName'), sql<number>`count(*)`.as('inUse'),
    sql<number>`count(*) FILTER (WHERE guide_errors + material_errors = 0)`.as('accurate'), sql<number>`count(*) FILTER (WHERE guide_errors = 0)`.as('guideAccurate'),
    sql<number>`count(*) FILTER (WHERE material_errors = 0)`.as('materialAccurate'), sql<number>`sum(guide_errors + material_errors)`.as('errors'),
    sql<number>`sum(warnings)`.as('warnings'), sql<number>`sum(accepted)`.as('accepted'),
  ]).where('active', '=', true).where('track', '=', 'in-use').where(scopeFilter(requireScope(ctx, 'item-quality.finding.view'), ctx.actor, columns));
  if (organizationId) query = query.where('organizationId', '=', organizationId);
  if (regionCode) query = query.where('regionCode', 'like', `${regionPrefix(regionCode)}%`);
  const [rows, overdue] = await Promise.all([query.groupBy('organizationId').execute(), countOverdue(ctx)]);
  // A guide that is in use may still name a department that was merged into this one.
  const organizations = await listOrganizationsById(ctx, rows.map((row) => row.organizationId));
  const nameOf = (id: string) => organizations.get(id)?.shortName ?? organizations.get(id)?.name;
  return rows.map((row) => ({ ...row, organizationName: nameOf(row.organizationId) ?? row.organizationName, overdueRectifications: overdue.get(row.organizationId) ?? 0 }));
}

const columns = { organizationPath: 'organizationPath', regionCode: 'regionCode' };

async function countOverdue(ctx: Context): Promise<Map<string, number>> {
  const rows = await tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.rectification').select(['organizationId', sql<number>`count(*)`.as('count')])
    .where('finishedAt', 'is', null).where('dueOn', '<', chinaDate(ctx.kernel.clock.now()))
    .where(scopeFilter(requireScope(ctx, 'item-quality.finding.view'), ctx.actor, columns)).groupBy('organizationId').execute();
  return new Map(rows.map(({ organizationId, count }) => [organizationId, count]));
}

/** Items in use by the catalogue, for an honest denominator. */
async function countWithinScope(ctx: Context, { organizationId, regionCode }: Area): Promise<number> {
  return countItemsInUse(ctx.kernel, { organizationId, regionCode, within: scopeFilter(requireScope(ctx, 'item-quality.finding.view'), ctx.actor, columns) });
}

async function readRules(ctx: Context, { organizationId, regionCode }: Area): Promise<Overview['rules']> {
  const [set, counts] = await Promise.all([loadRuleSet(ctx.kernel), countByRule(ctx, {
    ...(organizationId === undefined ? {} : { organizationId }), ...(regionCode === undefined ? {} : { regionPrefix: regionPrefix(regionCode) }),
  })]);
  return set.rules.flatMap(({ rule, severity }) => {
    const findings = counts.get(rule.id) ?? 0;
    return severity === 'off' || findings === 0 ? [] : [{ rule: rule.id, title: rule.title, group: rule.group, severity, findings }];
  }).sort((one, other) => other.findings - one.findings);
}

function add(sum: Counts, one: Counts): Counts {
  return {
    inUse: sum.inUse + one.inUse, accurate: sum.accurate + one.accurate, guideAccurate: sum.guideAccurate + one.guideAccurate,
    materialAccurate: sum.materialAccurate + one.materialAccurate, errors: sum.errors + one.errors, warnings: sum.warnings + one.warnings,
    accepted: sum.accepted + one.accepted, overdueRectifications: sum.overdueRectifications + one.overdueRectifications,
  };
}

function toRates({ guideAccurate, materialAccurate, ...counts }: Counts): QualityRates {
  const { inUse } = counts;
  return { ...counts, accuracy: shareOf(counts.accurate, inUse), guideAccuracy: shareOf(guideAccurate, inUse), materialAccuracy: shareOf(materialAccurate, inUse) };
}

/** Percent with one decimal, rounded down: 100 is only what is wholly right. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part / whole) * 1_000) / 10;
}
