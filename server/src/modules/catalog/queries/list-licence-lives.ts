import type { Context } from '../../../kernel/context.ts';
import { getDictionary } from '../../../kernel/dictionary/index.ts';
import type { ItemElements, LicenceLife } from '../contract.ts';
import type { PinnedVersion } from './get-pinned-version.ts';

interface Row { itemId: string; name: string; departmentName: string; results: ItemElements['results'] }

/** A result that names a licence and says nothing else issues it. */
const stageOf = ({ licenceStage }: ItemElements['results'][number]): string => licenceStage ?? 'issue';

/**
 * The lives of the licences that an item has to do with: which published items issue, change, renew, replace, inspect and end
 * each, in the item's region and those above it (CAT-07). A licence that no other item has to do with is left out.
 */
export async function listLicenceLives(ctx: Context, { itemId, elements }: Pick<PinnedVersion, 'itemId' | 'elements'>): Promise<LicenceLife[]> {
  const types = [...new Set(elements.results.flatMap(({ licenceTypeCode }) => licenceTypeCode ?? []))];
  if (types.length === 0) return [];
  const [{ entries }, { rows }] = await Promise.all([
    getDictionary(ctx.kernel, 'licence-stage'),
    ctx.kernel.db.pool.query<Row>(
      `SELECT v.item_id AS "itemId", v.elements ->> 'name' AS name, v.elements ->> 'departmentName' AS "departmentName", v.elements -> 'results' AS results
       FROM catalog.item_version v JOIN catalog.item i ON i.published_version_id = v.id
       WHERE v.state = 'published' AND i.region_code = ANY($1::text[]) AND (${types.map((_type, index) => `v.elements -> 'results' @> $${index + 2}::jsonb`).join(' OR ')}) ORDER BY i.region_code DESC, i.name, i.id LIMIT 200`,
      [regionsAbove(elements.regionCode), ...types.map((licenceTypeCode) => JSON.stringify([{ licenceTypeCode }]))]),
  ]);
  return types.flatMap((licenceTypeCode): LicenceLife[] => {
    const stages = entries.flatMap(({ code, name }) => {
      const items = rows.filter(({ results }) => results.some((result) => result.licenceTypeCode === licenceTypeCode && stageOf(result) === code))
        .map((row) => ({ itemId: row.itemId, name: row.name, departmentName: row.departmentName }));
      return items.length === 0 ? [] : [{ stage: code, name, items }];
    });
    const others = stages.some(({ items }) => items.some((item) => item.itemId !== itemId));
    // What ends a licence results in a notice; the licence is called as by who issues it.
    const named = [...rows.flatMap(({ results }) => results.filter((result) => stageOf(result) === 'issue')), ...elements.results];
    const licenceName = named.find((result) => result.licenceTypeCode === licenceTypeCode)?.name ?? '';
    return others ? [{ licenceTypeCode, licenceName, stages }] : [];
  });
}

/** A region and those it lies in, as whole codes of twelve digits: 511602000000 lies in 511600000000 and 510000000000. */
export function regionsAbove(regionCode: string): string[] {
  return [...new Set([2, 4, 6, 9, 12].map((length) => regionCode.slice(0, length).padEnd(12, '0')))];
}
