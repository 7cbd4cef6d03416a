import type { Selectable } from 'kysely';
import type { QualityFinding } from '../../catalog/contract.ts';
import type { VersionToCheck } from '../../catalog/index.ts';
import type { Track } from '../contract.ts';
import type { ItemQualityTables } from '../tables.ts';

export type CheckRow = Selectable<ItemQualityTables['itemQuality.itemCheck']>;

/** The row that a check leaves for an item: whose it is, and how much stands. */
export function buildCheckRow(version: VersionToCheck, track: Track, found: readonly QualityFinding[], now: Date): CheckRow {
  const { itemId, versionId, versionNumber, revision, name, localTaskCode, organizationId, organizationPath, departmentName, regionCode } = version;
  const standing = found.filter(({ exception }) => exception === undefined);
  const errors = standing.filter(({ severity }) => severity === 'error');
  const materialErrors = errors.filter(({ group }) => group === 'materials' || group === 'review-points').length;
  return {
    itemId, track, versionId, versionNumber, revision, name, localTaskCode, organizationId, organizationName: departmentName, organizationPath, regionCode,
    guideErrors: errors.length - materialErrors, materialErrors, warnings: standing.length - errors.length, accepted: found.length - standing.length, active: true, checkedAt: now,
  };
}

/** Whether nothing is different but the time. */
export function isSameCheck({ checkedAt: _one, ...before }: CheckRow, { checkedAt: _other, ...after }: CheckRow): boolean {
  const facts: Record<string, unknown> = before;
  return Object.entries(after).every(([name, value]) => facts[name] === value);
}
