import type { Selectable } from 'kysely';
import type { CheckedVersion, VersionToCheck } from '../../catalog/index.ts';
import type { Track } from '../contract.ts';
import type { ItemQualityTables } from '../tables.ts';

export type CheckRow = Selectable<ItemQualityTables['itemQuality.itemCheck']>;

/** The row that a check leaves for an item: whose it is, and how much stands. */
export function buildCheckRow(version: VersionToCheck, track: Track, { findings, basis, references }: CheckedVersion, now: Date): CheckRow {
  const { itemId, versionId, versionNumber, revision, name, localTaskCode, organizationId, organizationPath, departmentName, regionCode } = version;
  const standing = findings.filter(({ exception }) => exception === undefined);
  const errors = standing.filter(({ severity }) => severity === 'error');
  const materialErrors = errors.filter(({ group }) => group === 'materials' || group === 'review-points').length;
  return {
    itemId, track, versionId, versionNumber, revision, name, localTaskCode, organizationId, organizationName: departmentName, organizationPath, regionCode,
    guideErrors: errors.length - materialErrors, materialErrors, warnings: standing.length - errors.length, accepted: findings.length - standing.length, active: true, checkedAt: now,
    basis, refersTo: references,
  };
}

/** Whether nothing is different but the time; what is referred to stands in the elements, with which the basis changes. */
export function isSameCheck({ checkedAt: _one, refersTo: _before, ...before }: CheckRow, { checkedAt: _other, refersTo: _after, ...after }: CheckRow): boolean {
  const facts: Record<string, unknown> = before;
  return Object.entries(after).every(([name, value]) => facts[name] === value);
}
