import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope, singleScopes, type DataScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { getDictionary } from '../../../kernel/dictionary/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { findRegion } from '../../../kernel/organization/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { listLicenceItems, regionsAbove, type LicenceItem } from '../../catalog/index.ts';
import { listLicenceTypes, type LicenceType } from '../../licences/index.ts';
import type { exportLicenceCoverage as exportOperation, LicenceCoverage, listLicenceCoverage as listOperation } from '../contract.ts';

type Query = QueryOf<typeof listOperation>;
type Filters = QueryOf<typeof exportOperation>;

/** The licence types of the reader's scope with the items of a region that take each step of their lives, and what is missing (CAT-07). */
export async function listLicenceCoverage(ctx: Context, query: Query): Promise<ResponseOf<typeof listOperation>> {
  const { limit = 50, cursor } = query;
  const regionCode = regionOf(ctx, query);
  const [all, region] = await Promise.all([readCoverage(ctx, regionCode), findRegion(ctx, regionCode)]);
  const [name, code] = cursor === undefined ? [] : decodeCursor(cursor, 2).map(String);
  const following = narrow(all, query).filter((one) => name === undefined || code === undefined || isAfter(one, { name, code }));
  return {
    ...pageOf(following.slice(0, limit + 1), limit, (one) => [one.name, one.code], (one) => one),
    region: { code: regionCode, name: region?.name ?? null }, total: all.length, incomplete: all.filter(({ missing }) => missing.length > 0).length,
  };
}

/** The same as a workbook, one row a licence. */
export async function exportLicenceCoverage(ctx: Context, filters: Filters): Promise<FileAnswer> {
  const [rows, { entries }] = await Promise.all([readCoverage(ctx, regionOf(ctx, filters)), getDictionary(ctx.kernel, 'licence-stage')]);
  const nameOf = new Map(entries.map(({ code, name }) => [code, name]));
  const sheet = defineSheet<LicenceCoverage>({
    name: '证照各环节', rows: narrow(rows, filters),
    columns: [
      { title: '证照', width: 34, value: ({ name }) => name },
      ...entries.map(({ code, name }) => ({ title: name, width: 36, value: ({ stages }: LicenceCoverage) => describe(stages.find(({ stage }) => stage === code)) })),
      { title: '缺少的环节', width: 24, value: ({ missing }) => missing.map((stage) => nameOf.get(stage) ?? stage).join('、') },
    ],
  });
  return workbookAnswer(`证照各环节-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

function describe(stage: LicenceCoverage['stages'][number] | undefined): string {
  if (!stage || (stage.items.length === 0 && !stage.needed)) return '';
  return stage.items.length === 0 ? '没有事项' : stage.items.map(({ name, departmentName }) => `${name}（${departmentName}）`).join('；');
}

function regionOf({ actor }: Context, { regionCode }: Filters): string {
  return (regionCode ?? (actor.kind === 'staff' ? actor.regionCode : '')).padEnd(12, '0');
}

function narrow(all: readonly LicenceCoverage[], { q, missing }: Filters): LicenceCoverage[] {
  const words = q?.trim() ?? '';
  return all.filter((one) => one.name.includes(words) && (missing === undefined || (missing === 'any' ? one.missing.length > 0 : one.missing.includes(missing))));
}

interface Place { readonly name: string; readonly code: string }

/** By code points, as the catalogue of licences is ordered. */
function isAfter(one: Place, place: Place): boolean {
  return one.name === place.name ? one.code > place.code : one.name > place.name;
}

async function readCoverage(ctx: Context, regionCode: string): Promise<LicenceCoverage[]> {
  const scope = requireScope(ctx, 'item-quality.finding.view');
  const [types, items, { entries }] = await Promise.all([listLicenceTypes(ctx.kernel), listLicenceItems(ctx, regionCode, scope), getDictionary(ctx.kernel, 'licence-stage')]);
  const concerns = await findConcern(ctx, types, regionCode, scope);
  const byType = new Map<string, LicenceItem[]>();
  for (const item of items) byType.set(item.licenceTypeCode, [...byType.get(item.licenceTypeCode) ?? [], item]);
  return types.flatMap((type) => {
    const own = byType.get(type.code) ?? [];
    return own.some(({ within }) => within) || concerns(type) ? [cover(type, own, entries.filter(({ active }) => active).map(({ code }) => code))] : [];
  }).toSorted((one, other) => (isAfter(one, other) ? 1 : -1));
}

function cover(type: LicenceType, items: readonly LicenceItem[], stageCodes: readonly string[]): LicenceCoverage {
  const stages = stageCodes.map((stage) => ({
    stage, needed: stage === 'renew' ? type.validity !== 'unlimited' : stage !== 'inspect',
    items: items.filter((item) => item.stage === stage).map(({ itemId, versionId, name, departmentName, within }) => ({ itemId, versionId, name, departmentName, within })),
  }));
  return { code: type.code, name: type.name, stages, missing: stages.flatMap((one) => (one.needed && one.items.length === 0 ? [one.stage] : [])) };
}

/**
 * Whose a licence is that no item has to do with: of the body that defined it, whose credit code begins its type code. One that is
 * no organisation of the platform, such as a ministry, concerns those who look after a whole region.
 */
async function findConcern(ctx: Context, types: readonly LicenceType[], regionCode: string, scope: DataScope): Promise<(type: LicenceType) => boolean> {
  const bodyOf = ({ typeCode }: LicenceType): string => typeCode.slice(0, 18);
  const within = scopeFilter(scope, ctx.actor, { organizationPath: 'o.path', regionCode: 'o.region_code' });
  const { rows } = await sql<{ code: string; within: boolean }>`
    SELECT o.code, bool_or(${within} AND o.region_code = ANY(${regionsAbove(regionCode)}::text[])) AS within
    FROM organization.organization o WHERE o.code = ANY(${[...new Set(types.map(bodyOf))]}::text[]) GROUP BY o.code`.execute(tablesOf(ctx.kernel.db));
  const known = new Map(rows.map((row) => [row.code, row.within]));
  const whole = singleScopes(scope).some(({ kind }) => kind === 'all' || kind === 'region');
  return (type) => known.get(bodyOf(type)) ?? whole;
}
